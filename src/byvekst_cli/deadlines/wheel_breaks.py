"""What breaks when the wheel is laid on a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from byvekst_cli.area import Area
from byvekst_cli.deadlines.calendar import BACK, Calendar, calendar_of
from byvekst_cli.deadlines.wheel_links import Order, Tie, ties
from byvekst_cli.deadlines.wheel_year import Step, known, meetings, step
from byvekst_cli.model.wheel import Activity


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


def broken(area: Area, year: int) -> Iterator[Broken]:
    """What the area's own steps run into in the year, by kind of trouble."""
    calendar = calendar_of(area)
    own = [step(record.id, record.model, year) for record in area.of(Activity)]
    for each in own:
        yield from _days(each, calendar)
    for tie in ties(area, year):
        if tie.order is Order.TOO_LATE:
            yield Broken(Break.TOO_LATE, tie.later, tie=tie)
    yield from _without_meeting(area, own, year)


def _days(step: Step, calendar: Calendar) -> Iterator[Broken]:
    ends = [(known(step.activity.since), step.stretch.first), (known(step.activity.until), step.stretch.last)]
    for time, day in dict.fromkeys(ends):
        if time is None or day is None or not time.is_day:
            continue
        if not time.is_in(day.year):
            yield Broken(Break.NO_SUCH_DAY, step, day)
        elif calendar.is_closed(day):
            yield Broken(Break.CLOSED_DAY, step, day, calendar.nearest_open(day, BACK))


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
