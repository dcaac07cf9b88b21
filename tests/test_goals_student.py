"""Student's t is right to many figures: by tables, by closed forms, by integration and by scipy."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from byvekst_cli.goals.student import incomplete_beta, multiplier, probability_below, quantile

TABLE = """
1 3.078 6.314 12.706 31.821 63.657
2 1.886 2.920 4.303 6.965 9.925
3 1.638 2.353 3.182 4.541 5.841
5 1.476 2.015 2.571 3.365 4.032
10 1.372 1.812 2.228 2.764 3.169
15 1.341 1.753 2.131 2.602 2.947
20 1.325 1.725 2.086 2.528 2.845
30 1.310 1.697 2.042 2.457 2.750
60 1.296 1.671 2.000 2.390 2.660
100 1.290 1.660 1.984 2.364 2.626
inf 1.282 1.645 1.960 2.326 2.576
"""
"""NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, for 0.90, 0.95, 0.975, 0.99, 0.995."""
FREEDOMS = st.floats(0.5, 3000)
PROBABILITIES = st.floats(1e-9, 1 - 1e-9)


def freedom_of(text: str) -> float | None:
    return None if text == "inf" else float(text)


@pytest.mark.parametrize("line", TABLE.split("\n")[1:-1], ids=lambda line: line.split()[0])
def test_quantiles_are_those_of_the_table(line: str) -> None:
    """Three decimals, as NIST prints them; the last row is the normal distribution."""
    freedom, *printed = line.split()
    for p, value in zip((0.9, 0.95, 0.975, 0.99, 0.995), printed, strict=True):
        assert f"{quantile(p, freedom_of(freedom)):.3f}" == value


@given(FREEDOMS, PROBABILITIES)
def test_quantiles_are_those_of_scipy(freedom: float, p: float) -> None:
    """Eleven figures against another implementation (Boost's)."""
    assert quantile(p, freedom) == pytest.approx(stats.t.ppf(p, freedom), rel=1e-10, abs=1e-10)


@given(FREEDOMS, st.floats(-40, 40))
def test_probabilities_are_those_of_scipy(freedom: float, t: float) -> None:
    """Also far out, where the probability is tiny."""
    assert probability_below(t, freedom) == pytest.approx(stats.t.cdf(t, freedom), rel=1e-10, abs=0)


@given(st.floats(0.1, 300), st.floats(0.1, 300), st.floats(0, 1))
def test_the_incomplete_beta_function_is_that_of_scipy(a: float, b: float, x: float) -> None:
    """For any parameters, not only those of Student's t."""
    assert incomplete_beta(a, b, x) == pytest.approx(special.betainc(a, b, x), rel=1e-9, abs=1e-13)


@given(st.integers(1, 60), st.integers(1, 20), st.floats(0.001, 0.999))
def test_the_incomplete_beta_function_is_its_integral(twice_a: int, twice_b: int, x: float) -> None:
    """Simpson's rule on ∫ 2 sin²ᵃ⁻¹θ cos²ᵇ⁻¹θ dθ / B(a, b), smooth when a and b are halves."""
    a, b, steps = twice_a / 2, twice_b / 2, 2000
    end = math.asin(math.sqrt(x))
    height = [
        math.sin(end * k / steps) ** (twice_a - 1) * math.cos(end * k / steps) ** (twice_b - 1)
        for k in range(steps + 1)
    ]
    area = end / steps / 3 * (height[0] + height[-1] + 4 * sum(height[1::2]) + 2 * sum(height[2:-1:2]))
    beta = math.exp(math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b))

    assert incomplete_beta(a, b, x) == pytest.approx(2 * area / beta, rel=1e-7, abs=1e-9)


@given(st.floats(-50, 50))
def test_closed_forms_for_one_and_two_degrees(t: float) -> None:
    """One is Cauchy's distribution; two has a square root only."""
    assert probability_below(t, 1) == pytest.approx(0.5 + math.atan(t) / math.pi, abs=1e-14)
    assert probability_below(t, 2) == pytest.approx(0.5 + t / 2 / math.sqrt(2 + t * t), abs=1e-14)


@given(FREEDOMS | st.none(), st.floats(-8, 8), st.floats(0.001, 1))
def test_probabilities_rise_and_mirror(freedom: float | None, t: float, step: float) -> None:
    """More is more likely to hold, and both sides are alike."""
    assert probability_below(t, freedom) <= probability_below(t + step, freedom)
    assert probability_below(t, freedom) + probability_below(-t, freedom) == pytest.approx(1)


@given(FREEDOMS | st.none(), PROBABILITIES)
def test_the_quantile_undoes_the_probability(freedom: float | None, p: float) -> None:
    """There and back."""
    assert probability_below(quantile(p, freedom), freedom) == pytest.approx(p, rel=1e-9)


def test_many_degrees_are_nearly_normal() -> None:
    """And the official 1.96 stands where no points are counted."""
    assert quantile(0.975, 1e6) == pytest.approx(quantile(0.975, None), abs=1e-5)
    assert multiplier(None) == 1.96
    assert multiplier(9) == quantile(0.975, 9)


@pytest.mark.parametrize("p", [0.0, 1.0, -0.1, math.nan])
def test_no_quantile_of_what_is_no_probability(p: float) -> None:
    """Certainty has no quantile."""
    with pytest.raises(ValueError, match=str(p)):
        quantile(p, 5)


def test_no_distribution_without_freedom() -> None:
    """One point says nothing of spread, and the beta function has a domain."""
    with pytest.raises(ValueError, match="0"):
        probability_below(1, 0)
    with pytest.raises(ValueError, match="2"):
        incomplete_beta(1, 1, 2)
