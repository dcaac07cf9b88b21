"""From monthly traffic at points to means in a window, where there is enough of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from byvekst_cli.goals.point_index import BadPoints, CityIndex, city_index


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year, 1 to 12."""

    year: int
    month: int

    @property
    def number(self) -> int:
        return self.year * 12 + self.month - 1


@dataclass(frozen=True, slots=True)
class Traffic:
    """A point in a month: mean daily traffic with light vehicles, and two qualities in per cent.

    `coverage` is how much of the time has measured lengths, `quality` the share of vehicles with one.
    """

    month: Month
    mean: float
    coverage: float = 100
    quality: float = 100

    @property
    def is_good(self) -> bool:
        """Good enough to count: coverage of at least 50 and quality of at least 98.5 per cent."""
        return self.coverage >= 50 and self.quality >= 98.5


@dataclass(frozen=True, slots=True)
class Criteria:
    """How many months a window must hold, and how often a calendar month must be seen to count."""

    months: int
    each: int


CRITERIA: Final = {12: Criteria(9, 1), 24: Criteria(20, 1), 36: Criteria(31, 2)}
"""By months in the window: indexpoints_tidying_functions.R in https://github.com/snohan/byindeks.

Its report (city_index_report.qmd) speaks of ten in any twelve months; the published points have nine.
"""
REFERENCE: Final = Criteria(10, 1)
"""A point's reference year needs ten months; same source."""


@dataclass(frozen=True, slots=True)
class Mean:
    """A point's mean monthly daily traffic, and how many months it is made from."""

    traffic: float
    months: int


def window_mean(point: Iterable[Traffic], until: Month, length: int) -> Mean | None:
    """A point's mean in a window of 12, 24 or 36 months, or None where there is too little.

    It is the mean of the calendar months' means, so each time of the year weighs the same although
    some of its months are missing. Raises ValueError for another length, BadPoints for a month twice.
    """
    if length not in CRITERIA:
        raise ValueError(length)
    return _mean(point, until, length, CRITERIA[length])


def reference_mean(point: Iterable[Traffic], year: int) -> Mean | None:
    """A point's mean in the reference year, or None for fewer than ten good months."""
    return _mean(point, Month(year, 12), 12, REFERENCE)


def window_index(
    points: Mapping[str, Iterable[Traffic]], reference: int, until: Month, length: int
) -> CityIndex:
    """The index of all points that have enough in both. Raises BadPoints where these are fewer than two."""
    pairs = []
    for point in map(tuple, points.values()):
        before, now = reference_mean(point, reference), window_mean(point, until, length)
        if before and now:
            pairs.append((before.traffic, now.traffic))
    return city_index(pairs)


def _mean(point: Iterable[Traffic], until: Month, length: int, criteria: Criteria) -> Mean | None:
    found = [each for each in point if each.is_good and 0 <= until.number - each.month.number < length]
    if len({each.month for each in found}) < len(found):
        raise BadPoints(found)
    by_month: dict[int, list[float]] = defaultdict(list)
    for each in found:
        by_month[each.month.month].append(each.mean)
    kept = [means for means in by_month.values() if len(means) >= criteria.each]
    months = sum(map(len, kept))
    return Mean(fmean(map(fmean, kept)), months) if months >= criteria.months else None
