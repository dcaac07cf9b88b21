"""REP009: the latest word of a project's reports is not what its sheet says."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity, Term
from byvekst_cli.model.project import Project
from byvekst_cli.model.status_report import ReportLine, StatusReport
from byvekst_cli.portfolio.plans import last_estimate, now, same
from byvekst_cli.portfolio.reported import is_latest, sheet_of
from byvekst_cli.rules.rule import Problems, rule

Differs = Iterator[tuple[str, tuple[str | int, ...], Place]]


@rule("REP009", about=StatusReport, severity=Severity.WARNING)
def report_unlike_sheet(report: Record[StatusReport], area: Area) -> Problems:
    """Nothing is said where the sheet has news of a later day; a cost that is explained may differ."""
    for index, line in enumerate(report.model.lines):
        sheet = sheet_of(area, line.project)
        if sheet is None or not is_latest(area, report, line.project):
            continue
        status = sheet.model.status_date
        if status is not None and report.model.seen.is_before(status):
            continue
        for word, steps, place in _differs(line, sheet, sheet.model):
            facts = {"project": line.project, "what": Term(word)}
            yield Problem(report.at("lines", index, *steps), facts, (Clue(place, "the-sheet-here"),))


def _differs(line: ReportLine, sheet: Record[Project], project: Project) -> Differs:
    if line.phase and project.phase and line.phase.phase.casefold() != project.phase.phase.casefold():
        yield "changed-phase", ("phase", "phase"), sheet.at("phase", "phase")
    for at, row in enumerate(line.milestones):
        own = [(i, each) for i, each in enumerate(project.milestones) if each.event is row.event]
        told = now(row)
        for position, each in own:
            found = now(each)
            if told and found and not told.overlaps(found):
                column = "forecast" if row.actual is None else "actual"
                yield (
                    "changed-milestone",
                    ("milestones", at, column),
                    sheet.at("milestones", position, "event"),
                )
    cost, estimate = line.cost.money if line.cost else None, last_estimate(project)
    if cost and estimate and line.note is None and not line.deviations and not same(cost, estimate.low):
        yield "changed-cost", ("cost", "amount"), sheet.at("estimates", estimate.position, "dated")
