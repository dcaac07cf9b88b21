"""From a level to value points, by anchors that were declared beforehand.

Piecewise linear between anchors (Dodgson et al., Multi-criteria analysis: a manual, DCLG 2009, 5.5.2.5
and 6.2.8). The list of projects plays no part: a scale set by its best and worst project turns ranks
about when a project comes or goes.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import pairwise

from byvekst_cli.model.value_model import Beyond, Criterion
from byvekst_cli.value.span import Span

Point = tuple[Fraction, Fraction]
"""A level and its value."""


class OutOfRange(Exception):
    """A level outside the scale, where nothing says what it is worth."""


class Flaw(Enum):
    """Why a criterion cannot be used."""

    GRADES = "grades"
    FEW = "few"
    TWICE = "twice"
    ZERO_OUTSIDE = "zero-outside"
    ZERO_NOT_NOTHING = "zero-not-nothing"
    NO_UNIT = "no-unit"


@dataclass(frozen=True, slots=True)
class Scale:
    """Points by rising level, at least two; `ordinal` takes only the levels that are named."""

    points: tuple[Point, ...]
    beyond: Beyond = Beyond.ERROR
    ordinal: bool = False

    def at(self, level: Fraction) -> Fraction:
        """What a level is worth. Raises OutOfRange."""
        levels = [point[0] for point in self.points]
        if self.ordinal and level not in levels:
            raise OutOfRange(level)
        if not levels[0] <= level <= levels[-1]:
            level = self._moved_in(level)
        at = min(max(bisect_left(levels, level), 1), len(levels) - 1)
        (left, low), (right, high) = self.points[at - 1 : at + 1]
        return low + (high - low) * (level - left) / (right - left)

    def over(self, low: Fraction, likely: Fraction, high: Fraction) -> Span:
        """The values from `low` to `high`, also where the best is between them. Raises OutOfRange."""
        low, high = min(low, likely, high), max(low, likely, high)
        inside = [value for level, value in self.points if low < level < high]
        found = [self.at(low), self.at(likely), self.at(high), *inside]
        return Span(min(found), self.at(likely), max(found))

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The least and the most that anything on the scale is worth."""
        values = [value for _, value in self.points]
        return min(values), max(values)

    @property
    def is_rising(self) -> bool:
        """Whether the highest level is worth at least as much as the lowest."""
        return self.points[-1][1] >= self.points[0][1]

    def _moved_in(self, level: Fraction) -> Fraction:
        if self.beyond is Beyond.ERROR:
            raise OutOfRange(level)
        if self.beyond is Beyond.CLIP:
            return min(max(level, self.points[0][0]), self.points[-1][0])
        return level


def flaws_of(criterion: Criterion) -> Iterator[Flaw]:
    """What keeps a criterion from being used."""
    points, grades = _points(criterion.steps), _points(criterion.worded_steps)
    if len(points) < 2 or len(grades) == 1:
        yield Flaw.FEW
    elif _has_twice(points) or _has_twice(grades):
        yield Flaw.TWICE
    elif criterion.anchors and grades and not any(value == 0 for _, value in grades):
        yield Flaw.GRADES
    else:
        if criterion.anchors and not criterion.unit:
            yield Flaw.NO_UNIT
        yield from _about_zero(criterion, Scale(points, Beyond.ERROR, criterion.is_ordinal))


def scale_of(criterion: Criterion) -> Scale | None:
    """The criterion's scale; None where a flaw keeps it from meaning anything."""
    if any(flaw is not Flaw.NO_UNIT for flaw in flaws_of(criterion)):
        return None
    return Scale(_points(criterion.steps), criterion.beyond, criterion.is_ordinal)


def worded_scale_of(criterion: Criterion) -> Scale | None:
    """The grades in words, which a measured criterion may have for small projects; None without them."""
    return Scale(_points(criterion.worded_steps), ordinal=True) if criterion.grades else None


def _has_twice(points: tuple[Point, ...]) -> bool:
    return any(one[0] == other[0] for one, other in pairwise(points))


def _about_zero(criterion: Criterion, scale: Scale) -> Iterator[Flaw]:
    """In a portfolio, doing is set against not doing, so that must be worth nothing.

    Clemen and Smith, Decision Analysis 6 (2009), and Morton, Omega (2015): another zero lets a project
    that does not matter change which are chosen.
    """
    try:
        if scale.at(Fraction(criterion.zero)) != 0:
            yield Flaw.ZERO_NOT_NOTHING
    except OutOfRange:
        yield Flaw.ZERO_OUTSIDE


def _points(steps: tuple[tuple[Decimal, Decimal], ...]) -> tuple[Point, ...]:
    return tuple((Fraction(level), Fraction(value)) for level, value in steps)
