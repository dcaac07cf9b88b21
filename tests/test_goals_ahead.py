"""What is still required, how the years ahead may go, and what projects are expected to give."""

import math
import random
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from byvekst_cli.goals.contribution import Contribution, Effect, contribution
from byvekst_cli.goals.required import BadSeries, per_head, required_for_point, required_for_window
from byvekst_cli.goals.scenario import Course, fan

LEVELS = st.lists(st.floats(-40, 60), min_size=4, max_size=8).map(
    lambda values: {2025 - at: value for at, value in enumerate(values)}
)
EFFECTS = st.lists(
    st.builds(
        lambda likely, down, up, driver: Effect(likely - down, likely, likely + up, driver),
        st.floats(-100, 100),
        st.floats(0, 50),
        st.floats(0, 50),
        st.sampled_from(["a", "b", None]),
    ),
    max_size=8,
)


def test_at_the_target_nothing_is_required() -> None:
    """Zero growth from zero."""
    assert required_for_point(0, 0, 4) == pytest.approx(0)
    assert required_for_window({2023: 0, 2024: 0, 2025: 0}, 0, 2029) == pytest.approx(0)


def test_compounding_both_ways() -> None:
    """Half of everything in two years is 29.3 per cent less each year; a fifth more in one is a fifth."""
    assert required_for_point(0, -50, 2) == pytest.approx(100 * (math.sqrt(0.5) - 1))
    assert required_for_point(0, 20, 1) == pytest.approx(20)


@given(st.floats(-50, 80), st.floats(-80, 80), st.integers(1, 15))
def test_the_required_change_gets_there(level: float, target: float, years: int) -> None:
    """Applied year by year."""
    change = required_for_point(level, target, years)

    assert (100 + level) * (1 + change / 100) ** years == pytest.approx(100 + target)


@given(LEVELS, st.floats(-40, 60), st.integers(2026, 2035), st.integers(1, 4))
def test_the_window_gets_there(levels: Mapping[int, float], target: float, until: int, width: int) -> None:
    """The mean of the final years is the target; or these years alone are above it already."""
    change = required_for_window(levels, target, until, width)
    factor = 1 if change is None else 1 + change / 100
    window = [
        100 + levels[year] if year <= 2025 else (100 + levels[2025]) * factor ** (year - 2025)
        for year in range(until - width + 1, until + 1)
    ]
    if change is None:
        known = [100 + level for year, level in levels.items() if year > until - width]
        assert sum(known) > width * (100 + target)
    else:
        assert sum(window) / width == pytest.approx(100 + target)


@given(LEVELS, st.floats(-30, 60), st.integers(2026, 2032))
def test_a_window_of_one_year_is_a_point(levels: Mapping[int, float], target: float, until: int) -> None:
    """Two formulas, one answer."""
    point = required_for_point(levels[2025], target, until - 2025)

    assert required_for_window(levels, target, until, 1) == pytest.approx(point, abs=1e-9)


@given(LEVELS, st.floats(-30, 40), st.floats(0.5, 20), st.integers(2026, 2032))
def test_the_answer_is_one_and_grows_with_the_target(
    levels: Mapping[int, float], target: float, more: float, until: int
) -> None:
    """The mean grows strictly with the change, so a laxer target allows strictly more."""
    strict = required_for_window(levels, target, until)
    assume(strict is not None)
    lax = required_for_window(levels, target + more, until)

    assert strict is not None
    assert lax is not None
    assert lax > strict


def test_years_that_have_passed_count_in_the_window() -> None:
    """Two years at +5 leave less than a year can mend: 3·100 - 210 = 90, so 14.3 per cent down at once."""
    assert required_for_window({2024: 5, 2025: 5}, 0, 2026) == pytest.approx(100 * (90 / 105 - 1))
    assert required_for_window({2024: 50, 2025: 50}, 0, 2026) == pytest.approx(-100)
    assert required_for_window({2024: 60, 2025: 60}, 0, 2026) is None


@pytest.mark.parametrize(
    ("levels", "until", "width"),
    [
        ({}, 2029, 3),
        ({2025: 1}, 2025, 3),
        ({2025: 1}, 2026, 3),
        ({2025: 1}, 2029, 0),
        ({2025: -100}, 2029, 3),
    ],
    ids=["none", "past", "missing", "no-window", "nothing"],
)
def test_a_window_needs_its_years(levels: dict[int, float], until: int, width: int) -> None:
    """Nothing is made up for a year that is not there."""
    with pytest.raises(BadSeries):
        required_for_window(levels, 0, until, width)


@pytest.mark.parametrize("values", [(0, 0, 0), (-100, 0, 3), (0, -101, 3)])
def test_a_point_needs_years_and_traffic(values: tuple[float, float, int]) -> None:
    """No time, nothing to grow from, or less than nothing to reach."""
    with pytest.raises(BadSeries):
        required_for_point(*values)


