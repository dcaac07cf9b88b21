"""What may be concluded: the official rule on real figures, and verdicts that take uncertainty in earnest."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.goals.conclusion import Conclusion, official
from byvekst_cli.goals.estimate import AcrossBreak, Estimate
from byvekst_cli.goals.printed import may_be_same, recovered
from byvekst_cli.goals.reading import Basis, Reading
from byvekst_cli.goals.transition import NotComparable, joined, side_by_side
from byvekst_cli.goals.verdict import Attainment, Lean, attainment, detectable, equivalence, lean
from byvekst_cli.model.indicator import Comparison
from byvekst_cli.model.when import When
from figures import Row, numbers, rows

SIGNS = {
    "↑": Conclusion.INCREASED,
    "≈": Conclusion.ABOUT_THE_SAME,
    "↓": Conclusion.DECREASED,
}
ENDS = ["2020-12", "2021-12", "2022-12", "2023-12", "2024-12", "2025-12", "latest"]
VERDICTS = {
    "oslo": "– ↓ ↓ ≈ ≈ ≈ ≈",
    "bergen": "– ↓ ↓ ↓ ≈ ≈ ≈",
    "trondheim": "– – ≈ ≈ ↑ ↑ ↑",
    "nord-jaeren": "≈ ≈ ≈ ≈ ≈ ≈ ≈",
}
"""Three years rolling, by Statens vegvesen's rule; – where there is no window yet."""
LATEST = {"oslo": "2026-05", "bergen": "2026-04", "trondheim": "2026-04", "nord-jaeren": "2026-05"}
REFERENCE = {"oslo": 2018, "bergen": 2018, "trondheim": 2019, "nord-jaeren": 2017}
ESTIMATES = st.builds(
    Estimate, st.floats(-20, 20), st.floats(0.05, 10), st.integers(1, 60).map(float) | st.none()
)


def reading(area: str, end: str, months: int = 36) -> Reading:
    (row,) = rows("byindeks_rolling", area=area, window_end=end, window_months=str(months))
    return _reading(row)


def _reading(row: Row) -> Reading:
    value, low, high, se, effective = numbers(
        row, "index_percent", "ci_low", "ci_high", "standard_error", "n_effective"
    )
    basis = Basis(Comparison.ROLLING, int(row["window_months"]), "2026", REFERENCE[row["area"]])
    points = int(row["n_points"])
    return Reading(When.parse(row["window_end"]), value, basis, low, high, se, points, effective)


def conclusion(one: Reading) -> Conclusion | None:
    return one.official.conclusion if one.official else None


@pytest.mark.parametrize(
    ("area", "end", "sign"),
    [
        (area, LATEST[area] if end == "latest" else end, sign)
        for area, signs in VERDICTS.items()
        for end, sign in zip(ENDS, signs.split(), strict=True)
    ],
)
def test_official_conclusions_of_seven_years(area: str, end: str, sign: str) -> None:
    """Trondheim increased, Bergen had decreased in 2021, Nord-Jæren never could say for sure."""
    if sign == "–":
        assert not list(rows("byindeks_rolling", area=area, window_end=end, window_months="36"))
    else:
        assert conclusion(reading(area, end)) is SIGNS[sign]


def test_every_published_window_has_a_conclusion() -> None:
    """All 786, and seven of them stand on a bound that is zero in print."""
    found = [_reading(row).official for row in rows("byindeks_rolling")]

    assert len(found) == 786
    assert sum(one.is_on_edge for one in found if one) == 7


def test_a_bound_of_zero_in_print_may_be_either_side() -> None:
    """Bergen's year to April 2026, 3.58 (0.0; 7.2): increased by the rule, and on its edge."""
    on_edge = reading("bergen", "2026-04", 12)

    assert on_edge.low == 0
    assert on_edge.official
    assert on_edge.official.conclusion is Conclusion.INCREASED
    assert on_edge.official.is_on_edge
    assert on_edge.estimate
    assert abs(on_edge.estimate.low) < 0.05


@pytest.mark.parametrize(
    ("value", "low", "high", "expected"),
    [
        (0, 0, 0, Conclusion.ABOUT_THE_SAME),
        (1, 0, 2, Conclusion.INCREASED),
        (-1, -2, 0, Conclusion.DECREASED),
        (7.4, -1.1, 15.8, Conclusion.ABOUT_THE_SAME),
    ],
)
def test_the_rule_at_its_corners(value: float, low: float, high: float, expected: Conclusion) -> None:
    """Zero itself belongs to the side that the interval lies on."""
    assert official(value, low, high).conclusion is expected


