"""Tasks from decisions, and duties by agreement: kept apart, by party and date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.governance.bodies import belongs_to, parties, speaks_for
from byvekst_cli.model.duty import Duty, DutyState
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.model.when import When


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are asked for: of a party, due by a day; closed ones too where `also_closed`."""

    party: str | None = None
    due_by: date | None = None
    also_closed: bool = True


def follow_ups(area: Area, wanted: Wanted) -> tuple[Record[FollowUp], ...]:
    """By who does it, then by date; what has no date comes last."""
    found = [
        record
        for record in area.of(FollowUp)
        if (wanted.also_closed or not record.model.is_closed)
        and _is_for(area, _doer(record.model), wanted.party)
        and _is_in_time(record.model.deadline, wanted)
    ]
    return tuple(sorted(found, key=lambda row: _order(_doer(row.model), row.model.deadline, row.id)))


def duties(area: Area, wanted: Wanted) -> tuple[Record[Duty], ...]:
    """By party, then by date; what has no date comes last."""
    found = [
        record
        for record in area.of(Duty)
        if (wanted.also_closed or record.model.state in (DutyState.NOT_SETTLED, DutyState.UNDER_WAY))
        and _is_of(area, record.model, wanted.party)
        and _is_in_time(record.model.deadline, wanted)
    ]
    return tuple(sorted(found, key=lambda row: _order(_party(row.model), row.model.deadline, row.id)))


@lru_cache(maxsize=1)
def asked_by(area: Area) -> Mapping[str, tuple[FollowUp, ...]]:
    """The follow-up of each meeting, by the meeting's id in lower case."""
    found: dict[str, tuple[FollowUp, ...]] = {}
    for record in area.of(FollowUp):
        if isinstance(record.model.meeting, str):
            id = record.model.meeting.casefold()
            found[id] = (*found.get(id, ()), record.model)
    return found


def is_overdue(row: FollowUp, day: date) -> bool:
    """Whether it is still open although its last day is over."""
    return row.is_open and row.deadline is not None and row.deadline.has_passed(day)


def _doer(row: FollowUp) -> str | None:
    """The organisation, or else the body, that is to do it."""
    return row.owner if isinstance(row.owner, str) else row.body


def _party(duty: Duty) -> str | None:
    return duty.party if isinstance(duty.party, str) else None


def _is_for(area: Area, who: str | None, party: str | None) -> bool:
    return party is None or (who is not None and party.casefold() in belongs_to(area, who))


def _is_of(area: Area, duty: Duty, party: str | None) -> bool:
    """Whether a duty is the party's own, or one it has together with the others."""
    if party is None or duty.mutual is None:
        return _is_for(area, _party(duty), party)
    there = (each for each in parties(area) if each.agreement.casefold() == duty.agreement.casefold())
    return any(speaks_for(area, party, each) for each in there)


def _is_in_time(due: When | None, wanted: Wanted) -> bool:
    return wanted.due_by is None or (due is not None and due.last <= wanted.due_by)


def _order(who: str | None, due: When | None, id: str) -> tuple[bool, str, date, str]:
    return (who is None, (who or "").casefold(), due.last if due else date.max, id.casefold())