def test_more_people_must_each_drive_less() -> None:
    """Zero growth while the population grows by one per cent a year."""
    assert per_head(0, 1) == pytest.approx(-100 / 101)
    assert per_head(1, 1) == pytest.approx(0)


def test_never_one_line() -> None:
    """Two courses from two years, three from four, and none from one."""
    two = fan({2024: 1, 2025: 2}, 2029)
    four = fan({2022: -2, 2023: 0, 2024: 1, 2025: 2}, 2029)

    assert set(two) == {Course.LAST_YEAR, Course.ZERO_GROWTH}
    assert set(four) == set(Course)
    for levels, until in (
        ({2025: 2.0}, 2029),
        ({2023: 1.0, 2025: 2.0}, 2029),
        ({2024: 1.0, 2025: 2.0}, 2025),
    ):
        with pytest.raises(BadSeries):
            fan(levels, until)


@given(LEVELS, st.integers(2026, 2035))
def test_courses_begin_where_we_are(levels: Mapping[int, float], until: int) -> None:
    """At the latest level, year by year to the end; last year's growth goes on, zero growth stays."""
    found = fan(levels, until)
    growth = (100 + levels[2025]) / (100 + levels[2024])
    over_three = (100 + levels[2025]) / (100 + levels[2022])

    for course in found.values():
        assert list(course) == list(range(2025, until + 1))
        assert course[2025] == pytest.approx(levels[2025], abs=1e-9)
    assert found[Course.ZERO_GROWTH][until] == pytest.approx(levels[2025], abs=1e-9)
    assert found[Course.LAST_YEAR][2026] == pytest.approx((100 + levels[2025]) * growth - 100, abs=1e-6)
    if until >= 2028:
        three = (100 + levels[2025]) * over_three - 100
        assert found[Course.THREE_YEARS][2028] == pytest.approx(three, abs=1e-6)


def test_no_effects_are_no_contribution() -> None:
    """And unknown ones are counted, not taken for none."""
    assert contribution([]) == Contribution(0, 0, 0, 0, 0, 0)
    assert contribution([None, Effect(-3, -2, -1), None]) == Contribution(-3, -2, -1, -3, -1, 2)


def test_one_driver_adds_up_and_two_in_quadrature() -> None:
    """3 and 4 are 7 together and 5 apart."""
    one, other = Effect(-13, -10, -7, "x"), Effect(-14, -10, -6, "x")

    together = contribution([one, other])
    apart = contribution([one, replace(other, driver="y")])
    assert (together.low, together.likely, together.high) == (-27, -20, -13)
    assert (apart.low, apart.likely, apart.high) == (-25, -20, -15)
    assert contribution([replace(one, driver=None), replace(other, driver=None)]) == apart
    assert (apart.lowest, apart.highest) == (-27, -13)


@given(EFFECTS)
def test_the_span_lies_between_independence_and_agreement(effects: list[Effect]) -> None:
    """Never wider than all drivers together, never narrower than all effects apart; order is nothing."""
    found = contribution(effects)
    apart = contribution(replace(each, driver=None) for each in effects)
    together = contribution(replace(each, driver="same") for each in effects)

    assert together.low - 1e-9 <= found.low <= apart.low + 1e-9
    assert apart.high - 1e-9 <= found.high <= together.high + 1e-9
    assert together.low == pytest.approx(found.lowest)
    assert together.high == pytest.approx(found.highest)
    assert contribution(effects[::-1]).low == pytest.approx(found.low)


def test_the_level_of_the_span_by_simulation() -> None:
    """Normal effects with 10 and 90 per cent bounds: a tenth of N draws is below, to 5·√(0.09/N)."""
    chance, draws, z = random.Random(5), 20_000, 1.2815515655446
    effects = [Effect(x - s * z, x, x + s * z, driver) for x, s, driver in
               [(-5, 2, "x"), (-3, 1, "x"), (-4, 3, None), (2, 1.5, "y")]]  # fmt: skip
    found, below, above = contribution(effects), 0, 0
    for _ in range(draws):
        x, y, own = (chance.gauss(0, 1) for _ in range(3))
        total = (-5 + 2 * x) + (-3 + x) + (-4 + 3 * own) + (2 + 1.5 * y)
        below += total < found.low
        above += total > found.high

    for each in (below, above):
        assert abs(each / draws - 0.1) < 5 * math.sqrt(0.09 / draws)


@pytest.mark.parametrize("values", [(1, 0, 2), (0, 2, 1), (math.nan, 0, 1), (0, 0, math.inf)])
def test_an_effect_is_a_span(values: tuple[float, float, float]) -> None:
    """Low, likely, high, in that order."""
    with pytest.raises(ValueError, match="Effect"):
        Effect(*values)
