"""CON006: a programme has two lines for one project, so its money may be counted twice."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.programme import Programme
from byvekst_cli.rules.rule import Problems, rule


@rule("CON006", about=Programme, severity=Severity.WARNING)
def project_twice_in_programme(programme: Record[Programme], area: Area) -> Problems:
    first: dict[str, int] = {}
    for index, line in enumerate(programme.model.lines):
        at = first.setdefault(line.project.casefold(), index)
        if at != index:
            clue = Clue(programme.at("lines", at, "project"), "first-here")
            yield Problem(programme.at("lines", index, "project"), {"project": line.project}, (clue,))
