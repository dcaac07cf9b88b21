"""PLN008: a choice says of one project both that it is in and that there was no room for it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.programme_choice import Placing, ProgrammeChoice
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN008", about=ProgrammeChoice, severity=Severity.ERROR)
def in_and_out(choice: Record[ProgrammeChoice], area: Area) -> Problems:
    chosen = {each.project.casefold() for each in choice.model.chosen}
    for at, project in enumerate(choice.model.left_out):
        if project.casefold() in chosen:
            yield Problem(choice.at("left_out", at), {"project": project})
    for at, row in enumerate(choice.model.otherwise):
        if (row.placed is Placing.IN) is not (row.project.casefold() in chosen):
            yield Problem(choice.at("otherwise", at, "placed"), {"project": row.project})
