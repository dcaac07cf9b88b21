"""REP004: a project is much dearer or later than planned, and the report tells no cause and measure."""

from collections.abc import Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.model.status_report import ReportLine, StatusReport
from byvekst_cli.portfolio.plans import days_late, growth, index_of, now, planned, planned_cost
from byvekst_cli.portfolio.reported import explained
from byvekst_cli.rules.rule import Problems, rule

Told = Iterator[tuple[tuple[str | int, ...], dict[str, object]]]


@dataclass(frozen=True, slots=True)
class Options:
    """How much dearer (per cent) and later (days) than the plan it may be without a word."""

    prosent: int = 10
    dager: int = 90


@rule("REP004", about=StatusReport, severity=Severity.WARNING, options=Options)
def deviation_without_cause(report: Record[StatusReport], area: Area, options: Options) -> Problems:
    """Plans are the frame or the latest estimate, and the milestone's own plan; `ukjent` is an answer."""
    for index, line in enumerate(report.model.lines):
        sheet = area.one(Project, line.project)
        found = [*_dearer(line, sheet, area, options.prosent), *_later(line, sheet, options.dager)]
        if found and not explained(area, line):
            for steps, facts in found:
                yield Problem(report.at("lines", index, *steps), {"project": line.project, **facts})


def _dearer(line: ReportLine, sheet: Project | None, area: Area, limit: int) -> Told:
    cost = line.cost.money if line.cost else None
    share = growth(planned_cost(sheet), cost, index_of(area))
    if share is not None and share * 100 > limit:
        yield ("cost", "amount"), {"percent": round(share * 100), "days": None, "event": None}


def _later(line: ReportLine, sheet: Project | None, limit: int) -> Told:
    for at, row in enumerate(line.milestones):
        late = days_late(planned(sheet, row), now(row))
        if late > limit:
            column = "forecast" if row.actual is None else "actual"
            yield ("milestones", at, column), {"percent": None, "days": late, "event": row.event.value}
