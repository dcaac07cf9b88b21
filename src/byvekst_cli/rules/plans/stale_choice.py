"""PLN001: what a choice of programme rests on has changed since it was made."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.frozen import changed_inputs
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.programme_choice import ProgrammeChoice
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN001", about=ProgrammeChoice, severity=Severity.WARNING)
def stale_choice(choice: Record[ProgrammeChoice], area: Area) -> Problems:
    """Nothing is told while a file cannot be read: it may be one of them."""
    changed = tuple(changed_inputs(area, choice.model))
    if changed and not area.unread.kinds and not area.unread.some:
        yield Problem(choice.at("seals"), {"n": len(changed), "files": ", ".join(changed)})
