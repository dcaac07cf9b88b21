"""What breaks when the wheel is laid on a year."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_links import Order, Tie, ties
from byvekst_cli.deadlines.wheel_year import Step, known, meetings, step
from byvekst_cli.model.wheel import Activity

SATURDAY: Final = 5
_LONGEST: Final = 30
"""Days that are looked back through for an open one."""


class Break(Enum):
    """What is wrong with a step in a year."""

    NO_SUCH_DAY = "no-such-day"
    CLOSED_DAY = "closed-day"
    TOO_LATE = "too-late"
    NO_MEETING = "no-meeting"


@dataclass(frozen=True, slots=True)
class Broken:
    """A step that does not hold; `day` is the one at fault, `instead` the last open day before it."""

    what: Break
    step: Step
    day: date | None = None
    instead: date | None = None
    tie: Tie | None = None


def is_weekend(day: date) -> bool:
    """Saturdays and Sundays."""
    return day.weekday() >= SATURDAY


def broken(area: Area, year: int, is_closed: Callable[[date], bool] = is_weekend) -> Iterator[Broken]:
    """What the area's own steps run into in the year, by kind of trouble; `is_closed` knows the days."""
    own = [step(record.id, record.model, year) for record in area.of(Activity)]
    for each in own:
        yield from _days(each, is_closed)
    for tie in ties(area, year):
        if tie.order is Order.TOO_LATE:
            yield Broken(Break.TOO_LATE, tie.later, tie=tie)
    yield from _without_meeting(area, own, year)


def _days(step: Step, is_closed: Callable[[date], bool]) -> Iterator[Broken]:
    ends = [(known(step.activity.since), step.stretch.first), (known(step.activity.until), step.stretch.last)]
    for time, day in dict.fromkeys(ends):
        if time is None or day is None or not time.is_day:
            continue
        if not time.is_in(day.year):
            yield Broken(Break.NO_SUCH_DAY, step, day)
        elif is_closed(day):
            yield Broken(Break.CLOSED_DAY, step, day, _open_before(day, is_closed))


def _open_before(day: date, is_closed: Callable[[date], bool]) -> date | None:
    earlier = (day - timedelta(days=n) for n in range(1, _LONGEST + 1))
    return next((each for each in earlier if not is_closed(each)), None)


def _without_meeting(area: Area, own: list[Step], year: int) -> Iterator[Broken]:
    """Steps of a body that meets in the year, but not while the step lasts."""
    held = meetings(area, year)
    for each in own:
        body = each.activity.body
        days = [m.dated for m in held if body and m.body.casefold() == body.casefold()]
        if days and each.stretch.is_known and not any(_meets(each, day.first, day.last) for day in days):
            yield Broken(Break.NO_MEETING, each)


def _meets(step: Step, first: date, last: date) -> bool:
    ends = step.stretch
    return not ((ends.first and last < ends.first) or (ends.last and first > ends.last))
