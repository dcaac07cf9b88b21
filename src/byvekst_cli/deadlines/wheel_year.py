"""The annual wheel laid on one year: which days each activity takes, and which meetings there are."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.wheel import Activity, Track, Yearly

ON_THE_WHEEL: Final = frozenset({MeetingState.PLANNED, MeetingState.HELD})
"""Meetings that are neither cancelled nor moved."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `first` to `last`, both included; None is an end that is not known."""

    first: date | None
    last: date | None

    @property
    def is_known(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def middle(self) -> date | None:
        """The day in the middle, or the one end that is known."""
        if self.first is None or self.last is None:
            return self.first or self.last
        return self.first + (self.last - self.first) / 2

    def is_after(self, other: "Stretch") -> bool:
        """True when every day of this is surely after every day of the other."""
        return self.first is not None and other.last is not None and self.first > other.last

    def has(self, day: date) -> bool:
        return (self.first or day) <= day <= (self.last or day)


@dataclass(frozen=True, slots=True)
class Step:
    """An activity in a year; `concerns` is the year that its matter is about, where that is said."""

    id: str
    activity: Activity
    stretch: Stretch
    concerns: int | None

    @property
    def is_national(self) -> bool:
        return self.activity.track is Track.STATE


def step(id: str, activity: Activity, year: int) -> Step:
    """The activity as it begins in a year, or ends there where its beginning is not known."""
    concerns = None if activity.offset is None else year - int(activity.offset)
    return Step(id, activity, _stretch(activity, year), concerns)


def steps(area: Area, year: int) -> tuple[Step, ...]:
    """All activities, the state's too, by time; those without a known time stand last.

    What has words in the area's language is called by those.
    """
    told = ((id, activity.said_in(area.language)) for id, activity in area.all_of(Activity).items())
    found = (step(id, activity, year) for id, activity in told)
    return tuple(sorted(found, key=_by_time))


def meetings(area: Area, year: int) -> tuple[Meeting, ...]:
    """The meetings of the year that are planned or were held, by time."""
    found = (record.model for record in area.of(Meeting))
    own = [each for each in found if each.state in ON_THE_WHEEL and each.dated.first.year == year]
    return tuple(sorted(own, key=lambda each: (each.dated.first, each.dated.last, each.id)))


def known(time: Yearly | Unknown | None) -> Yearly | None:
    """The time of the year, or None."""
    return time if isinstance(time, Yearly) else None


def _stretch(activity: Activity, year: int) -> Stretch:
    """An end that comes earlier in the year than the beginning is in the year after."""
    since, until = known(activity.since), known(activity.until)
    if since is None:
        return Stretch(None, until.last_day(year) if until else None)
    first = since.first_day(year)
    if until is None:
        return Stretch(first, None if isinstance(activity.until, Unknown) else since.last_day(year))
    last = until.last_day(year)
    return Stretch(first, last if last >= first else until.last_day(year + 1))


def _by_time(step: Step) -> tuple[date, date, str]:
    first, last = step.stretch.first, step.stretch.last
    latest = date.max - timedelta(days=1)
    return first or last or latest, last or first or latest, step.id
