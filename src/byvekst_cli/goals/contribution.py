"""What all projects together are expected to do to an indicator: a span beside what is observed.

It is a sum of expectations and shows no cause: an index says what happened, not why.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effect:
    """A project's expected effect in the indicator's unit, and what its uncertainty hangs on.

    Effects with one `driver`, such as an elasticity, are wrong in the same direction together; one
    without is on its own. Raises ValueError unless low ≤ likely ≤ high.
    """

    low: float
    likely: float
    high: float
    driver: str | None = None

    def __post_init__(self) -> None:
        if not -math.inf < self.low <= self.likely <= self.high < math.inf:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class Contribution:
    """The sum, and how many effects are unknown and so not in it.

    `lowest` and `highest` are the sums of all lows and of all highs: what it would be if every driver
    were wrong in the same direction.
    """

    low: float
    likely: float
    high: float
    lowest: float
    highest: float
    unknown: int


def contribution(effects: Iterable[Effect | None]) -> Contribution:
    """The expected effect of all, low, likely and high; None is an unknown effect.

    Within a driver the deviations from the likely value are added as they are. Between drivers, which are
    independent, they are added in quadrature, below and above apart. That keeps the level that the lows
    and highs have (exactly so for symmetric, normal effects; an approximation for skew ones: ISO/IEC
    Guide 98-3, 5.1 and 5.2, https://www.bipm.org/doi/10.59161/JCGM100-2008E).
    """
    found = list(effects)
    known = [effect for effect in found if effect is not None]
    below: dict[object, float] = {}
    above: dict[object, float] = {}
    for at, effect in enumerate(known):
        driver = at if effect.driver is None else effect.driver
        below[driver] = below.get(driver, 0) + effect.likely - effect.low
        above[driver] = above.get(driver, 0) + effect.high - effect.likely
    likely = math.fsum(effect.likely for effect in known)
    return Contribution(
        low=likely - math.hypot(*below.values()),
        likely=likely,
        high=likely + math.hypot(*above.values()),
        lowest=math.fsum(effect.low for effect in known),
        highest=math.fsum(effect.high for effect in known),
        unknown=len(found) - len(known),
    )
