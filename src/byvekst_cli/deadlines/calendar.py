"""Which days are closed, and how working days are counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.closed_days import ClosedDay, ClosedDays
from byvekst_cli.model.when import When

FRIDAY: Final = 4
MOST: Final = 3000
"""Days that are looked through for an open one before it is given up."""
BACK: Final = -1
ON: Final = 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """Saturdays and Sundays are always closed; `years` are those whose holidays are known."""

    closed: Mapping[date, tuple[ClosedDay, ...]]
    years: frozenset[int]

    def is_closed(self, day: date) -> bool:
        return day.weekday() > FRIDAY or day in self.closed

    def knows(self, day: date) -> bool:
        return day.year in self.years

    def named(self, day: date) -> tuple[ClosedDay, ...]:
        """Why a day is closed, apart from being a Saturday or Sunday; a day may have two names."""
        return self.closed.get(day, ())

    def nearest_open(self, day: date, step: int) -> date | None:
        """The day itself if it is open, else the first open one `BACK` or `ON` from it."""
        return day if not self.is_closed(day) else self.working(day, 1, step)

    def working(self, day: date, count: int, step: int) -> date | None:
        """The day that is so many working days `BACK` or `ON`, the first day not counted.

        None where everything is closed.
        """
        for _ in range(MOST):
            if count == 0:
                return day
            day += timedelta(days=step)
            count -= not self.is_closed(day)
        return None


@lru_cache(maxsize=1)
def calendar_of(area: Area) -> Calendar:
    """The country's holidays and the area's own closed days, together."""
    closed: dict[date, tuple[ClosedDay, ...]] = {}
    for each in area.all_of(ClosedDay).values():
        for day in each.days():
            closed[day] = (*closed.get(day, ()), each)
    years: set[int] = set()
    for table in area.all_of(ClosedDays).values():
        period = table.covers
        if period and isinstance(period.since, When) and isinstance(period.until, When):
            years.update(range(period.since.first.year, period.until.last.year + 1))
    return Calendar(closed, frozenset(years))
