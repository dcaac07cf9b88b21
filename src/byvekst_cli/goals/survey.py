"""Waves of a travel survey: how certain a share is, and whether two waves differ."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from byvekst_cli.goals.estimate import AcrossBreak, Estimate


@dataclass(frozen=True, slots=True)
class Wave:
    """A share (per cent) in one wave, with what is known of its uncertainty.

    `se` is a published standard error in points and goes before the others; `design` is the design
    effect. A changed questionnaire or way of asking is another `method`. A value that is no share, such
    as kilometres, takes a published `se` and nothing else.
    """

    value: float
    answers: int | None = None
    design: float | None = None
    se: float | None = None
    method: str = ""

    @property
    def estimate(self) -> Estimate | None:
        """The share with its standard error; None where that cannot be judged.

        V = deff·p(1 - p)/n. Without a design effect nothing is assumed: simple random sampling would make
        the share look too certain. None or all of a sample tells nothing of its variance either.
        Raises ValueError for what is no share or no sample.
        """
        if self.se is not None:
            return Estimate(self.value, self.se)
        if self.answers is None or self.design is None:
            return None
        if not 0 <= self.value <= 100 or self.answers < 1 or self.design <= 0:
            raise ValueError(self)
        if self.value in (0, 100):
            return None
        variance = self.design * self.value * (100 - self.value) / self.answers
        return Estimate(self.value, math.sqrt(variance))


def design_effect(weights: Sequence[float]) -> float:
    """Kish's n·Σw² / (Σw)²: what unequal weights alone do to the variance.

    Kish 1965; https://cran.r-project.org/package=PracTools, vignette on design effects. Households and
    days that belong together raise the true figure, calibration may lower it.
    """
    if not weights or min(weights) < 0 or max(weights) == 0:
        raise ValueError(weights)
    return len(weights) * math.fsum(w * w for w in weights) / math.fsum(weights) ** 2


def difference(before: Wave, after: Wave) -> Estimate | None:
    """The change between two independent waves (points), or None where it cannot be judged.

    SE = √(V₁ + V₂), and never by whether intervals overlap: these may overlap although the difference
    is clear (Schenker & Gentleman 2001, https://doi.org/10.1198/000313001317097960). Raises AcrossBreak
    where the methods differ.
    """
    if before.method != after.method:
        raise AcrossBreak((before.method, after.method))
    first, second = before.estimate, after.estimate
    if first is None or second is None:
        return None
    return Estimate(second.value - first.value, math.hypot(first.se, second.se))