def test_weak_is_one_per_cent_at_most() -> None:
    """To either side."""
    assert official(-1, -2, -0.5).is_weak
    assert not official(1.01, 0.5, 2).is_weak


@pytest.mark.parametrize("bounds", [(2.0, 3.0), (-3.0, -2.0), (1.0, -1.0)])
def test_an_interval_holds_its_value(bounds: tuple[float, float]) -> None:
    """Else it was copied wrongly, and nothing is concluded."""
    with pytest.raises(ValueError, match="1"):
        official(1.5 if bounds[0] > 0 else -1.5, *bounds)
    with pytest.raises(ValueError, match="Reading"):
        replace(reading("oslo", "2025-12"), low=bounds[0], high=bounds[1])


@given(ESTIMATES)
def test_the_verdict_agrees_with_the_interval(estimate: Estimate) -> None:
    """Attained when the whole interval is below the target, not when it is above, else open."""
    for target in (0.0, estimate.low - 0.01, estimate.high + 0.01):
        found = attainment(estimate.probability_at_most(target))
        if estimate.high < target - 1e-3:
            assert found is Attainment.ATTAINED
        elif estimate.low > target + 1e-3:
            assert found is Attainment.NOT_ATTAINED
        elif estimate.low + 1e-3 < target < estimate.high - 1e-3:
            assert found is Attainment.OPEN


@given(ESTIMATES, st.floats(-30, 30), st.floats(0, 5))
def test_an_easier_target_is_likelier(estimate: Estimate, target: float, easier: float) -> None:
    """P(θ ≤ θ₀) grows with θ₀, is one half at the value, and the test is its two tails."""
    low = estimate.probability_at_most(target)

    assert low <= estimate.probability_at_most(target + easier) + 1e-12
    assert estimate.probability_at_most(estimate.value) == 0.5
    assert estimate.two_sided(target) == pytest.approx(2 * min(low, 1 - low), abs=1e-12)


@pytest.mark.parametrize(
    ("probability", "band"),
    [
        (1.0, Lean.VERY_LIKELY),
        (0.90, Lean.VERY_LIKELY),
        (0.899, Lean.LIKELY),
        (0.66, Lean.LIKELY),
        (0.659, Lean.EVEN),
        (0.5, Lean.EVEN),
        (0.341, Lean.EVEN),
        (0.34, Lean.UNLIKELY),
        (0.101, Lean.UNLIKELY),
        (0.10, Lean.VERY_UNLIKELY),
        (0.0, Lean.VERY_UNLIKELY),
    ],
)
def test_bands_of_likelihood(probability: float, band: Lean) -> None:
    """Each limit is in the outer band, and the scale mirrors."""
    mirror = list(Lean)[::-1][list(Lean).index(band)]

    assert lean(probability) is band
    assert lean(round(1 - probability, 3)) is mirror


def test_a_likelihood_is_a_probability() -> None:
    """Ninety is not 0.9."""
    with pytest.raises(ValueError, match="90"):
        lean(90)


def test_what_nord_jaeren_can_see() -> None:
    """10.8 points: less than that is not seen four times in five, so +7.4 is no proof of anything."""
    assert round(detectable(reading("nord-jaeren", "2026-05").se or 0), 1) == 10.8
    assert detectable(1) == pytest.approx(1.96 + 0.84, abs=0.005)


@given(ESTIMATES, st.floats(0.1, 30), st.floats(-5, 5))
def test_equivalence_is_two_tests_and_one_interval(estimate: Estimate, margin: float, target: float) -> None:
    """Both tests at 5 per cent, or the 90 per cent interval inside the margin: the same answer."""
    found = equivalence(estimate, margin, target)

    assert found.low < estimate.value < found.high
    if abs(found.p - 0.05) > 1e-9:
        assert found.holds is (found.p < 0.05)


def test_no_sign_of_change_is_not_the_same() -> None:
    """Nord-Jæren's +7.4 (-1.1; 15.8) is `about the same` by the rule, and not within five points."""
    one = reading("nord-jaeren", "2026-05")

    assert conclusion(one) is Conclusion.ABOUT_THE_SAME
    assert one.estimate
    assert not equivalence(one.estimate, 5).holds
    assert equivalence(Estimate(0.2, 0.5, 40), 2).holds


