"""Years linked to years: the change since the reference year, and means of such levels."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from byvekst_cli.goals.estimate import AcrossBreak, Estimate


class BrokenChain(ValueError):
    """Links that do not follow each other, or no link at all."""


@dataclass(frozen=True, slots=True)
class Link:
    """The change from one year to a later one (per cent), its standard error (points), and its method.

    Most links span a year; a bridge spans several, where points were rebuilt in between.
    """

    since: int
    until: int
    change: float
    se: float
    method: str = ""

    def __post_init__(self) -> None:
        if self.since >= self.until or self.change <= -100 or self.se < 0:
            raise BrokenChain(self)

    @property
    def ratio(self) -> float:
        return 1 + self.change / 100


def levels(links: Sequence[Link], breaks: Collection[int] = ()) -> dict[int, Estimate]:
    """By year: the change since the first link's first year, as the product of independent links.

    L = I₁·I₂ and SE² = I₁²·s₂² + I₂²·s₁² + s₁²·s₂² (Goodman 1960, https://doi.org/10.2307/2281592), and
    intervals with 1.96, as in city_index_yearly_chain.R of https://github.com/snohan/byindeks. A break is
    the first year of a new method. Raises BrokenChain for gaps, AcrossBreak where a break is passed or
    methods differ.
    """
    _check(links, breaks)
    level, variance, found = 1.0, 0.0, {}
    for link in links:
        s2 = (link.se / 100) ** 2
        variance = level**2 * s2 + link.ratio**2 * variance + variance * s2
        level *= link.ratio
        found[link.until] = Estimate(100 * (level - 1), 100 * math.sqrt(variance))
    return found


def chain(links: Sequence[Link], breaks: Collection[int] = ()) -> Estimate:
    """The change over all the links; raises what `levels` does."""
    return levels(links, breaks)[links[-1].until]


def mean_level(links: Sequence[Link], years: Collection[int], breaks: Collection[int] = ()) -> Estimate:
    """The mean of the levels in some years, with the covariance that shared links give.

    A link k moves every later level, so ∂A/∂I_k = (1/m)·Σ_{t ≥ k} L_t / I_k and Var A = Σ (∂A/∂I_k)²·s_k²
    (the delta method). Levels taken as independent would make the standard error far too small.
    Raises what `levels` does, and BrokenChain for years that are not at the end of a link.
    """
    found = levels(links, breaks)
    if not years or set(years) - set(found) or len(set(years)) < len(years):
        raise BrokenChain(years)
    slopes = [
        sum(1 + found[year].value / 100 for year in years if year >= link.until) / len(years) / link.ratio
        for link in links
    ]
    se = math.hypot(*(slope * link.se for slope, link in zip(slopes, links, strict=True)))
    return Estimate(math.fsum(found[year].value for year in years) / len(years), se)


def _check(links: Sequence[Link], breaks: Collection[int]) -> None:
    if not links or any(link.until != after.since for link, after in pairwise(links)):
        raise BrokenChain(links)
    passed = [year for year in breaks if links[0].since < year <= links[-1].until]
    if passed or len({link.method for link in links}) > 1:
        raise AcrossBreak(passed)
