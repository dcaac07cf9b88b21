"""Draws: seeded, evenly spread, and as right as their number allows."""

from fractions import Fraction
from math import sqrt

import pytest

from byvekst_cli.value.judged import Judged, State
from byvekst_cli.value.smaa import acceptability, ahead, drawn_weights, error
from byvekst_cli.value.span import Span
from byvekst_cli.value.told import Scored
from byvekst_cli.value.tornado import tornado
from byvekst_cli.value.weights import WeightSet, of_order, of_points, of_ranges

numpy = pytest.importorskip("numpy")
F = Fraction
N = 20_000
FIVE = 5
"""Standard errors that a draw may be off: once in two million."""
HUNDRED = [F(100)] * 3


def sure(*values: int) -> list[Judged]:
    return [Judged(Span.sure(F(value)), State.KNOWN) for value in values]


def uncertain(low: int, likely: int, high: int, driver: str | None = None, *, rises: bool = True) -> Judged:
    return Judged(Span(F(low), F(likely), F(high)), State.KNOWN, driver, rises)


def close(share: float, expected: float) -> bool:
    return abs(share - expected) <= FIVE * sqrt(max(expected * (1 - expected), 1 / N) / N)


def test_shares_are_those_of_geometry() -> None:
    """Two criteria: A beats B where the first weighs more than 0.3, so in 70 % of all weights."""
    a, b = sure(80, 20), sure(10, 50)

    found = acceptability([a, b], [], 2, N, 7)

    assert close(found.places[0][0], 0.7)
    assert close(found.places[1][0], 0.3)
    assert found.central[0] is not None
    assert found.central[1] is not None
    assert found.central[0][0] == pytest.approx(0.65, abs=0.02)
    assert found.central[1][0] == pytest.approx(0.15, abs=0.02)
    assert found.confidence == (1.0, 1.0)


def test_three_alike_share_the_simplex() -> None:
    """Each is best in its own criterion: a third each, with the centroid 11/18 for its central weight."""
    found = acceptability([sure(1, 0, 0), sure(0, 1, 0), sure(0, 0, 1)], [], 3, N, 7)

    assert all(close(found.best(at), 1 / 3) for at in range(3))
    assert found.central[0] is not None
    assert found.central[0][0] == pytest.approx(11 / 18, abs=0.01)


def test_what_is_never_first_has_no_central_weights() -> None:
    """As in tests/nacw.R of the R package smaa 0.3: the better one has the weights drawn, the other none."""
    third = of_points([F(1)] * 3, HUNDRED)

    found = acceptability([sure(1, 1, 1), sure(0, 0, 0)], [third], 3, 1_000, 7)

    assert found.places == ((1.0, 0.0), (0.0, 1.0))
    assert found.central[0] == pytest.approx((1 / 3,) * 3)
    assert found.central[1] is None
    assert found.confidence == (1.0, None)


def test_ordered_weights_are_on_average_the_published_centroids() -> None:
    """Sorted even draws have the rank order centroids as their mean (Barron and Barrett 1996)."""
    random = numpy.random.default_rng(7)
    ordered = of_order([1, 2, 3], HUNDRED)
    drawn = drawn_weights([ordered], 3, N, random)

    assert drawn.sum(axis=1) == pytest.approx(numpy.ones(N))
    assert (drawn[:, 0] >= drawn[:, 1]).all()
    assert (drawn[:, 1] >= drawn[:, 2]).all()
    assert drawn.mean(axis=0) == pytest.approx([float(w) for w in ordered.point], abs=FIVE * 0.2 / sqrt(N))


@pytest.mark.parametrize(
    "chosen",
    [
        of_ranges([F(20), F(0), F(50)], [F(40), F(30), F(50)], HUNDRED, [F(30), F(10), F(50)]),
        of_order([2, 1, 2], [F(50), F(100), F(20)]),
        of_order([3, 1, 2], [F(50), F(100), F(20)], F(1, 5)),
    ],
)
def test_drawn_weights_lie_in_the_set(chosen: WeightSet) -> None:
    """Every draw is worth no more in any direction than the best extreme point."""
    random = numpy.random.default_rng(7)
    drawn = drawn_weights([chosen], 3, 2_000, random)
    corners = numpy.array([[float(w) for w in each] for each in chosen.extremes])

    for aim in random.normal(size=(50, 3)):
        assert (drawn @ aim).max() <= (corners @ aim).max() + 1e-9


