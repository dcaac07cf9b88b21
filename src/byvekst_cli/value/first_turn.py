"""The smallest change of one weight that changes the order of any two projects, exactly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise, product

from byvekst_cli.value.crossover import crossing
from byvekst_cli.value.weights import Weights


@dataclass(frozen=True, slots=True)
class Turn:
    """At `weight` on a criterion, projects number `one` and `other` are worth the same."""

    criterion: int
    weight: Fraction
    one: int
    other: int


def first_turns(projects: Sequence[Weights], weights: Weights) -> tuple[Turn | None, ...]:
    """For each criterion the change of order nearest to its weight; None where there is none.

    Projects next to each other in value meet first, so only they are tried; those that are worth the
    same stand at one place.
    """
    places = _places(projects, weights)
    pairs = [pair for above, below in pairwise(places) for pair in product(above, below)]
    found = []
    for criterion, weight in enumerate(weights):
        turns = [
            Turn(criterion, where, one, other)
            for one, other in pairs
            if (where := crossing(projects[one], projects[other], weights, criterion)) is not None
        ]
        found.append(min(turns, key=lambda turn: (abs(turn.weight - weight), turn.one), default=None))
    return tuple(found)


def _places(projects: Sequence[Weights], weights: Weights) -> list[list[int]]:
    """Numbers of projects from the highest value down, those alike together."""
    values: dict[Fraction, list[int]] = {}
    for at, project in enumerate(projects):
        value = sum((own * weight for own, weight in zip(project, weights, strict=True)), Fraction(0))
        values.setdefault(value, []).append(at)
    return [values[value] for value in sorted(values, reverse=True)]
