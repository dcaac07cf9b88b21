"""The index of an area from its points, as published; and what each point does to it."""

import math
import random
from collections import defaultdict
from statistics import fmean, stdev, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.goals.jackknife import jackknife
from byvekst_cli.goals.point_index import BadPoints, Pair, change, city_index
from byvekst_cli.goals.printed import may_be_same, recovered
from byvekst_cli.goals.student import multiplier
from byvekst_cli.goals.window import (
    CRITERIA,
    REFERENCE,
    Month,
    Traffic,
    reference_mean,
    window_index,
    window_mean,
)
from figures import Row, numbers, rows

PAIRS = st.tuples(st.floats(100, 90_000), st.floats(0, 90_000))
AREAS = st.lists(PAIRS, min_size=2, max_size=30)
WINDOWS = list(rows("oslo_windows"))


def points_of(window: Row) -> list[Pair]:
    """The points of one published window."""
    same = {key: window[key] for key in ("window_end", "window_months")}
    return [
        (float(row["traffic_reference"]), float(row["traffic_window"])) for row in rows("oslo_points", **same)
    ]


def test_points_that_all_change_alike_leave_no_doubt() -> None:
    """Ten per cent everywhere is ten per cent, exactly."""
    index = city_index([(1000, 1100), (20_000, 22_000), (300, 330)])

    assert index.change == pytest.approx(10)
    assert index.se == pytest.approx(0, abs=1e-6)


def test_two_points_by_hand() -> None:
    """W = 0.25 and 0.75; sd² = (0.25·7.5² + 0.75·2.5²)/0.375 = 50; SE² = 50·0.625; t(0.975, 1) = 12.706."""
    index = city_index([(100, 110), (300, 300)])

    assert index.change == pytest.approx(2.5)
    assert index.effective == pytest.approx(1.6)
    assert index.se == pytest.approx(math.sqrt(31.25))
    assert index.low == pytest.approx(2.5 - 12.7062 * math.sqrt(31.25), abs=1e-3)
    assert index.high == pytest.approx(2.5 + 12.7062 * math.sqrt(31.25), abs=1e-3)
    assert index.n == 2


@pytest.mark.parametrize("window", WINDOWS, ids=lambda row: f"{row['window_end']}-{row['window_months']}")
def test_published_windows_come_out_to_the_printed_digit(window: Row) -> None:
    """Index, interval, points and spread of Oslo; the points' traffic is printed in whole vehicles.

    That moves the index by at most ½·(1 + I)·n/Σx, and the other figures hardly more.
    """
    points = points_of(window)
    index = city_index(points)
    slack = 100 * len(points) * (1 + index.change / 200) / sum(x for x, _ in points)
    sd = index.se * math.sqrt(index.effective)
    printed = numbers(window, "index_percent", "ci_low", "ci_high", "n_effective", "sd", "standard_error")

    assert index.n == int(window["n_points"])
    for ours, theirs, decimals in zip(
        (index.change, index.low, index.high, index.effective, sd, index.se),
        printed,
        (2, 1, 1, 1, 2, 2),
        strict=True,
    ):
        assert abs(ours - theirs) <= 0.5 * 10**-decimals + slack
    assert slack < 0.01


def test_every_published_rolling_interval_follows_from_its_index_error_and_points() -> None:
    """786 windows of four areas: index ± t(n - 1)·SE, within what rounding does."""
    for row in rows("byindeks_rolling"):
        value, low, high, points, se = numbers(
            row, "index_percent", "ci_low", "ci_high", "n_points", "standard_error"
        )
        reach = multiplier(points - 1) * se

        assert may_be_same(low, value - reach, 1), row
        assert may_be_same(high, value + reach, 1), row


def test_errors_recovered_from_published_intervals_hold_the_published_errors() -> None:
    """The least and the most that rounding allows, for all windows; printed with two decimals or three."""
    for row in rows("byindeks_rolling"):
        low, high, points, se = numbers(row, "ci_low", "ci_high", "n_points", "standard_error")
        found = recovered(low, high, points - 1, 1)

        assert found.least - 0.005 <= se <= found.most + 0.005, row


@given(AREAS, st.floats(0.01, 100))
def test_the_unit_of_traffic_does_not_matter(points: list[Pair], factor: float) -> None:
    """Vehicles or thousands of them: everything is relative."""
    one, other = city_index(points), city_index([(x * factor, y * factor) for x, y in points])

    assert other.change == pytest.approx(one.change, abs=1e-7)
    assert other.se == pytest.approx(one.se, abs=1e-6)
    assert other.effective == pytest.approx(one.effective)


