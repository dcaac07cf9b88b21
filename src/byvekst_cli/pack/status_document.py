"""`status`: a report on how the projects go, deviations first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Named
from byvekst_cli.area.figures import figures_in
from byvekst_cli.model.budget import Concerns
from byvekst_cli.model.money import Money
from byvekst_cli.model.near import near
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.model.project import Event
from byvekst_cli.model.status_report import Change, StatusReport
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.names import body_name, names, project_name
from byvekst_cli.portfolio.plans import now
from byvekst_cli.portfolio.reported import last_report, reports, until
from byvekst_cli.portfolio.status import Status, Trend, report_for, statuses, unreported

SHOWN = 4
"""Reports that the history goes back over."""
Text = str | Unknown | None


@dataclass(frozen=True, slots=True)
class Reported:
    """One project in the report."""

    name: str
    phase: Named | str | None
    status: Status


@dataclass(frozen=True, slots=True)
class Departed:
    """What did not go as planned: why, what is done, how it is paid for, and who decides."""

    project: str
    concerns: Concerns
    cause: Text
    measure: Text
    cover: Text
    cost: Money | None
    event: Event | None
    planned: When | Unknown | None
    forecast: When | Unknown | None
    level: str | None
    decided: When | Unknown | None


@dataclass(frozen=True, slots=True)
class Next:
    """What is to be decided next."""

    project: str
    what: str
    body: str | None
    dated: When | Unknown | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a milestone was said to be in this report."""

    project: str
    event: Event
    planned: When | Unknown | None
    forecast: When | Unknown | None
    actual: When | Unknown | None


@dataclass(frozen=True, slots=True)
class Course:
    """What a project was expected to cost and when it was to open, in each of the reports shown."""

    project: str
    costs: tuple[Money | None, ...]
    openings: tuple[When | None, ...]


@dataclass(frozen=True, slots=True)
class StatusDocument:
    """The document; without a `period` the area has no report at all.

    `dearer`, `cheaper`, `later` and `earlier` are the projects that move so over the last reports.
    """

    period: When | None
    name: str | None = None
    seen: When | None = None
    state: PlanState | Unknown | None = None
    programme: str | None = None
    before: str | None = None
    rows: tuple[Reported, ...] = ()
    deviations: tuple[Departed, ...] = ()
    next: tuple[Next, ...] = ()
    milestones: tuple[Told, ...] = ()
    has_money: bool = False
    unchanged: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    dearer: tuple[str, ...] = ()
    cheaper: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    courses: tuple[Course, ...] = ()
    remark: str | None = None
    invented: bool = False


def status_document(area: Area, period: str | None = None) -> StatusDocument:
    """Of a period however it is written, or else the latest that has begun. Raises NotThere."""
    record = report_for(area, period)
    if record is None:
        if period is not None:
            raise NotThere("period", period, near(period, [str(each.model.period) for each in reports(area)]))
        return StatusDocument(None)
    report, found = record.model, statuses(area, record)
    rows = tuple(_reported(area, each) for each in found)
    programme, before = area.one(Programme, report.programme), last_report(area, record)
    periods, courses = _history(area, record, rows)
    return StatusDocument(
        period=report.period,
        name=report.name,
        seen=report.status_date,
        state=report.state,
        programme=programme.name if programme else report.programme,
        before=before.model.name if before else None,
        rows=rows,
        deviations=tuple(_deviations(area, rows)),
        next=tuple(_next(area, rows)),
        milestones=tuple(_milestones(rows)),
        has_money=any(each.cost or each.line.spent for each in found),
        unchanged=tuple(each.name for each in rows if each.status.line.change is Change.NONE),
        missing=tuple(project_name(area, id) for id in unreported(area, report)),
        dearer=_named(rows, lambda each: each.cost_trend is Trend.WORSE),
        cheaper=_named(rows, lambda each: each.cost_trend is Trend.BETTER),
        later=_named(rows, lambda each: each.opening_trend is Trend.WORSE),
        earlier=_named(rows, lambda each: each.opening_trend is Trend.BETTER),
        periods=periods,
        courses=courses,
        remark=report.note,
        invented=any(each.illustration for each in figures_in(record)) or bool(report.illustration),
    )


def _reported(area: Area, status: Status) -> Reported:
    """The phase as the report has it, or else as the sheet has it."""
    sheet = status.project
    phase = status.line.phase or (sheet.phase if sheet else None)
    word = names(area).of("phase", phase.phase) if phase else None
    return Reported(project_name(area, status.line.project), word, status)


def _named(rows: tuple[Reported, ...], is_so: Callable[[Status], bool]) -> tuple[str, ...]:
    return tuple(each.name for each in rows if is_so(each.status))


def _deviations(area: Area, rows: tuple[Reported, ...]) -> Iterator[Departed]:
    for row in rows:
        for each in row.status.deviations:
            delay = each.delay
            yield Departed(
                row.name,
                each.concerns,
                each.cause,
                each.measure,
                each.cover,
                each.cost.money if each.cost else None,
                delay.event if delay else None,
                delay.planned if delay else None,
                delay.forecast if delay else None,
                body_name(area, each.level) if each.level else None,
                each.decided.dated if each.decided else None,
            )


def _next(area: Area, rows: tuple[Reported, ...]) -> Iterator[Next]:
    for row in rows:
        told = row.status.line.next_decision
        if told is not None:
            yield Next(row.name, told.what, body_name(area, told.body) if told.body else None, told.dated)


def _milestones(rows: tuple[Reported, ...]) -> Iterator[Told]:
    """The report's own, with the plan of the sheet where the report has none."""
    for row in rows:
        sheet = row.status.project
        plans = {each.event: each.planned for each in sheet.milestones} if sheet else {}
        for each in row.status.line.milestones:
            planned = plans.get(each.event) if each.planned is None else each.planned
            yield Told(row.name, each.event, planned, each.forecast, each.actual)


def _history(
    area: Area, record: Record[StatusReport], rows: tuple[Reported, ...]
) -> tuple[tuple[str, ...], tuple[Course, ...]]:
    """The last reports that told of any of the projects, and what each said; nothing where there is one."""
    entries = {row.name: until(area, record, row.status.line.project) for row in rows}
    told = {entry.report.path for own in entries.values() for entry in own}
    shown = [each for each in reports(area) if each.path in told][-SHOWN:]
    if len(shown) < 2:
        return (), ()
    courses = []
    for project, own_entries in entries.items():
        lines = {entry.report.path: entry.line for entry in own_entries}
        own = [lines.get(each.path) for each in shown]
        costs = tuple(each.cost.money if each and each.cost else None for each in own)
        openings = tuple(
            now(row) if each and (row := each.milestone(Event.OPENING)) else None for each in own
        )
        if any(costs) or any(openings):
            courses.append(Course(project, costs, openings))
    return tuple(str(each.model.period) for each in shown), tuple(courses)