def test_a_triangular_effect_is_drawn_as_one() -> None:
    """B at 30 is passed by a triangle 0–20–60 with the probability of its upper tail, (60−30)²/(60·40)."""
    found = ahead([[uncertain(0, 20, 60)], sure(30)], [], 1, N, 7)

    assert close(found[0][1], 30**2 / (60 * 40))
    assert found[0][1] + found[1][0] == pytest.approx(1)
    assert found[0][0] == 0


def test_effects_with_one_driver_are_strong_together() -> None:
    """A is always 10 ahead of B where both hang on the same; alone they pass each other at times."""
    same = [[uncertain(10, 30, 50, "sykkelvaner")], [uncertain(0, 20, 40, "Sykkelvaner")]]
    own = [[uncertain(10, 30, 50)], [uncertain(0, 20, 40)]]

    assert acceptability(same, [], 1, N, 7).best(0) == 1
    assert 0.6 < acceptability(own, [], 1, N, 7).best(0) < 0.95


def test_the_same_seed_gives_the_same_answer() -> None:
    """And another seed another one; both within their error."""
    projects = [[uncertain(0, 20, 60), uncertain(-10, 5, 30)], sure(25, 4)]

    first, again, other = (acceptability(projects, [], 2, 2_000, seed) for seed in (1, 1, 2))

    assert first == again
    assert first != other
    assert abs(first.best(0) - other.best(0)) < 2 * FIVE * error(2_000)


def test_those_worth_the_same_share_a_place() -> None:
    """A place is one more than how many are worth more: two alike are never set apart by the list.

    Lahdelma and Salminen 2001. Both lead where the third's criterion weighs less than half, and their
    central weights are the middle of those.
    """
    found = acceptability([sure(1, 1), sure(1, 1), sure(0, 2)], [], 2, N, 7)

    assert found.places[0] == found.places[1]
    assert found.central[0] == found.central[1] == pytest.approx((0.75, 0.25), abs=0.02)
    assert close(found.places[0][0], 0.5)
    assert found.places[0][1] == pytest.approx(1 - found.places[0][0])
    assert found.places[2][2] == pytest.approx(found.places[0][0])
    assert all(sum(row) == pytest.approx(1) for row in found.places)


def test_adding_in_another_order_sets_nobody_apart() -> None:
    """0.1 + 0.2 + 0.3 is the same as 0.3 + 0.2 + 0.1, whatever a computer makes of it."""
    weights = of_points([F(1)] * 3, HUNDRED)
    one = [Judged(Span.sure(F(value, 10)), State.KNOWN) for value in (1, 2, 3)]

    found = acceptability([one, one[::-1]], [weights], 3, 1_000, 7)

    assert found.places == ((1.0, 0.0), (1.0, 0.0))
    assert ahead([one, one[::-1]], [weights], 3, 1_000, 7) == ((0.0, 0.0), (0.0, 0.0))


@pytest.mark.parametrize(("share", "expected"), [(0.5, 0.0098), (0.0, 0.0003), (1.0, 0.0003)])
def test_errors_are_those_of_the_number_of_draws(share: float, expected: float) -> None:
    """1.96·√(p(1−p)/N), and three in N for what never happened (the rule of three)."""
    assert error(10_000, share) == pytest.approx(expected)


def scored(id: str, *judged: Judged) -> Scored:
    return Scored(id, None, None, judged)  # type: ignore[arg-type]


def test_a_tornado_adds_up_what_hangs_together() -> None:
    """Two cycle roads with one driver make one bar; more traffic is stronger and worth less."""
    roads = [
        scored("A", uncertain(0, 20, 40, "sykkelvaner"), sure(0)[0]),
        scored("B", uncertain(10, 20, 30, "Sykkelvaner"), uncertain(-30, -10, 0, rises=False)),
    ]

    wide, narrow = tornado(roads, ["sykkel", "bil"], (F(1, 2), F(1, 2)))

    assert (wide.source, wide.weak, wide.strong, wide.effects) == (("", "sykkelvaner"), 0, 30, 2)
    assert (narrow.source, narrow.weak, narrow.strong) == (("B", "bil"), 20, 5)
