"""`deadlines`: every deadline of a year by date, or the way to one meeting, latest dates first."""

from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.deadlines.due import Due
from byvekst_cli.deadlines.item import Item, Standing
from byvekst_cli.deadlines.items import MEETS, all_items
from byvekst_cli.deadlines.plan import Step, plan
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import DeadlineKind, Mandate
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.pack.called import meeting_of
from byvekst_cli.pack.names import body_name
from byvekst_cli.pack.periods import year_of


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing to be done by a day: for which case and meeting, by whom, and how it stands."""

    day: date
    kind: str
    case: str | None
    body: str | None
    meets: date | None
    who: tuple[str, ...]
    standing: Standing
    rule: Due


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """One step on the way to a meeting; `slack` is days it can slip within its own rule."""

    day: date
    kind: str
    body: str
    who: tuple[str, ...]
    slack: int
    is_planned: bool
    is_past: bool
    rule: Due | None


@dataclass(frozen=True, slots=True)
class DeadlinePlan:
    """The document: `steps` to a meeting where one is asked for, else the deadlines of a year."""

    year: str
    body: str | None
    meets: date | None
    deadlines: tuple[Deadline, ...]
    open: int
    overdue: tuple[Deadline, ...]
    meetings: int
    steps: tuple[PlannedStep, ...]
    untold: tuple[DeadlineKind, ...]
    unplaced: tuple[str, ...]
    gone: int
    invented: bool


def deadline_plan(area: Area, period: str | None = None, meeting: str | None = None) -> DeadlinePlan:
    """Of a year, or to a meeting. Raises NotThere."""
    if meeting is not None:
        return _to(area, meeting)
    year = year_of(area, period)
    items = [each for each in all_items(area) if each.day.year == year and _is_shown(each, area)]
    found = tuple(_deadline(area, each) for each in sorted(items, key=lambda each: each.order))
    overdue = tuple(each for each in found if each.standing is Standing.OVERDUE)
    return DeadlinePlan(
        year=str(year),
        body=None,
        meets=None,
        deadlines=found,
        open=sum(each.standing in (Standing.DUE, Standing.COMING) for each in found),
        overdue=overdue,
        meetings=sum(each.kind == MEETS for each in found),
        steps=(),
        untold=(),
        unplaced=(),
        gone=0,
        invented=any(each.rule.authority.is_illustration for each in found),
    )


def _is_shown(item: Item, area: Area) -> bool:
    """Of a cancelled meeting only the meeting itself."""
    return item.kind == MEETS or item.standing(area.as_of) is not Standing.CANCELLED


def _to(area: Area, id: str) -> DeadlinePlan:
    meeting = meeting_of(area, id).model
    made = plan(area, meeting.body, meeting.dated.first)
    found = tuple(_step(area, each) for each in made.steps)
    return DeadlinePlan(
        year=str(meeting.dated.first.year),
        body=body_name(area, meeting.body),
        meets=meeting.dated.first,
        deadlines=(),
        open=0,
        overdue=(),
        meetings=1,
        steps=found,
        untold=made.untold,
        unplaced=tuple(body_name(area, each) for each in made.unplaced),
        gone=sum(each.is_past for each in found),
        invented=any(each.rule is not None and each.rule.authority.is_illustration for each in found),
    )


def _deadline(area: Area, item: Item) -> Deadline:
    meeting, case = area.one(Meeting, item.meeting), area.one(Case, item.case)
    return Deadline(
        item.day,
        item.kind,
        case.title if case else item.case,
        _name(area, item.body) if item.body else None,
        meeting.dated.first if meeting else None,
        tuple(_name(area, each) for each in item.doers),
        item.standing(area.as_of),
        item.due,
    )


def _step(area: Area, step: Step) -> PlannedStep:
    return PlannedStep(
        step.day,
        step.kind,
        _name(area, step.body),
        tuple(_name(area, each) for each in step.doers),
        step.slack,
        step.is_planned,
        step.day < area.as_of,
        step.due,
    )


def _name(area: Area, id: str) -> str:
    """Of a body or an organisation."""
    return body_name(area, id) if area.one(Mandate, id) else area.name_of(id)
