"""Which exceptions from consensus a case carries with it, and which agreements are one and the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import AgendaItem, ExceptionKind, Meeting, MeetingState


@dataclass(frozen=True, slots=True)
class Reservation:
    """That a party made a reservation on a case, and in which meeting."""

    organisation: str
    meeting: Record[Meeting]
    index: int
    position: int


def reservations(area: Area, case: str) -> Iterator[Reservation]:
    """The reservations on a case, meeting by meeting as they were held."""
    for meeting in held(area):
        for index, item in enumerate(meeting.model.agenda):
            if item.case is not None and item.case.casefold() == case.casefold():
                for position, each in enumerate(item.exceptions):
                    if each.kind in (ExceptionKind.RESERVATION, ExceptionKind.DISSENT):
                        yield Reservation(each.organisation, meeting, index, position)


def held(area: Area) -> tuple[Record[Meeting], ...]:
    """The meetings that have been held, in the order of their days."""
    found = [record for record in area.of(Meeting) if record.model.state is MeetingState.HELD]
    return tuple(sorted(found, key=lambda record: (record.model.dated.first, record.id)))


def body_of(area: Area, meeting: Meeting) -> Mandate | None:
    """The mandate of the body that met."""
    return area.one(Mandate, meeting.body)


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


def agreements_of(item: AgendaItem) -> frozenset[str]:
    """The agreements that an item says it decides on, in lower case."""
    return frozenset(each.casefold() for each in item.agreements)
