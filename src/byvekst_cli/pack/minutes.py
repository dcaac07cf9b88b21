"""`protokoll`: what a meeting came to, item by item, and how far the minutes have come."""

from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.model.meeting import AgendaItem, Consensus, ExceptionKind, Exempted, Meeting, MinutesState
from byvekst_cli.model.money import Money
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.agenda import title_of
from byvekst_cli.pack.called import Called, called, meeting_of
from byvekst_cli.pack.follow_list import Task, asked_in


@dataclass(frozen=True, slots=True)
class Excepted:
    """A party that was not simply part of the agreement, how, and in its own words."""

    organisation: str
    kind: ExceptionKind
    text: str | None
    answered: When | None


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one item. `recommendation` was put before the body, `decision` is what it came to.

    `is_told` says that anything is entered of what came out.
    """

    at: int
    number: str | None
    title: str | None
    handling: Handling | Unknown | None
    recommendation: tuple[str, ...]
    decision: tuple[str, ...]
    outcome: Outcome | Unknown | None
    changed: bool
    consensus: Consensus | Unknown | None
    exceptions: tuple[Excepted, ...]
    scope: Money | None
    reports: When | None
    is_told: bool
    is_shielded: bool


@dataclass(frozen=True, slots=True)
class State:
    """How far the minutes have come, and the meeting that approved them."""

    state: MinutesState
    dated: When | Unknown | None
    remarks_by: When | None
    approved_in: When | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting, or of a written procedure."""

    called: Called
    present: tuple[str, ...]
    absent: tuple[str, ...]
    also_present: tuple[str, ...]
    results: tuple[Result, ...]
    follow_up: tuple[Task, ...]
    state: State | None
    invented: bool


def minutes(area: Area, meeting: str) -> Minutes:
    """What the files have entered; nothing is taken to be agreed that is not said to be. Raises NotThere."""
    record = meeting_of(area, meeting)
    model = record.model
    return Minutes(
        called(area, record),
        tuple(map(area.name_of, model.present)),
        tuple(map(area.name_of, model.absent)),
        tuple(model.also_present),
        tuple(_result(area, at, item) for at, item in enumerate(model.agenda, 1)),
        asked_in(area, record),
        _state(area, model),
        bool(model.illustration),
    )


def _result(area: Area, at: int, item: AgendaItem) -> Result:
    reported = area.one(Meeting, item.reports)
    return Result(
        at,
        item.number,
        title_of(area, item),
        item.handling,
        tuple(item.recommendation),
        tuple(item.decision),
        item.outcome,
        bool(item.changed),
        item.consensus,
        tuple(_exception(area, each) for each in item.exceptions),
        item.money.money if item.money else None,
        reported.dated if reported else None,
        item.outcome is not None or bool(item.decision),
        bool(item.shielded),
    )


def _exception(area: Area, each: Exempted) -> Excepted:
    return Excepted(area.name_of(each.organisation), each.kind, each.text, each.answered)


def _state(area: Area, meeting: Meeting) -> State | None:
    found = meeting.minutes
    if found is None:
        return None
    approved = area.one(Meeting, found.approved_in)
    return State(found.state, found.dated, found.remarks_by, approved.dated if approved else None)
