"""Waves of a travel survey are compared by their difference, with its design, or not at all."""

import math
import random
from dataclasses import replace
from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.goals.estimate import AcrossBreak
from byvekst_cli.goals.survey import Wave, design_effect, difference

WEIGHTS = st.lists(st.floats(0.01, 100), min_size=1, max_size=50)


def test_without_a_design_effect_nothing_is_judged() -> None:
    """A share and a sample alone look too certain; so does a share of nobody."""
    known = Wave(46, 3000, 1.7)

    assert difference(known, known)
    for unknown in (Wave(46), Wave(46, 3000), Wave(46, design=1.7), Wave(0, 3000, 1.7)):
        assert unknown.estimate is None
        assert difference(known, unknown) is None
        assert difference(unknown, known) is None


def test_intervals_that_overlap_may_differ() -> None:
    """Schenker & Gentleman 2001, p. 183: 112 and 88 of 200.

    The intervals overlap, and that of the difference (0.02 to 0.22) does not hold zero. The p-value of
    0.017 that is cited for it is that of log odds; shares themselves give 0.016.
    """
    before, after = Wave(44, 200, 1), Wave(56, 200, 1)
    found = difference(before, after)
    odds, error = 2 * math.log(112 / 88), math.sqrt(2 / 112 + 2 / 88)

    assert before.estimate
    assert after.estimate
    assert before.estimate.high > after.estimate.low
    assert found
    assert (round(found.low, 0), round(found.high, 0)) == (2, 22)
    assert round(found.two_sided(), 3) == 0.016
    assert round(2 * NormalDist().cdf(-odds / error), 3) == 0.017


def test_a_design_effect_takes_the_clear_difference_away() -> None:
    """46 to 43.5 per cent: p is 0.048 with 3 100 simple answers each, and 0.13 with deff 1.7 and 1.8."""
    plain = difference(Wave(46, 3100, 1), Wave(43.5, 3100, 1))
    real = difference(Wave(46, 3100, 1.7), Wave(43.5, 3100, 1.8))

    assert plain
    assert real
    assert plain.value == real.value == -2.5
    assert round(plain.two_sided(), 3) == 0.048
    assert round(real.two_sided(), 2) == 0.13


def test_a_published_error_goes_before_one_from_the_sample() -> None:
    """And is the only one for kilometres."""
    assert Wave(46, 3000, 1.7, se=1.4).estimate == Wave(46, se=1.4).estimate
    assert Wave(25.3, se=0.9).estimate


def test_another_questionnaire_is_a_break() -> None:
    """No difference is computed across it."""
    with pytest.raises(AcrossBreak):
        difference(Wave(46, 3000, 1.7), Wave(43, 3000, 1.7, method="2024"))


@pytest.mark.parametrize("wave", [Wave(101, 9, 1), Wave(-1, 9, 1), Wave(50, 0, 1), Wave(50, 9, 0)], ids=str)
def test_a_share_is_of_a_sample(wave: Wave) -> None:
    """Between none and all, of somebody."""
    with pytest.raises(ValueError, match="Wave"):
        assert wave.estimate


def test_equal_weights_have_no_design_effect() -> None:
    """And by hand: weights 1, 1, 2 give 3·6/16."""
    assert design_effect([2.5] * 7) == pytest.approx(1)
    assert design_effect([1, 1, 2]) == pytest.approx(18 / 16)


@given(WEIGHTS, st.floats(0.01, 100))
def test_a_design_effect_is_of_the_spread_of_weights(weights: list[float], factor: float) -> None:
    """One or more, one plus the squared coefficient of variation, whatever the weights sum to."""
    mean = sum(weights) / len(weights)
    spread = sum((w - mean) ** 2 for w in weights) / len(weights)

    assert design_effect(weights) == pytest.approx(1 + spread / mean**2)
    assert design_effect([w * factor for w in weights]) == pytest.approx(design_effect(weights))


@pytest.mark.parametrize("weights", [[], [0, 0], [1, -1]], ids=str)
def test_weights_are_positive(weights: list[float]) -> None:
    """Or there is no sample."""
    with pytest.raises(ValueError, match=r"\["):
        design_effect(weights)


@given(st.floats(1, 99), st.floats(1, 99), st.integers(50, 9000), st.floats(1, 4))
def test_a_difference_has_two_directions(a: float, b: float, answers: int, design: float) -> None:
    """Turned round it has the other sign and the same p; more design is less certain."""
    before, after = Wave(a, answers, design), Wave(b, answers, design)
    forth, back = difference(before, after), difference(after, before)
    worse = difference(replace(before, design=design + 1), after)

    assert forth
    assert back
    assert worse
    assert forth.value == -back.value
    assert forth.two_sided() == pytest.approx(back.two_sided())
    assert worse.se > forth.se


def test_the_error_of_a_share_by_simulation() -> None:
    """Clusters of two who always answer alike are half the sample: deff 2, to √(2/N) of the variance."""
    chance, draws, pairs = random.Random(11), 4000, 100
    found = [100 * sum(chance.random() < 0.4 for _ in range(pairs)) / pairs for _ in range(draws)]
    estimate = Wave(40, 2 * pairs, 2).estimate
    measured = sum((share - 40) ** 2 for share in found) / draws

    assert estimate
    assert abs(measured / estimate.se**2 - 1) < 5 * math.sqrt(2 / draws)
