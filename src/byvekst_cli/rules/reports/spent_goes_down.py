"""REP006: less has been spent so far in the year than an earlier report of the year told."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.portfolio.plans import same
from byvekst_cli.portfolio.reported import before as earlier_rows
from byvekst_cli.portfolio.reported import spent_so_far
from byvekst_cli.rules.rule import Problems, rule


@rule("REP006", about=StatusReport, severity=Severity.WARNING)
def spent_goes_down(report: Record[StatusReport], area: Area) -> Problems:
    """Only in the same kroner; a comment tells of a correction."""
    year = report.model.period.last.year
    for index, line in enumerate(report.model.lines):
        spent = line.spent
        found = spent.so_far if spent else None
        if spent is None or found is None or line.note is not None or spent.note is not None:
            continue
        for entry in reversed(earlier_rows(area, report, line.project)):
            told = spent_so_far(entry)
            if told is None or entry.report.model.period.last.year != year:
                continue
            if found.year == told.year and found.ore < told.ore and not same(found, told):
                clue = Clue(entry.report.at("lines", entry.index, "spent"), "told-here")
                facts = {"project": line.project, "before": told.in_mnok, "now": found.in_mnok}
                yield Problem(report.at("lines", index, "spent", "this_year"), facts, (clue,))
            break
