"""Years linked to years: the published chains, their errors, and what must not be linked."""

import math
import random
from statistics import fmean, stdev, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.goals.chain import BrokenChain, Link, chain, levels, mean_level
from byvekst_cli.goals.estimate import AcrossBreak
from byvekst_cli.goals.printed import allowance, recovered
from byvekst_cli.goals.student import Z95
from figures import numbers, rows

DECIMALS = {"oslo": 2, "bergen": 1, "trondheim": 2, "nord-jaeren": 2}
CHAINS = st.lists(st.tuples(st.floats(-20, 20), st.floats(0, 5)), min_size=1, max_size=12).map(
    lambda values: [Link(2018 + at, 2019 + at, change, se) for at, (change, se) in enumerate(values)]
)


def links_of(area: str) -> list[Link]:
    """An area's direct yearly indices, their errors recovered from the printed intervals."""
    found = []
    for row in rows("byindeks_annual", area=area, kind="direct", period="jan-des"):
        change, low, high = numbers(row, "index_percent", "ci_low", "ci_high")
        se = recovered(low, high, None, DECIMALS[area]).se
        found.append(Link(int(row["base_year"]), int(row["year"]), change, se))
    return found


def test_a_chain_of_one_is_the_link() -> None:
    """Nothing is gained or lost."""
    found = chain([Link(2018, 2019, -1.7, 0.51)])

    assert found.value == pytest.approx(-1.7)
    assert found.se == pytest.approx(0.51)


def test_nord_jaeren_to_2019_as_published() -> None:
    """-2.01 (-4.07, 0.05) and -2.61 (-6.28, 1.06) are -4.57 (-8.69, -0.45)."""
    found = levels(links_of("nord-jaeren"))[2019]

    assert f"{found.value:.2f} {found.low:.2f} {found.high:.2f}" == "-4.57 -8.69 -0.45"


@pytest.mark.parametrize("area", DECIMALS)
def test_published_chains_come_out(area: str) -> None:
    """Every year of four areas, to 0.11 points where Bergen's links are printed with one decimal.

    The others have two, and come out to 0.011; a tenth of that more for the links' own errors.
    """
    found, decimals = levels(links_of(area)), DECIMALS[area]
    chained = list(rows("byindeks_annual", area=area, kind="chained"))
    assert len(chained) >= 5
    for row in chained:
        ours = found[int(row["year"])]
        value, low, high = numbers(row, "index_percent", "ci_low", "ci_high")
        for printed, computed in ((value, ours.value), (low, ours.low), (high, ours.high)):
            assert abs(printed - computed) <= 1.1 * allowance(decimals), row


@given(CHAINS)
def test_the_variance_is_that_of_a_product(links: list[Link]) -> None:
    """A second formula: Var ΠI = Π(I² + s²) - ΠI² for independent factors."""
    found = chain(links)
    ratio = math.prod(link.ratio for link in links)
    square = math.prod(link.ratio**2 + (link.se / 100) ** 2 for link in links)

    assert found.value == pytest.approx(100 * (ratio - 1), abs=1e-9)
    assert (found.se / 100) ** 2 == pytest.approx(square - ratio**2, rel=1e-6, abs=1e-13)


@given(CHAINS, st.floats(0.1, 5))
def test_a_less_certain_link_makes_a_less_certain_chain(links: list[Link], more: float) -> None:
    """Uncertainty never goes away again on the way."""
    first, *rest = links
    worse = [Link(first.since, first.until, first.change, first.se + more), *rest]

    assert chain(worse).se > chain(links).se


def test_a_bridge_spans_years() -> None:
    """As in Trondheim 2019–2022: the years between have no level."""
    found = levels([Link(2019, 2022, 0.8, 3), Link(2022, 2023, 1.58, 0.96)])

    assert list(found) == [2022, 2023]
    assert found[2023].value == pytest.approx(100 * (1.008 * 1.0158 - 1))


