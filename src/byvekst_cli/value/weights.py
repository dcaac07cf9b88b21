"""Sets of weights: a point, and the extreme points of all weights that an answer allows.

A weight is what one value point on a criterion is worth; the weights of a set add up to 1. An answer
is about swings: `worth` is what a step is worth, `step` how many value points it is. The weight of a
criterion is then worth/step, so another pair of levels gives the same weight (Dodgson et al. 2009,
6.2.10; von Winterfeldt and Edwards, Decision Analysis and Behavioral Research, 1986, 8.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Final

Weights = tuple[Fraction, ...]
MOST_RANGES: Final = 12
"""Criteria with a range in one set: their corners are two to this power."""


class NoWeights(Exception):
    """The answers allow no weights at all: everything is worth nothing, or a step is no step up."""


@dataclass(frozen=True, slots=True)
class WeightSet:
    """`point` stands for the set where one is needed; every linear claim is tested on `extremes`.

    `order` are the criteria in classes of like importance where only places are known (each step worth
    `least` of all at the least), `ranges` the lowest and highest worth of a value point where there are
    ranges: what draws are made by.
    """

    point: Weights
    extremes: tuple[Weights, ...]
    order: tuple[tuple[int, ...], ...] = ()
    steps: Weights = ()
    ranges: tuple[tuple[Fraction, Fraction], ...] = ()
    least: Fraction = Fraction(0)


def of_points(worth: Sequence[Fraction], step: Sequence[Fraction]) -> WeightSet:
    """Swing points: one weighting. Raises NoWeights."""
    point = _normal(_per_value(worth, step))
    return WeightSet(point, (point,))


def of_order(places: Sequence[int], step: Sequence[Fraction], least: Fraction = Fraction(0)) -> WeightSet:
    """Places, 1 for the most important step; those that share a place are worth the same.

    The extreme points give the first k places alike and the rest nothing, or rather `least`, the share
    of all worth that each step has at the least. The point is made by rank order centroids.
    Raises NoWeights, also where there is no room for so much to each.
    """
    if least * len(places) > 1:
        raise NoWeights
    classes = [tuple(at for at, own in enumerate(places) if own == place) for place in sorted(set(places))]
    extremes = []
    for last in sorted(set(places)):
        worth = _normal([Fraction(int(place <= last)) for place in places])
        extremes.append(_normal(_per_value(raised(worth, least), step)))
    point = _normal(_per_value(raised(shared_centroids(places), least), step))
    return WeightSet(point, tuple(extremes), tuple(classes), tuple(step), least=least)


def raised(worth: Sequence[Fraction], least: Fraction) -> Weights:
    """Worth that adds up to 1, with `least` to each first and the rest shared as before."""
    rest = 1 - least * len(worth)
    return tuple(least + rest * each for each in worth)


def of_ranges(
    low: Sequence[Fraction], high: Sequence[Fraction], step: Sequence[Fraction], points: Sequence[Fraction]
) -> WeightSet:
    """Lowest and highest points; `points` are the likely ones. Raises NoWeights, also for too many.

    Weights w with w[i]/w[j] ≤ high[i]/low[j]. The corners of the box, set to add up to 1, hold all
    extreme points; one of them is extreme when the ratios that are at their bound tie all of its
    weights together.
    """
    least, most = _per_value(low, step), _per_value(high, step)
    if sum(a != b for a, b in zip(least, most, strict=True)) > MOST_RANGES:
        raise NoWeights
    corners = product(*(sorted({a, b}) for a, b in zip(least, most, strict=True)))
    found = dict.fromkeys(_normal(corner) for corner in corners if any(corner))
    extremes = tuple(each for each in found if _is_tied(each, least, most))
    point = _normal(_per_value(points, step))
    return WeightSet(point, extremes, ranges=tuple(zip(least, most, strict=True)))


def shared_centroids(places: Sequence[int]) -> Weights:
    """The centroid of the weights that keep an order where some share a place.

    Its corners give the first k places alike and the rest nothing, and the centroid of a simplex is
    the mean of its corners; without shared places these are the rank order centroids (Barron and
    Barrett, Decision quality using ranked attribute weights, Management Science 42, 1996).
    """
    classes = sorted(set(places))
    corners = [_normal([Fraction(int(place <= last)) for place in places]) for last in classes]
    return tuple(sum(column, Fraction(0)) / len(corners) for column in zip(*corners, strict=True))


def _per_value(worth: Sequence[Fraction], step: Sequence[Fraction]) -> Weights:
    if any(each <= 0 for each in step):
        raise NoWeights
    return tuple(each / size for each, size in zip(worth, step, strict=True))


def _normal(weights: Sequence[Fraction]) -> Weights:
    whole = sum(weights, Fraction(0))
    if whole <= 0:
        raise NoWeights
    return tuple(weight / whole for weight in weights)


def _is_tied(weights: Weights, low: Weights, high: Weights) -> bool:
    """Whether each weight above zero hangs together with the others by ratios at their bound."""
    there = [at for at, weight in enumerate(weights) if weight > 0]
    seen, queue = {there[0]}, [there[0]]
    while queue:
        one = queue.pop()
        for other in there:
            if other not in seen and _at_bound(weights, low, high, one, other):
                seen.add(other)
                queue.append(other)
    return len(seen) == len(there)


def _at_bound(weights: Weights, low: Weights, high: Weights, one: int, other: int) -> bool:
    up = weights[one] * low[other] == high[one] * weights[other]
    return up or weights[other] * low[one] == high[other] * weights[one]
