"""Which places a project can have when weights and effects are not known exactly.

Effects are intervals of their own and weights are anywhere in a set. A difference between two values
is linear in the weights, so what holds in all extreme points holds in the whole set (Liesiö, Mild and
Salo, European Journal of Operational Research 181 (2007); rank intervals: Salo and Punkka, EJOR 209
(2011)).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from byvekst_cli.value.span import Span
from byvekst_cli.value.total import value
from byvekst_cli.value.weights import Weights

Row = tuple[int, ...]
"""A number for each extreme point, on one common denominator."""


@dataclass(frozen=True, slots=True)
class Rank:
    """Places from `best` to `worst`, 1 being first.

    No weights of the set give a place outside. `is_reached` says that both ends are reached in some
    extreme point; where they are not, the true interval may be narrower.
    """

    best: int
    worst: int
    is_reached: bool


def rank_intervals(projects: Sequence[Sequence[Span]], sets: Sequence[Sequence[Weights]]) -> tuple[Rank, ...]:
    """The places of each project over several sets of weights, each given by its extreme points."""
    by_set = [_in_one_set(projects, extremes) for extremes in sets]
    return tuple(_joined(ranks) for ranks in zip(*by_set, strict=True))


def dominates(one: Sequence[Span], other: Sequence[Span], extremes: Sequence[Weights]) -> bool:
    """Whether one project is worth at least as much as another for all weights and effects, at times more."""
    gaps = [value(one, weights).low - value(other, weights).high for weights in extremes]
    most = [value(one, weights).high - value(other, weights).low for weights in extremes]
    return min(gaps) >= 0 and max(most) > 0


def _in_one_set(projects: Sequence[Sequence[Span]], extremes: Sequence[Weights]) -> list[Rank]:
    lows, highs = _in_whole_numbers(projects, extremes)
    return [_rank(at, lows, highs) for at in range(len(projects))]


def _rank(at: int, lows: Sequence[Row], highs: Sequence[Row]) -> Rank:
    """Above it are those that are so everywhere; it may come below those that are above it anywhere."""
    my_low, my_high = lows[at], highs[at]
    above = [0] * len(my_low)
    maybe = [0] * len(my_low)
    surely = possibly = 0
    for other, (low, high) in enumerate(zip(lows, highs, strict=True)):
        if other == at:
            continue
        ahead = [mine < theirs for mine, theirs in zip(my_high, low, strict=True)]
        could = [mine < theirs for mine, theirs in zip(my_low, high, strict=True)]
        surely += all(ahead)
        possibly += any(could)
        above = [count + more for count, more in zip(above, ahead, strict=True)]
        maybe = [count + more for count, more in zip(maybe, could, strict=True)]
    return Rank(1 + surely, 1 + possibly, min(above) == surely and max(maybe) == possibly)


def _joined(ranks: Sequence[Rank]) -> Rank:
    """Over several sets; an end is reached where the set that gives it reaches it."""
    best, worst = min(rank.best for rank in ranks), max(rank.worst for rank in ranks)
    ends = [[r for r in ranks if r.best == best], [r for r in ranks if r.worst == worst]]
    return Rank(best, worst, all(any(rank.is_reached for rank in end) for end in ends))


def _in_whole_numbers(
    projects: Sequence[Sequence[Span]], extremes: Sequence[Weights]
) -> tuple[list[Row], list[Row]]:
    """Lows and highs by extreme point, times what makes them all whole: compared fast and exactly."""
    found = [[value(spans, weights) for weights in extremes] for spans in projects]
    ends = [(each.low, each.high) for row in found for each in row]
    common = lcm(*{end.denominator for pair in ends for end in pair})
    lows = [tuple(_whole(each.low, common) for each in row) for row in found]
    highs = [tuple(_whole(each.high, common) for each in row) for row in found]
    return lows, highs


def _whole(number: Fraction, common: int) -> int:
    return number.numerator * (common // number.denominator)