@given(AREAS, st.randoms(use_true_random=False))
def test_the_order_of_points_does_not_matter(points: list[Pair], chance: random.Random) -> None:
    """Nor which file came first."""
    shuffled = chance.sample(points, len(points))

    assert city_index(shuffled).change == pytest.approx(city_index(points).change, abs=1e-9)
    assert city_index(shuffled).se == pytest.approx(city_index(points).se, rel=1e-9, abs=1e-9)


@given(AREAS)
def test_every_point_twice_changes_no_index_and_halves_the_variance_or_so(points: list[Pair]) -> None:
    """Twice as many effective points; the SE falls by √((1 - S)/(2 - S)) with S = Σw²."""
    one, two = city_index(points), city_index([*points, *points])
    share = 1 / one.effective

    assert two.change == pytest.approx(one.change, abs=1e-9)
    assert two.effective == pytest.approx(2 * one.effective)
    assert two.se == pytest.approx(one.se * math.sqrt((1 - share) / (2 - share)), rel=1e-6, abs=1e-9)


@given(AREAS, st.floats(1, 5000))
def test_more_traffic_at_one_point_is_a_higher_index(points: list[Pair], more: float) -> None:
    """By the point's share of the reference traffic, and no other way."""
    (x, y), *rest = points

    found = city_index([(x, y + more), *rest]).change - city_index(points).change
    assert found == pytest.approx(100 * more / sum(x for x, _ in points))


@given(AREAS)
def test_between_one_point_and_all_points(points: list[Pair]) -> None:
    """Effective points are never more than the points, and the index never beyond the extremes."""
    index = city_index(points)
    ratios = [100 * (y - x) / x for x, y in points]

    assert index.effective * (1 + 1e-9) >= 1
    assert index.effective <= index.n * (1 + 1e-9)
    assert min(ratios) - 1e-6 <= index.change <= max(ratios) + 1e-6
    assert index.low <= index.change <= index.high


@given(st.lists(st.floats(-90, 200), min_size=2, max_size=40))
def test_equal_points_give_the_mean_and_its_standard_error(changes: list[float]) -> None:
    """The textbook's x̄ and s/√n, from the index and from the jackknife."""
    points = [(1000.0, 1000 + 10 * each) for each in changes]
    index, left_out = city_index(points), jackknife(points)
    textbook = stdev(changes) / math.sqrt(len(changes))

    assert index.change == pytest.approx(fmean(changes), abs=1e-9)
    assert index.se == pytest.approx(textbook, rel=1e-6, abs=1e-8)
    assert left_out.se == pytest.approx(textbook, rel=1e-6, abs=1e-8)
    assert fmean(left_out.shifts) == pytest.approx(0, abs=1e-9)


def test_the_variance_is_unbiased_by_simulation() -> None:
    """Oslo's points with errors of 5 points each: the mean of SE² is the index's variance.

    Both are means over N draws; they may differ by five standard errors of their difference.
    """
    chance, draws = random.Random(20261123), 4000
    reference = [x for x, _ in points_of(WINDOWS[-1])]
    found = [city_index([(x, x * (1.02 + chance.gauss(0, 0.05))) for x in reference]) for _ in range(draws)]
    squares = [index.se**2 for index in found]
    true = 25 * sum(x * x for x in reference) / sum(reference) ** 2

    assert abs(fmean(squares) - true) < 5 * stdev(squares) / math.sqrt(draws)
    assert abs(variance(index.change for index in found) / true - 1) < 5 * math.sqrt(2 / draws)
    inside = sum(index.low <= 2 <= index.high for index in found) / draws
    assert abs(inside - 0.95) < 0.02  # nearly exact: weights make Student's t an approximation


def test_the_bootstrap_agrees_for_equal_points() -> None:
    """Drawn with return, the variance of the mean is (n - 1)/n·s²/n; N draws give it to √(2/N)."""
    chance, draws = random.Random(7), 5000
    points = [(1000.0, 1000 + 10 * chance.gauss(2, 6)) for _ in range(30)]
    drawn = [change(chance.choices(points, k=30)) for _ in range(draws)]

    expected = city_index(points).se ** 2 * 29 / 30
    assert abs(variance(drawn) / expected - 1) < 5 * math.sqrt(2 / draws)


def test_the_jackknife_finds_the_point_that_moves_most() -> None:
    """One point doubled among quiet ones: without it the index is zero."""
    points = [(1000.0, 1000.0), (1000.0, 1000.0), (1000.0, 2000.0), (1000.0, 1000.0)]
    found = jackknife(points)

    assert found.largest == 2
    assert found.shifts == pytest.approx((25 / 3, 25 / 3, -25, 25 / 3))


