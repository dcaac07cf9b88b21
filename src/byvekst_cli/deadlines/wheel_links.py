"""What must come before what on the wheel, and whether it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_year import Step, step
from byvekst_cli.model.wheel import Activity, Link, Track

NORMAL_YEAR: Final = 2001
"""Stands for any year of 365 days, so that what is found does not change with the calendar."""


class Order(Enum):
    """How two steps lie to each other."""

    IN_ORDER = "in-order"
    OVERLAPS = "overlaps"
    TOO_LATE = "too-late"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Tie:
    """`earlier` must be done before `later`; `field` and `at` say where the area has written it."""

    earlier: Step
    later: Step
    field: str
    at: int
    order: Order

    @property
    def room(self) -> int | None:
        """Days from the first day of the earlier to the last of the later: the most that there are."""
        first, last = self.earlier.stretch.first, self.later.stretch.last
        if first is None or last is None or self.order is Order.UNTOLD:
            return None
        return (last - first).days

    @property
    def is_of_goals(self) -> bool:
        """An evaluation that a programme is to answer."""
        tracks = (self.earlier.activity.track, self.later.activity.track)
        return tracks == (Track.GOALS, Track.PROGRAMME)

    @property
    def is_national(self) -> bool:
        """Something that the state is to have in time."""
        return self.later.is_national and not self.earlier.is_national

    @property
    def is_of_councils(self) -> bool:
        """What the parties' own bodies are to treat, and their treatment of it."""
        return self.later.activity.local is not None and self.earlier.activity.local is None


def ties(area: Area, year: int) -> Iterator[Tie]:
    """Every order that the area's own wheel asks for, with what it is written on laid on a year."""
    for record in area.of(Activity):
        yield from ties_of(record, area, year)


def ties_of(record: Record[Activity], area: Area, year: int = NORMAL_YEAR) -> Iterator[Tie]:
    """The same for what one activity says; links to activities that there are none of are left out."""
    known = {id.casefold(): (id, each.said_in(area.language)) for id, each in area.all_of(Activity).items()}
    own = step(record.id, record.model, year)
    for at, link in enumerate(record.model.needs):
        if other := _other(own, link, known, year):
            yield _tie(other, own, "needs", at)
    for at, link in enumerate(record.model.before):
        if other := _other(own, link, known, year):
            yield _tie(own, other, "before", at)


def _other(own: Step, link: Link, known: Mapping[str, tuple[str, Activity]], year: int) -> Step | None:
    """The other activity in the year that belongs to this one.

    Where both say which year they concern, that decides; else both are of one calendar year.
    """
    if link.activity.casefold() not in known:
        return None
    id, activity = known[link.activity.casefold()]
    moved = int(link.offset or 0)
    if own.concerns is not None and activity.offset is not None:
        return step(id, activity, own.concerns + moved + int(activity.offset))
    return step(id, activity, year + moved)


def _tie(earlier: Step, later: Step, field: str, at: int) -> Tie:
    return Tie(earlier, later, field, at, _order(earlier, later))


def _order(earlier: Step, later: Step) -> Order:
    """Untold where an end is not known, or where only one of the two says which year it concerns."""
    if (earlier.concerns is None) != (later.concerns is None):
        return Order.UNTOLD
    if earlier.stretch.is_after(later.stretch):
        return Order.TOO_LATE
    if earlier.stretch.last is None or later.stretch.first is None:
        return Order.UNTOLD
    return Order.IN_ORDER if earlier.stretch.last <= later.stretch.first else Order.OVERLAPS


def needs_itself(id: str, area: Area) -> tuple[str, ...]:
    """The way from an activity back to itself over what must come before it; empty where there is none.

    Links to another year are left out, for a wheel may well go on from the year before.
    """
    before, own = _before(area), id.casefold()
    came_from: dict[str, str] = {}
    waiting = [own]
    for at in waiting:
        for each in before.get(at, ()):
            if each not in came_from:
                came_from[each] = at
                waiting.append(each)
    if own not in came_from:
        return ()
    way = [own]
    while len(way) == 1 or way[-1] != own:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def _before(area: Area) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for record in area.of(Activity):
        own = record.id.casefold()
        for link in record.model.needs:
            found.setdefault(own, []).extend([link.activity.casefold()] if not link.offset else [])
        for link in record.model.before:
            found.setdefault(link.activity.casefold(), []).extend([own] if not link.offset else [])
    return {id: tuple(each) for id, each in found.items()}
