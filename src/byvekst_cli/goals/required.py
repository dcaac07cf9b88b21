"""The yearly change that is still required to reach a target."""

import math
from collections.abc import Mapping


class BadSeries(ValueError):
    """Levels that a way ahead cannot be reckoned from: too few, or the target year is past."""


def required_for_point(level: float, target: float, years: int) -> float:
    """The yearly change (per cent) from a level to a target, both per cent since the reference year.

    r = (T/L)^(1/n) - 1. Raises BadSeries for no years, or where nothing can grow from nothing.
    """
    if years < 1 or level <= -100 or target < -100:
        raise BadSeries((level, target, years))
    return 100 * (math.pow((100 + target) / (100 + level), 1 / years) - 1)


def required_for_window(
    levels: Mapping[int, float], target: float, until: int, width: int = 3
) -> float | None:
    """The yearly change (per cent) that makes the mean of the last `width` years the target.

    With g = 1 + r/100 the mean is (known + L·(gᵃ + … + gⁿ)) / width, where `known` are the years of the
    window that have passed. For g ≥ 0 it is continuous, grows strictly (L > 0 and at least one power
    of g is there) and has no upper bound, so there is exactly one answer when the known years alone
    do not exceed the target, and None when they do. Raises BadSeries where years are missing.
    """
    latest = max(levels, default=until)
    window = range(until - width + 1, until + 1)
    missing = [year for year in window if year <= latest and year not in levels]
    if latest >= until or width < 1 or missing or levels[latest] <= -100:
        raise BadSeries(levels)
    known = math.fsum(100 + levels[year] for year in window if year <= latest)
    wanted = width * (100 + target) - known
    powers = [year - latest for year in window if year > latest]
    return None if wanted < 0 else 100 * (_growth(wanted / (100 + levels[latest]), powers) - 1)


def per_head(required: float, population: float) -> float:
    """The yearly change per inhabitant when the population grows: the goal is on traffic, not on each.

    (1 + r) / (1 + b) - 1, all in per cent a year.
    """
    return 100 * ((100 + required) / (100 + population) - 1)


def _growth(wanted: float, powers: list[int]) -> float:
    """The g ≥ 0 with Σ gᵏ = wanted; the sum grows with g, so halving finds it to the last digit."""
    low, high = 0.0, 1.0
    while math.fsum(high**k for k in powers) < wanted:
        low, high = high, high * 2
    while low < (middle := (low + high) / 2) < high:
        low, high = (middle, high) if math.fsum(middle**k for k in powers) < wanted else (low, middle)
    return high
