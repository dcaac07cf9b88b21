"""What status reports say of each project over time, against the sheet and the budget."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place
from byvekst_cli.model.budget import Budget, Departure, Deviation, DeviationState
from byvekst_cli.model.money import Money
from byvekst_cli.model.project import Event, Project
from byvekst_cli.model.status_report import ReportedDeviation, ReportLine, StatusReport
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.plans import last_estimate, now, same

_OPEN: Final = (DeviationState.REPORTED, DeviationState.IN_TREATMENT)


@dataclass(frozen=True, slots=True)
class Entry:
    """A project's row in one report, and its place there."""

    report: Record[StatusReport]
    index: int

    @property
    def line(self) -> ReportLine:
        return self.report.model.lines[self.index]


def reports(area: Area) -> tuple[Record[StatusReport], ...]:
    """All reports by the end of their period; a year's own comes after those of its parts."""
    return tuple(sorted(area.of(StatusReport), key=_order))


@lru_cache(maxsize=1)
def _histories(area: Area) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for report in reports(area):
        for index, line in enumerate(report.model.lines):
            found.setdefault((_agreement(report.model), line.project.casefold()), []).append(
                Entry(report, index)
            )
    return {key: tuple(entries) for key, entries in found.items()}


def until(area: Area, report: Record[StatusReport], project: str) -> tuple[Entry, ...]:
    """The project's rows in this report and those before it, of the same agreement, the oldest first."""
    entries = _histories(area).get((_agreement(report.model), project.casefold()), ())
    return tuple(each for each in entries if _order(each.report) <= _order(report))


def before(area: Area, report: Record[StatusReport], project: str) -> tuple[Entry, ...]:
    """The project's rows in earlier reports of the same agreement, the oldest first."""
    return tuple(each for each in until(area, report, project) if each.report is not report)


def sheet_of(area: Area, project: str) -> Record[Project] | None:
    """The project's sheet as a record, which knows where its values stand."""
    found = (record for record in area.named(project) if isinstance(record.model, Project))
    return next(found, None)  # type: ignore[return-value]


def last_report(area: Area, report: Record[StatusReport]) -> Record[StatusReport] | None:
    """The report of the same agreement that comes before."""
    own = [each for each in reports(area) if _agreement(each.model) == _agreement(report.model)]
    return next(reversed([each for each in own if _order(each) < _order(report)]), None)


def is_latest(area: Area, report: Record[StatusReport], project: str) -> bool:
    """Whether no later report of the same agreement has the project."""
    return _histories(area)[_agreement(report.model), project.casefold()][-1].report is report


def last_cost(entries: Iterable[Entry]) -> Money | None:
    """The forecast of the final cost that was told last."""
    costs = (entry.line.cost.money for entry in entries if entry.line.cost)
    return next(reversed([cost for cost in costs if cost is not None]), None)


def last_told(entries: Iterable[Entry], event: Event) -> When | None:
    """When an event came, or was expected, in the words of the report that told of it last."""
    told = (now(row) for entry in entries if (row := entry.line.milestone(event)))
    return next(reversed([when for when in told if when is not None]), None)


def last_forecast(entries: Sequence[Entry], event: Event) -> When | None:
    """When an event was last expected; None when it was told that it has happened."""
    rows = [row for entry in entries if (row := entry.line.milestone(event))]
    has_happened = any(isinstance(row.actual, When) for row in rows)
    return None if has_happened else last_told(entries, event)


def resolved(area: Area, project: str, told: ReportedDeviation) -> Departure | None:
    """The deviation as told, or the one that it points at; None where the budget has no such."""
    if told.budget is None:
        return told
    named = project.casefold()
    return next(
        (
            deviation
            for record in area.of(Budget)
            if record.model.year == told.budget
            for deviation in record.model.deviations
            if deviation.project.casefold() == named and deviation.concerns.covers(told.concerns)
        ),
        None,
    )


def explained(area: Area, line: ReportLine) -> bool:
    """Whether a deviation of the row has a cause and a measure, its own or those of the budget."""
    for told in line.deviations:
        found = resolved(area, line.project, told)
        parts = [part for part in (told, found) if part is not None]
        if any(part.cause for part in parts) and any(part.measure for part in parts):
            return True
    return False


def against_no_change(area: Area, report: Record[StatusReport], project: str) -> Iterator[tuple[str, Place]]:
    """What speaks against `ingen`: the word for it, and where it stands.

    The sheet is only heard where it tells of a time after the report before and not after this one.
    """
    earlier = before(area, report, project)
    sheet = sheet_of(area, project)
    if sheet is not None and earlier:
        since, day = earlier[-1].report.model.seen, report.model.seen
        yield from _newer_cost(sheet, sheet.model, last_cost(earlier), since, day)
        status = sheet.model.status_date
        if status is None or (since.is_before(status) and status.first <= day.last):
            yield from _moved_milestones(sheet, sheet.model, earlier)
    if not any(entry.line.deviations for entry in earlier):
        for _, place in open_deviations(area, report.model.budget_year, project):
            yield "open-deviation", place


def _newer_cost(
    sheet: Record[Project], project: Project, told: Money | None, since: When, day: When
) -> Iterator[tuple[str, Place]]:
    found = last_estimate(project)
    if found is None or told is None or found.dated is None:
        return
    if since.is_before(found.dated) and found.dated.first <= day.last and not same(found.low, told):
        yield "changed-cost", sheet.at("estimates", found.position, "dated")


def _moved_milestones(
    sheet: Record[Project], project: Project, earlier: tuple[Entry, ...]
) -> Iterator[tuple[str, Place]]:
    for index, row in enumerate(project.milestones):
        told, found = last_told(earlier, row.event), now(row)
        if told and found and not told.overlaps(found):
            yield "changed-milestone", sheet.at("milestones", index, "event")


def open_deviations(area: Area, year: int, project: str) -> Iterator[tuple[Deviation, Place]]:
    """The deviations of a year's budget that nobody has decided on."""
    for record in area.of(Budget):
        if record.model.year == year:
            for index, deviation in enumerate(record.model.deviations):
                if deviation.project.casefold() == project.casefold() and deviation.state in _OPEN:
                    yield deviation, record.at("deviations", index, "project")


def _agreement(report: StatusReport) -> str:
    return (report.agreement or "").casefold()


def _order(report: Record[StatusReport]) -> tuple[date, int, str]:
    period = report.model.period
    return period.last, -period.first.toordinal(), report.path


def spent_so_far(entry: Entry) -> Money | None:
    """What the row says has been spent so far in its year."""
    return entry.line.spent.so_far if entry.line.spent else None
