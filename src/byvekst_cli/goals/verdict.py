"""Where a goal stands when uncertainty is taken in earnest: attained, not, open, or the same."""

from dataclasses import dataclass
from enum import Enum

from byvekst_cli.goals.estimate import Estimate
from byvekst_cli.goals.student import NORMAL


class Attainment(Enum):
    """Whether a change of at most the target is established; agrees with the 95 per cent interval."""

    ATTAINED = "attained"
    OPEN = "open"
    NOT_ATTAINED = "not-attained"


class Lean(Enum):
    """How likely it is that the target is held, in bands that have words."""

    VERY_LIKELY = "very-likely"
    LIKELY = "likely"
    EVEN = "even"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very-unlikely"


def attainment(probability: float) -> Attainment:
    """From P(θ ≤ target): at least 0.975, at most 0.025, or between."""
    if probability >= 0.975:
        return Attainment.ATTAINED
    return Attainment.NOT_ATTAINED if probability <= 0.025 else Attainment.OPEN


def lean(probability: float) -> Lean:
    """The band of a probability, with limits at 0.90, 0.66, 0.34 and 0.10; a limit is in the outer band.

    After the likelihood scale of IPCC's guidance note on uncertainty (Mastrandrea and others 2010,
    table 1, https://www.ipcc.ch/site/assets/uploads/2017/08/AR5_Uncertainty_Guidance_Note.pdf), whose
    bands overlap; here each begins where the one further out ends.
    """
    if not 0 <= probability <= 1:
        raise ValueError(probability)
    for least, band in ((0.9, Lean.VERY_LIKELY), (0.66, Lean.LIKELY)):
        if probability >= least:
            return band
    for most, band in ((0.1, Lean.VERY_UNLIKELY), (0.34, Lean.UNLIKELY)):
        if probability <= most:
            return band
    return Lean.EVEN


@dataclass(frozen=True, slots=True)
class Equivalence:
    """The 90 per cent interval against a margin, and the larger p-value of the two one-sided tests."""

    low: float
    high: float
    p: float
    holds: bool


def equivalence(estimate: Estimate, margin: float, target: float = 0) -> Equivalence:
    """Whether the value is the target for all practical purposes: within a margin set beforehand.

    Two one-sided tests at 5 per cent, which is the same as a 90 per cent interval inside the margin
    (Schuirmann 1987, https://doi.org/10.1007/BF01068419). Raises ValueError without a margin.
    """
    if margin <= 0:
        raise ValueError(margin)
    below = estimate.probability_at_most(target - margin)
    above = 1 - estimate.probability_at_most(target + margin)
    low, high = estimate.interval(0.9)
    return Equivalence(low, high, max(below, above), target - margin < low and high < target + margin)


def detectable(se: float, power: float = 0.8) -> float:
    """The smallest true change that a two-sided test at 5 per cent finds with this power.

    (z₀.₉₇₅ + z_power)·SE, which is (1.96 + 0.84)·SE for 80 per cent (Bloom 1995,
    https://doi.org/10.1177/0193841X9501900504). A smaller change may well be there and not be seen.
    """
    return (NORMAL.inv_cdf(0.975) + NORMAL.inv_cdf(power)) * se