@pytest.mark.parametrize(
    "links",
    [
        [],
        [Link(2018, 2019, 1, 1), Link(2020, 2021, 1, 1)],
        [Link(2018, 2020, 1, 1), Link(2019, 2021, 1, 1)],
    ],
    ids=["none", "gap", "overlap"],
)
def test_links_follow_each_other(links: list[Link]) -> None:
    """A gap is not filled in, and a year not counted twice."""
    with pytest.raises(BrokenChain):
        chain(links)


@pytest.mark.parametrize("values", [(2019, 2019, 1, 1), (2018, 2019, -100, 1), (2018, 2019, 1, -1)])
def test_a_link_is_a_change_over_time(values: tuple[int, int, float, float]) -> None:
    """Forward, not to nothing, and with an error that is none or more."""
    with pytest.raises(BrokenChain):
        Link(*values)


def test_no_chain_over_a_break() -> None:
    """2027 has a new method: chains end before it or begin in it."""
    links = [Link(year, year + 1, 1, 1) for year in range(2024, 2029)]

    assert chain(links[:2], breaks=[2027]).value == pytest.approx(2.01)
    assert chain(links[3:], breaks=[2027]).value == pytest.approx(2.01)
    for passing in (links, links[:3]):
        with pytest.raises(AcrossBreak):
            chain(passing, breaks=[2027])
    with pytest.raises(AcrossBreak):
        mean_level(links, [2028, 2029], breaks=[2027])


def test_no_chain_of_two_methods() -> None:
    """Also where nobody marked the break."""
    with pytest.raises(AcrossBreak):
        chain([Link(2025, 2026, 1, 1, "old"), Link(2026, 2027, 1, 1, "new")])


def test_bergen_2023_to_2025_has_an_error_of_nearly_1_7() -> None:
    """1.69 points from unrounded links, which the printed ones allow for; 0.99 without covariance."""
    links = links_of("bergen")
    found, apart = mean_level(links, [2023, 2024, 2025]), levels(links)
    half = 0.05 / Z95
    least, most = (
        mean_level([Link(x.since, x.until, x.change, x.se + off) for x in links], [2023, 2024, 2025]).se
        for off in (-half, half)
    )
    naive = math.hypot(*(apart[year].se for year in (2023, 2024, 2025))) / 3

    assert found.se == pytest.approx(1.69, abs=0.02)
    assert least < 1.69 < most
    assert naive == pytest.approx(0.99, abs=0.01)
    assert 1 - naive / found.se == pytest.approx(0.41, abs=0.01)


def test_the_error_of_a_mean_by_simulation() -> None:
    """N draws of the links give the variance to √(2/N); the formula leaves out s⁴, far below that."""
    chance, draws, years = random.Random(3), 6000, [2023, 2024, 2025]
    links = links_of("bergen")
    drawn = []
    for _ in range(draws):
        changed = [Link(x.since, x.until, chance.gauss(x.change, x.se), 0) for x in links]
        drawn.append(mean_level(changed, years).value)
    expected = mean_level(links, years)

    assert abs(fmean(drawn) - expected.value) < 5 * stdev(drawn) / math.sqrt(draws)
    assert abs(variance(drawn) / expected.se**2 - 1) < 5 * math.sqrt(2 / draws)


@given(CHAINS)
def test_the_mean_of_one_year_is_that_year(links: list[Link]) -> None:
    """To the order that the formula has: the products of two errors are left out."""
    last = links[-1].until
    mean, level = mean_level(links, [last]), chain(links)

    assert mean.value == pytest.approx(level.value)
    assert mean.se <= level.se * (1 + 1e-9) + 1e-12
    assert mean.se == pytest.approx(level.se, rel=0.05)


@pytest.mark.parametrize("years", [[], [2018], [2019, 2019], [2031]])
def test_a_mean_is_of_years_that_are_there(years: list[int]) -> None:
    """Not of the reference year, nor of one year twice."""
    with pytest.raises(BrokenChain):
        mean_level([Link(2018, 2019, 1, 1)], years)
