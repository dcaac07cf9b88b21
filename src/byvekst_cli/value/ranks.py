"""Which places a project can have when weights and effects are not known exactly.

Effects are intervals of their own and weights are anywhere in a set. A difference between two values
is linear in the weights, so what holds in all extreme points holds in the whole set (Liesiö, Mild and
Salo, European Journal of Operational Research 181 (2007); rank intervals: Salo and Punkka, EJOR 209
(2011)).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from operator import lt, mul, sub
from typing import Final

from byvekst_cli.value.mixed import can_hold_together
from byvekst_cli.value.span import Span
from byvekst_cli.value.total import value
from byvekst_cli.value.weights import Weights

MOST_TRIED: Final = 5_000
"""Other projects times extreme points, up to which mixes are tried: beyond it takes seconds."""
Row = Sequence[int]
"""A number for each extreme point, on one common denominator."""


@dataclass(frozen=True, slots=True)
class Rank:
    """Places from `best` to `worst`, 1 being first.

    No weights of the set give a place outside. `is_reached` says that both ends are reached with some
    weights; where that was not found, the true interval may be narrower.
    """

    best: int
    worst: int
    is_reached: bool


def rank_intervals(projects: Sequence[Sequence[Span]], sets: Sequence[Sequence[Weights]]) -> tuple[Rank, ...]:
    """The places of each project over several sets of weights, each given by its extreme points."""
    by_set = [_in_one_set(projects, extremes) for extremes in sets]
    return tuple(_joined(ranks) for ranks in zip(*by_set, strict=True))


def likely_places(
    projects: Sequence[Sequence[Span]], points: Sequence[Weights]
) -> tuple[tuple[int, int], ...]:
    """The first and the last place of each project by likely values over some single weightings."""
    by_point = [[value(spans, weights).likely for spans in projects] for weights in points]
    placed = []
    for values in by_point:
        order = sorted(values)
        placed.append([1 + len(order) - bisect_right(order, own) for own in values])
    return tuple((min(own), max(own)) for own in zip(*placed, strict=True))


def dominates(one: Sequence[Span], other: Sequence[Span], extremes: Sequence[Weights]) -> bool:
    """Whether one project is worth at least as much as another for all weights and effects, at times more."""
    never_less = all(value(one, weights).low >= value(other, weights).high for weights in extremes)
    return never_less and any(value(one, weights).high > value(other, weights).low for weights in extremes)


def _in_one_set(projects: Sequence[Sequence[Span]], extremes: Sequence[Weights]) -> list[Rank]:
    lows, highs = _in_whole_numbers(projects, extremes)
    by_point = [
        (sorted(low), sorted(high))
        for low, high in zip(zip(*lows, strict=True), zip(*highs, strict=True), strict=True)
    ]
    return [_rank(at, lows, highs, by_point) for at in range(len(projects))]


def _rank(
    at: int, lows: Sequence[Row], highs: Sequence[Row], by_point: Sequence[tuple[list[int], list[int]]]
) -> Rank:
    """Above it are those that are so everywhere; it may come below those that are above it anywhere."""
    low, high = lows[at], highs[at]
    surely = sum(all(map(lt, high, other)) for other in lows)
    possibly = sum(any(map(lt, low, other)) for number, other in enumerate(highs) if number != at)
    above = [len(own) - bisect_right(own, mine) for mine, (own, _) in zip(high, by_point, strict=True)]
    maybe = [
        len(own) - bisect_right(own, mine) - (mine < most)
        for mine, most, (_, own) in zip(low, high, by_point, strict=True)
    ]
    is_best = min(above) == surely or _is_reached([(high, other) for other in lows], 0)
    beside = ((low, other) for number, other in enumerate(highs) if number != at)
    is_worst = max(maybe) == possibly or _is_reached([(other, own) for own, other in beside], 1)
    return Rank(1 + surely, 1 + possibly, is_best and is_worst)


def _is_reached(pairs: Sequence[tuple[Row, Row]], least: int) -> bool:
    """Whether some weights give an end of the interval: all gaps that can be so are so at once."""
    if len(pairs) * len(pairs[0][0]) > MOST_TRIED:
        return False
    gaps = (list(map(sub, one, other)) for one, other in pairs)
    return can_hold_together([gap for gap in gaps if max(gap) >= least], least)


def _joined(ranks: Sequence[Rank]) -> Rank:
    """Over several sets; an end is reached where the set that gives it reaches it."""
    best, worst = min(rank.best for rank in ranks), max(rank.worst for rank in ranks)
    ends = [[r for r in ranks if r.best == best], [r for r in ranks if r.worst == worst]]
    return Rank(best, worst, all(any(rank.is_reached for rank in end) for end in ends))


def _in_whole_numbers(
    projects: Sequence[Sequence[Span]], extremes: Sequence[Weights]
) -> tuple[list[Row], list[Row]]:
    """Lows and highs by extreme point, each point times what makes all whole: fast, exact, in order."""
    weights = [_whole(each, lcm(*(weight.denominator for weight in each))) for each in extremes]
    common = lcm(*{end.denominator for spans in projects for span in spans for end in (span.low, span.high)})
    lows = [_whole([span.low for span in spans], common) for spans in projects]
    highs = [_whole([span.high for span in spans], common) for spans in projects]
    return [_by_point(row, weights) for row in lows], [_by_point(row, weights) for row in highs]


def _by_point(values: Row, extremes: Sequence[Row]) -> Row:
    return tuple(sum(map(mul, values, weights)) for weights in extremes)


def _whole(numbers: Sequence[Fraction], common: int) -> Row:
    return tuple(number.numerator * (common // number.denominator) for number in numbers)
