"""A value with its standard error, and what the two say together."""

import math
from dataclasses import dataclass

from byvekst_cli.goals.student import multiplier, probability_below, quantile


class AcrossBreak(ValueError):
    """Two figures made in different ways would be joined into one series or claim."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its standard error in the same unit; without `freedom` it is normally distributed."""

    value: float
    se: float
    freedom: float | None = None

    def __post_init__(self) -> None:
        if not (math.isfinite(self.value) and 0 <= self.se < math.inf):
            raise ValueError((self.value, self.se))

    @property
    def low(self) -> float:
        """The lower bound of the 95 per cent interval."""
        return self.value - multiplier(self.freedom) * self.se

    @property
    def high(self) -> float:
        """The upper bound of the 95 per cent interval."""
        return self.value + multiplier(self.freedom) * self.se

    def interval(self, level: float) -> tuple[float, float]:
        """The interval at another level: 0.9 is ninety per cent."""
        reach = quantile((1 + level) / 2, self.freedom) * self.se
        return self.value - reach, self.value + reach

    def probability_at_most(self, bound: float) -> float:
        """P(θ ≤ bound) = F((bound - value) / se).

        This is the confidence distribution (Schweder & Hjort 2016, ch. 3): the level at which an
        interval from below just reaches the bound.
        """
        if self.se == 0:
            return float(self.value <= bound)
        return probability_below((bound - self.value) / self.se, self.freedom)

    def two_sided(self, bound: float = 0) -> float:
        """The p-value of the test that the true value is `bound`."""
        if self.se == 0:
            return float(self.value == bound)
        return 2 * probability_below(-abs(bound - self.value) / self.se, self.freedom)
