"""A report's projects on one page: spent, forecast against plan, and which way they are going."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, TypeVar

from byvekst_cli.area import Area, Record
from byvekst_cli.model.budget import Departure
from byvekst_cli.model.money import Money
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Event, Milestone, PortfolioState, Project
from byvekst_cli.model.status_report import ReportLine, StatusReport
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.plans import days_late, growth, index_of, now, planned, planned_cost, same
from byvekst_cli.portfolio.reported import Entry, reports, resolved, until

T = TypeVar("T")
SPAN: Final = 3
"""How many reports a trend is told over: from the first of them to the last."""
_OVER: Final = (PortfolioState.DONE, PortfolioState.EVALUATED, PortfolioState.WITHDRAWN)


class Trend(Enum):
    """Which way something is going, for the project."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Status:
    """One project in one report; what it does not repeat is as the reports before it told.

    `share` is the forecast over the plan as a ratio, `late` whole days after the plan at least. They,
    and the trends, are None where it cannot be told.
    """

    line: ReportLine
    project: Project | None
    cost: Money | None
    plan: Money | None
    share: Decimal | None
    cost_trend: Trend | None
    opening: When | None
    planned_opening: When | None
    late: int | None
    opening_trend: Trend | None
    deviations: tuple[Departure, ...]


def report_for(area: Area, period: str | None) -> Record[StatusReport] | None:
    """The report of a period, however it is written; else the latest whose period has begun."""
    found = reports(area)
    if period is not None:
        return next((each for each in found if str(each.model.period).casefold() == period.casefold()), None)
    begun = [each for each in found if each.model.period.first <= area.as_of]
    return next(reversed(begun or list(found)), None)


def statuses(area: Area, report: Record[StatusReport]) -> tuple[Status, ...]:
    """Every row of the report, in its own order."""
    return tuple(_status(area, report, line) for line in report.model.lines)


def unreported(area: Area, report: StatusReport) -> tuple[str, ...]:
    """The projects of the report's programme that it has no row for.

    Projects that are over need none, nor does one that is reported through its parts or its whole. A
    report without any row is one whose contents are not known.
    """
    programme = area.one(Programme, report.programme)
    if programme is None or not report.lines:
        return ()
    told = {line.project.casefold() for line in report.lines}
    wholes = {(sheet.part_of or "").casefold() for id in told if (sheet := area.one(Project, id))}
    return tuple(id for id in to_report(area, programme, told) if id.casefold() not in told | wholes)


def to_report(area: Area, programme: Programme, told: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
    """The projects of a programme that are not over, nor part of one that is told of."""
    projects = dict.fromkeys(line.project for line in programme.lines)
    return tuple(id for id in projects if _needs_a_row(area.one(Project, id), told))


def is_over(project: Project | None) -> bool:
    """Whether the project is done or withdrawn, as far as its sheet says."""
    stands = project.portfolio if project else None
    return stands is not None and stands.state in _OVER


def _needs_a_row(project: Project | None, told: AbstractSet[str]) -> bool:
    whole = (project.part_of or "").casefold() if project else ""
    return not is_over(project) and whole not in told


def _status(area: Area, report: Record[StatusReport], line: ReportLine) -> Status:
    entries = until(area, report, line.project)
    project = area.one(Project, line.project)
    costs = _carried(entry.line.cost.money if entry.line.cost else None for entry in entries)
    event = _event(project, entries)
    rows = [entry.line.milestone(event) for entry in entries]
    openings = _carried(now(row) if row else None for row in rows)
    plan, cost = planned_cost(project), costs[-1] if costs else None
    opening = openings[-1] if openings else None
    goal = planned(project, rows[-1] or Milestone(hva=event))
    resolutions = (resolved(area, line.project, told) or told for told in line.deviations)
    return Status(
        line,
        project,
        cost,
        plan,
        growth(plan, cost, index_of(area)),
        _cost_trend(costs[-SPAN:]),
        opening,
        goal,
        days_late(goal, opening) if goal and opening else None,
        _opening_trend(openings[-SPAN:]),
        tuple(resolutions),
    )


def _carried(told: Iterable[T | None]) -> list[T]:
    """What was known at each report: its own word, or else that of the one before."""
    found: list[T] = []
    for each in told:
        if each is not None or found:
            found.append(found[-1] if each is None else each)
    return found


def _event(project: Project | None, entries: tuple[Entry, ...]) -> Event:
    """The opening, or the finish of a project that nobody speaks of opening."""
    rows = [row for entry in entries for row in entry.line.milestones]
    named = {row.event for row in (*rows, *(project.milestones if project else ()))}
    return Event.FINISHED if Event.FINISHED in named and Event.OPENING not in named else Event.OPENING


def _cost_trend(costs: list[Money]) -> Trend | None:
    """From the first to the last; None where there is only one, or kroner that cannot be compared."""
    if len(costs) < 2 or costs[0].year != costs[-1].year or costs[0].year.is_unknown:
        return None
    if same(costs[0], costs[-1]):
        return Trend.SAME
    return Trend.WORSE if costs[-1].ore > costs[0].ore else Trend.BETTER


def _opening_trend(openings: list[When]) -> Trend | None:
    if len(openings) < 2:
        return None
    if openings[0].overlaps(openings[-1]):
        return Trend.SAME
    return Trend.WORSE if openings[0].is_before(openings[-1]) else Trend.BETTER
