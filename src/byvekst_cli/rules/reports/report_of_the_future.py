"""REP011: a report tells of a period that has not begun."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.rules.rule import Problems, rule


@rule("REP011", about=StatusReport, severity=Severity.WARNING, today=True)
def report_of_the_future(report: Record[StatusReport], area: Area) -> Problems:
    if report.model.period.first > area.as_of:
        yield Problem(report.at("period"), {"period": report.model.period})
