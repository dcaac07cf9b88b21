"""REP014: a report has two rows for one project."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.rules.rule import Problems, rule


@rule("REP014", about=StatusReport, severity=Severity.ERROR)
def project_reported_twice(report: Record[StatusReport], area: Area) -> Problems:
    first: dict[str, int] = {}
    for index, line in enumerate(report.model.lines):
        at = first.setdefault(line.project.casefold(), index)
        if at != index:
            clue = Clue(report.at("lines", at, "project"), "first-here")
            yield Problem(report.at("lines", index, "project"), {"project": line.project}, (clue,))
