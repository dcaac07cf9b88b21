"""REP013: a report points at a deviation that the year's budget does not have."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.portfolio.reported import resolved
from byvekst_cli.rules.rule import Problems, rule


@rule("REP013", about=StatusReport, severity=Severity.ERROR)
def no_such_deviation(report: Record[StatusReport], area: Area) -> Problems:
    """A budget with faults may have it."""
    for index, line in enumerate(report.model.lines):
        for at, told in enumerate(line.deviations):
            if resolved(area, line.project, told) is None and str(told.budget) not in area.unread.ids:
                facts = {"project": line.project, "year": str(told.budget), "concerns": told.concerns.value}
                yield Problem(report.at("lines", index, "deviations", at, "budget"), facts)
