"""Which exceptions from consensus a case carries with it, and which agreements are one and the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.meeting import ExceptionKind, Meeting, MeetingState


@dataclass(frozen=True, slots=True)
class Reservation:
    """That a party made a reservation on a case, and in which meeting."""

    organisation: str
    meeting: Record[Meeting]
    index: int
    position: int


def reservations(area: Area, case: str) -> tuple[Reservation, ...]:
    """The reservations on a case, meeting by meeting as they were held."""
    return _by_case(area).get(case.casefold(), ())


@lru_cache(maxsize=1)
def _by_case(area: Area) -> Mapping[str, tuple[Reservation, ...]]:
    found: dict[str, tuple[Reservation, ...]] = {}
    for meeting in held(area):
        for index, item in enumerate(meeting.model.agenda):
            for position, each in enumerate(item.exceptions if item.case else ()):
                if item.case and each.kind in (ExceptionKind.RESERVATION, ExceptionKind.DISSENT):
                    made = Reservation(each.organisation, meeting, index, position)
                    found[item.case.casefold()] = (*found.get(item.case.casefold(), ()), made)
    return found


@lru_cache(maxsize=1)
def held(area: Area) -> tuple[Record[Meeting], ...]:
    """The meetings that have been held, in the order of their days."""
    found = [record for record in area.of(Meeting) if record.model.state is MeetingState.HELD]
    return tuple(sorted(found, key=lambda record: (record.model.dated.first, record.id)))


def family(area: Area, agreement: str) -> frozenset[str]:
    """An agreement with what it is part of and all that replaced or was replaced by it, in lower case."""
    links = [
        (id.casefold(), other.casefold())
        for id, each in area.all_of(Agreement).items()
        for other in (*each.replaces, *([each.part_of] if each.part_of else []))
    ]
    found = {agreement.casefold()}
    while more := {b for a, b in (*links, *((y, x) for x, y in links)) if a in found} - found:
        found |= more
    return frozenset(found)
