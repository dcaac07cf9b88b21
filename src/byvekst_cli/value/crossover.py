"""The weight at which two projects change places, exactly: a value is linear in each weight.

One weight is moved and the others keep their proportions, so V(t) = t·v + (1 − t)·rest, which for two
projects are straight lines that meet once or never.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from byvekst_cli.value.weights import Weights


@dataclass(frozen=True, slots=True)
class Crossing:
    """At `weight` on criterion number `criterion` the project is worth as much as number `other`."""

    criterion: int
    weight: Fraction
    other: int


def crossing(one: Weights, other: Weights, weights: Weights, criterion: int) -> Fraction | None:
    """The weight on a criterion at which two projects are worth the same.

    `one` and `other` are likely values by criterion. None where no weight from 0 to 1 does so, or all do,
    and where one criterion is all there is: its weight cannot change.
    """
    if len(weights) == 1:
        return None
    gap = one[criterion] - other[criterion]
    rest = _rest(one, weights, criterion) - _rest(other, weights, criterion)
    if gap == rest:
        return None
    found = rest / (rest - gap)
    return found if 0 <= found <= 1 else None


def nearest(
    projects: Sequence[Weights], at: int, weights: Weights
) -> tuple[tuple[Crossing | None, Crossing | None], ...]:
    """For each criterion the first change of places when its weight goes down, and when it goes up."""
    found = []
    for criterion, weight in enumerate(weights):
        crossings = [
            Crossing(criterion, where, other)
            for other in range(len(projects))
            if other != at
            and (where := crossing(projects[at], projects[other], weights, criterion)) is not None
        ]
        below = max(
            (c for c in crossings if c.weight < weight), key=lambda c: (c.weight, -c.other), default=None
        )
        above = min(
            (c for c in crossings if c.weight > weight), key=lambda c: (c.weight, c.other), default=None
        )
        found.append((below, above))
    return tuple(found)


def _rest(values: Weights, weights: Weights, criterion: int) -> Fraction:
    """What the other criteria give when they have all the weight, in their own proportions.

    Where they have none now, each counts the same.
    """
    others = [at for at in range(len(weights)) if at != criterion]
    whole = sum((weights[at] for at in others), Fraction(0))
    if not whole:
        return sum((values[at] for at in others), Fraction(0)) / len(others)
    return sum((values[at] * weights[at] for at in others), Fraction(0)) / whole