@pytest.mark.parametrize("window", WINDOWS[-2:], ids=lambda row: row["window_months"])
def test_the_jackknife_of_oslo_is_near_the_official_error(window: Row) -> None:
    """Another method on real points; it may differ by a half, for the points weigh differently."""
    points = points_of(window)

    assert jackknife(points).se == pytest.approx(city_index(points).se, rel=0.5)


@pytest.mark.parametrize(
    "points",
    [[], [(1000, 1000)], [(1000, 1000), (0, 5)], [(1000, 1000), (5, -1)], [(1, 1), (math.nan, 1)]],
    ids=["none", "one", "no-reference", "negative", "nan"],
)
def test_no_index_without_sound_points(points: list[Pair]) -> None:
    """One point has no spread, and none can be compared with nothing."""
    with pytest.raises(BadPoints):
        city_index(points)
    with pytest.raises(BadPoints):
        jackknife(points)


def months(until: Month, length: int, mean: float = 1000) -> list[Traffic]:
    return [
        Traffic(Month(number // 12, number % 12 + 1), mean)
        for number in range(until.number - length + 1, until.number + 1)
    ]


DECEMBER = Month(2025, 12)


@pytest.mark.parametrize(("length", "least"), [(12, 9), (24, 20), (36, 31)])
def test_a_window_needs_its_months(length: int, least: int) -> None:
    """Just enough is enough, one less is nothing, and what lies outside is not seen."""
    whole = months(DECEMBER, length)
    # Of 36 months at most five go, one of each of five calendar months, so that each is seen twice.
    enough, short = whole[length - least :], whole[length - least + 1 :]
    outside = [Traffic(Month(2026, 1), 9000), Traffic(Month(2025 - length // 12, 12), 9000)]

    assert window_mean(whole, DECEMBER, length) == window_mean([*whole, *outside], DECEMBER, length)
    found = window_mean(enough, DECEMBER, length)
    assert found
    assert found.months == least
    assert window_mean(short, DECEMBER, length) is None


def test_calendar_months_weigh_the_same() -> None:
    """With two Julys missing of three years, one is left: July is not counted at all."""
    point = [Traffic(each.month, 500 if each.month.month == 7 else 1000) for each in months(DECEMBER, 36)]
    one_july = [each for each in point if each.month.month != 7 or each.month.year == 2025]
    two_julys = [each for each in point if each.month.month != 7 or each.month.year > 2023]

    dropped, kept = window_mean(one_july, DECEMBER, 36), window_mean(two_julys, DECEMBER, 36)
    assert dropped
    assert dropped.traffic == 1000
    assert dropped.months == 33
    assert kept
    assert kept.traffic == pytest.approx((11 * 1000 + 500) / 12)
    assert kept.months == 35


def test_poorly_measured_months_do_not_count() -> None:
    """Half the time and 98.5 per cent of vehicles measured is good enough; less is not."""
    good = [Traffic(each.month, 1000, 50, 98.5) for each in months(DECEMBER, 12)]
    poor = [Traffic(each.month, 1000, 49.9, 98.5) for each in good[:3]]
    worse = [Traffic(each.month, 1000, 50, 98.4) for each in good[:3]]

    assert reference_mean(good, 2025)
    assert reference_mean([*poor, *good[3:]], 2025) is None
    assert reference_mean([*worse, *good[3:]], 2025) is None
    assert window_mean([*worse, *good[3:]], DECEMBER, 12)


def test_a_month_twice_is_a_fault() -> None:
    """And a window is of one, two or three years."""
    point = months(DECEMBER, 12)
    with pytest.raises(BadPoints):
        window_mean([*point, point[3]], DECEMBER, 12)
    with pytest.raises(ValueError, match="18"):
        window_mean(point, DECEMBER, 18)


def test_an_area_is_of_the_points_that_have_both() -> None:
    """A point without a reference year, or without the window, is left out of both sums."""
    before, after = months(Month(2018, 12), 12), months(DECEMBER, 36, 1100)
    grown = [Traffic(each.month, 1000) for each in months(DECEMBER, 36)]
    points = {"a": [*before, *after], "b": [*before, *grown], "c": after, "d": before}

    index = window_index(points, 2018, DECEMBER, 36)
    assert index.n == 2
    assert index.change == pytest.approx(5)


def test_published_points_keep_the_criteria() -> None:
    """All of Oslo's, and some have no month more than they must."""
    fewest: dict[int, int] = defaultdict(lambda: 99)
    for row in rows("oslo_points"):
        length, seen, before = (
            int(row[key]) for key in ("window_months", "months_window", "months_reference")
        )
        fewest[length] = min(fewest[length], seen)
        assert CRITERIA[length].months <= seen <= length
        assert REFERENCE.months <= before <= 12

    assert fewest == {12: 9, 36: 31}
