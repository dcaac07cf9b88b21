"""What has happened to a case and what is arranged for it, from its own file and the meetings'."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from byvekst_cli.area import Area, Record
from byvekst_cli.model.case import Case
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.model.meeting import AgendaItem, Meeting, MeetingState
from byvekst_cli.model.treatment import Handling, Outcome, Treatment
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When

T = TypeVar("T", Handling, Outcome)
DECIDING = frozenset({Outcome.DECIDED, Outcome.ENDORSED, Outcome.ENDORSED_WITH_REMARKS})


@dataclass(frozen=True, slots=True)
class Event:
    """One body's treatment of a case, done or to come; `meeting` is None where no meeting has a file.

    `is_over` says that its day is past, or that its result is known; `outcome` is None where nothing
    is said, which is something else than `Unknown`.
    """

    body: str
    treatment: Treatment | None = None
    meeting: Record[Meeting] | None = None
    item: AgendaItem | None = None
    is_over: bool = False

    @property
    def when(self) -> When | None:
        if self.meeting is not None:
            return self.meeting.model.dated
        return self.treatment.dated if self.treatment and isinstance(self.treatment.dated, When) else None

    @property
    def handling(self) -> Handling | Unknown | None:
        return _first(*(part.handling for part in self._parts))

    @property
    def outcome(self) -> Outcome | Unknown | None:
        return _first(*(part.outcome for part in self._parts)) if self.is_over else None

    @property
    def decision(self) -> tuple[str, ...]:
        return next((tuple(part.decision) for part in self._parts if part.decision), ())

    @property
    def number(self) -> str | None:
        """What the case was called on the agenda."""
        return self.item.number if self.item else None

    @property
    def is_told(self) -> bool:
        """Whether something is registered of what came out, also that it is unknown."""
        return self.outcome is not None or bool(self.decision)

    @property
    def was_decided(self) -> bool:
        """Whether the body surely decided or endorsed what it was asked to decide."""
        return self.handling is Handling.DECISION and self.outcome in DECIDING

    @property
    def _parts(self) -> tuple[Treatment | AgendaItem, ...]:
        return tuple(part for part in (self.treatment, self.item) if part is not None)


@dataclass(frozen=True, slots=True)
class Story:
    """A case, and its events in the order of their days."""

    area: Area
    record: Record[Case]
    events: tuple[Event, ...]
    rows: tuple[Record[FollowUp], ...]

    @property
    def case(self) -> Case:
        return self.record.model

    @property
    def past(self) -> tuple[Event, ...]:
        return tuple(event for event in self.events if event.is_over)

    @property
    def ahead(self) -> tuple[Event, ...]:
        return tuple(event for event in self.events if not event.is_over)


def stories(area: Area) -> Iterator[Story]:
    """One for each case, in the order of their ids."""
    for record in sorted(area.of(Case), key=lambda record: record.id.casefold()):
        yield story(area, record)


def story(area: Area, record: Record[Case]) -> Story:
    """All that the files say has been done with a case, or is to be."""
    found = sorted(_events(area, record.model), key=lambda pair: (not pair[1].is_over, pair[0]))
    rows = _rows(area).get(record.id.casefold(), ())
    return Story(area, record, tuple(event for _, event in found), rows)


def _events(area: Area, case: Case) -> Iterator[tuple[date, Event]]:
    """Each with the day to sort it by; one without a day is taken to follow the one that stands before it."""
    agendas = {record.id.casefold(): (record, item) for record, item in _agendas(area, case.id)}
    day = date.min
    for treatment in case.treatments:
        record, item = agendas.pop(_meeting_of(treatment, agendas), (None, None))
        event = _event(area, treatment, record or _record(area, treatment.meeting), item)
        if event is not None:
            day = event.when.first if event.when else day if event.is_over else date.max
            yield day, event
    for record, item in agendas.values():
        event = _event(area, None, record, item)
        if event is not None:
            yield record.model.dated.first, event


def _meeting_of(treatment: Treatment, agendas: Mapping[str, tuple[Record[Meeting], AgendaItem]]) -> str:
    """The meeting that it names, or that of the same body on the same day."""
    if treatment.meeting is not None:
        return treatment.meeting.casefold()
    for id, (record, _) in agendas.items():
        same = record.model.body.casefold() == treatment.body.casefold()
        if same and isinstance(treatment.dated, When) and treatment.dated.overlaps(record.model.dated):
            return id
    return ""


def _event(
    area: Area, treatment: Treatment | None, meeting: Record[Meeting] | None, item: AgendaItem | None
) -> Event | None:
    body = meeting.model.body if meeting else treatment.body if treatment else ""
    told = treatment is not None and (treatment.outcome is not None or bool(treatment.decision))
    if meeting is not None:
        if not meeting.model.takes_place and not told:
            return None
        dated = meeting.model.dated
        held = meeting.model.state is MeetingState.HELD and dated.first <= area.as_of
        return Event(body, treatment, meeting, item, held or dated.has_passed(area.as_of))
    when = treatment.dated if treatment else None
    over = when.has_passed(area.as_of) if isinstance(when, When) else told or isinstance(when, Unknown)
    return Event(body, treatment, None, None, over)


def _record(area: Area, id: str | None) -> Record[Meeting] | None:
    return _meetings(area).get((id or "").casefold())


@lru_cache(maxsize=1)
def _meetings(area: Area) -> dict[str, Record[Meeting]]:
    return {record.id.casefold(): record for record in area.of(Meeting)}


def _agendas(area: Area, case: str) -> tuple[tuple[Record[Meeting], AgendaItem], ...]:
    return _by_case(area).get(case.casefold(), ())


@lru_cache(maxsize=1)
def _by_case(area: Area) -> dict[str, tuple[tuple[Record[Meeting], AgendaItem], ...]]:
    found: dict[str, tuple[tuple[Record[Meeting], AgendaItem], ...]] = {}
    for record in area.of(Meeting):
        for item in record.model.agenda:
            if item.case:
                found[item.case.casefold()] = (*found.get(item.case.casefold(), ()), (record, item))
    return found


@lru_cache(maxsize=1)
def _rows(area: Area) -> dict[str, tuple[Record[FollowUp], ...]]:
    """The follow-up of each case, named by the case or by the number it had on an agenda."""
    numbers = {
        (record.id.casefold(), item.number): item.case
        for record in area.of(Meeting)
        for item in record.model.agenda
        if item.case and item.number
    }
    found: dict[str, tuple[Record[FollowUp], ...]] = {}
    for row in area.of(FollowUp):
        meeting = row.model.meeting if isinstance(row.model.meeting, str) else ""
        case = row.model.case or numbers.get((meeting.casefold(), row.model.number or ""))
        if case:
            found[case.casefold()] = (*found.get(case.casefold(), ()), row)
    return found


def _first(*values: T | Unknown | None) -> T | Unknown | None:
    """The first that is known, else that it is unknown, else None."""
    known = [value for value in values if value is not None]
    return next((value for value in known if not isinstance(value, Unknown)), known[0] if known else None)
