"""Ways ahead: several at a time, for one line through the past would be taken for a forecast."""

from collections.abc import Mapping
from enum import Enum

from byvekst_cli.goals.required import BadSeries, required_for_point


class Course(Enum):
    """What the coming years are like."""

    LAST_YEAR = "last-year"
    THREE_YEARS = "three-years"
    ZERO_GROWTH = "zero-growth"


Fan = Mapping[Course, Mapping[int, float]]
"""By course and year: the change since the reference year, per cent; each begins at the latest level."""


def fan(levels: Mapping[int, float], until: int) -> Fan:
    """Two or three courses from the latest level: the growth of the last year, of three years, and none.

    The growth of three years is their geometric mean, and is left out where the level three years back
    is not known. These are illustrations and have no probabilities. Raises BadSeries where the last two
    years are not known, for there would be one line only, or where `until` is past.
    """
    latest = max(levels, default=until)
    if until <= latest or latest - 1 not in levels:
        raise BadSeries(levels)
    spans = {Course.LAST_YEAR: 1, Course.THREE_YEARS: 3, Course.ZERO_GROWTH: 0}
    growths = {
        course: required_for_point(levels[latest - span], levels[latest], span) if span else 0.0
        for course, span in spans.items()
        if latest - span in levels
    }
    start = 100 + levels[latest]
    years = range(latest, until + 1)
    return {
        course: {year: start * (1 + growth / 100) ** (year - latest) - 100 for year in years}
        for course, growth in growths.items()
    }
