"""REP002: a row of a report names a project and says nothing of it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.rules.rule import Problems, rule


@rule("REP002", about=StatusReport, severity=Severity.WARNING)
def row_without_a_word(report: Record[StatusReport], area: Area) -> Problems:
    for index, line in enumerate(report.model.lines):
        if line.is_empty:
            yield Problem(report.at("lines", index, "project"), {"project": line.project})