def test_a_margin_is_needed() -> None:
    """Nothing is exactly the same."""
    with pytest.raises(ValueError, match="0"):
        equivalence(Estimate(0, 1), 0)


def test_no_error_at_all_is_certainty() -> None:
    """And no division by it."""
    exact = Estimate(2, 0)

    assert [exact.probability_at_most(bound) for bound in (1, 2, 3)] == [0, 1, 1]
    assert [exact.two_sided(bound) for bound in (1, 2)] == [0, 1]


def test_an_estimate_has_an_error() -> None:
    """Neither negative nor endless."""
    for se in (-1, float("nan"), float("inf")):
        with pytest.raises(ValueError, match=r"1\.0"):
            Estimate(1.0, se)


def test_errors_come_from_the_interval_where_none_is_printed() -> None:
    """With Student's t for rolling indices; and not at all without points or interval."""
    one = reading("oslo", "2025-12")
    bare = replace(one, se=None)

    assert one.estimate
    assert bare.estimate
    assert bare.estimate.se == pytest.approx(one.se, abs=0.03)
    assert bare.estimate.freedom == 41
    assert replace(one, points=None).estimate is None
    assert replace(one, points=1).estimate is None
    assert replace(bare, low=None).estimate is None
    assert replace(bare, low=None).official is None


def test_yearly_figures_have_1_96() -> None:
    """Trondheim 2020, -6.73 (-9.13; -4.34), is printed with 1.22 in Statens vegvesen's own sheet."""
    basis = Basis(Comparison.DIRECT, None, "2026", 2019)
    one = Reading(When.parse("2020"), -6.73, basis, -9.13, -4.34, decimals=2)

    assert one.estimate
    assert one.estimate.freedom is None
    assert round(one.estimate.se, 2) == 1.22


def test_rounding_allows_for_0_11() -> None:
    """At one decimal; and an interval upside down has no error."""
    assert may_be_same(0.0, 0.11, 1)
    assert not may_be_same(0.0, 0.12, 1)
    assert recovered(1, 1, None, 1).least == 0
    with pytest.raises(ValueError, match="2"):
        recovered(2, 1, None, 1)


@pytest.mark.parametrize(
    ("area", "end", "old", "new"),
    [
        ("oslo", "2025-12", "≈", "↑"),
        ("oslo", "2026-05", "≈", "↑"),
        ("bergen", "2026-04", "≈", "↑"),
        ("trondheim", "2026-04", "↑", "≈"),
        ("nord-jaeren", "2026-05", "≈", "↑"),
    ],
)
def test_another_window_gives_another_answer(area: str, end: str, old: str, new: str) -> None:
    """From three years to one: all four areas' wording flips, Bergen's on the edge."""
    found = side_by_side(reading(area, end), reading(area, end, 12))

    assert conclusion(found.old) is SIGNS[old]
    assert conclusion(found.new) is SIGNS[new]
    assert found.flips is True
    assert found.is_on_edge is (area == "bergen")


def test_the_same_answer_does_not_flip() -> None:
    """Oslo to December 2021: decreased, whichever window; and without an interval nobody can tell."""
    old, new = reading("oslo", "2021-12"), reading("oslo", "2021-12", 12)

    assert side_by_side(old, new).flips is False
    assert side_by_side(old, replace(new, low=None)).flips is None


def test_readings_side_by_side_are_of_one_time() -> None:
    """Same window end, same reference year, different way."""
    one = reading("oslo", "2025-12")
    other_year = replace(one.basis, window=12, reference_year=2019)

    for other in (one, reading("oslo", "2024-12", 12), replace(one, basis=other_year)):
        with pytest.raises(NotComparable):
            side_by_side(one, other)


def test_a_series_is_joined_by_time() -> None:
    """Whatever order it came in."""
    ends = ["2024-12", "2022-12", "2023-12"]

    assert [one.period.text for one in joined(reading("oslo", end) for end in ends)] == sorted(ends)
    assert joined([]) == ()


@pytest.mark.parametrize(
    "change",
    [{"window": 12}, {"method": "2027"}, {"reference_year": 2019}, {"comparison": Comparison.CHAINED}],
    ids=str,
)
def test_no_series_across_a_break(change: dict[str, object]) -> None:
    """Not another window, method, reference year or way of computing."""
    before, after = reading("oslo", "2024-12"), reading("oslo", "2025-12")
    with pytest.raises(AcrossBreak):
        joined([before, replace(after, basis=replace(after.basis, **change))])  # type: ignore[arg-type]
