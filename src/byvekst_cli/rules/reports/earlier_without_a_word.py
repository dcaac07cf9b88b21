"""REP005: a milestone is expected earlier than the report before told, and nobody says why."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.portfolio.plans import now
from byvekst_cli.portfolio.reported import before as earlier_rows
from byvekst_cli.portfolio.reported import last_told
from byvekst_cli.rules.rule import Problems, rule


@rule("REP005", about=StatusReport, severity=Severity.WARNING)
def earlier_without_a_word(report: Record[StatusReport], area: Area) -> Problems:
    """What has already happened needs no forecast, and any comment or deviation is a word."""
    for index, line in enumerate(report.model.lines):
        if line.note is not None or line.deviations:
            continue
        earlier = earlier_rows(area, report, line.project)
        for at, row in enumerate(line.milestones):
            before, told = last_told(earlier, row.event), now(row)
            if row.actual is None and row.note is None and before and told and told.is_before(before):
                facts = {"project": line.project, "event": row.event.value, "before": before, "now": told}
                yield Problem(report.at("lines", index, "milestones", at, "forecast"), facts)
