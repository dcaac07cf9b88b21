"""SCO012: a project has two assessments."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.assessment import Assessment
from byvekst_cli.rules.rule import Problems, rule


@rule("SCO012", about=Area, severity=Severity.ERROR)
def assessed_twice(area: Area) -> Problems:
    """Which of them counts, nobody can tell."""
    first: dict[str, Record[Assessment]] = {}
    for record in sorted(area.of(Assessment), key=lambda each: each.path):
        id = record.model.project.casefold()
        if id in first:
            clue = Clue(first[id].at("project"), "first-here")
            yield Problem(record.at("project"), {"project": record.model.project}, (clue,))
        first.setdefault(id, record)
