"""REP012: a report's status date is before its period begins."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.rules.rule import Problems, rule


@rule("REP012", about=StatusReport, severity=Severity.WARNING)
def status_outside_period(report: Record[StatusReport], area: Area) -> Problems:
    """A status date after the period is normal: the figures are read when the period is over."""
    status, period = report.model.status_date, report.model.period
    if status is not None and status.is_before(period):
        clue = Clue(report.at("period"), "the-other-date")
        yield Problem(report.at("status_date"), {"status": status, "period": period}, (clue,))
