"""A project's value, and what each criterion gives of it.

V = Σ w·v, the additive model (Keeney and Raiffa, Decisions with Multiple Objectives, 1976, 3.6).
"""

from collections.abc import Sequence
from fractions import Fraction

from byvekst_cli.value.span import Span, added
from byvekst_cli.value.weights import Weights


def contributions(spans: Sequence[Span], weights: Weights) -> tuple[Span, ...]:
    """What each criterion gives; they add up to the value exactly."""
    return tuple(span.times(weight) for span, weight in zip(spans, weights, strict=True))


def value(spans: Sequence[Span], weights: Weights) -> Span:
    """The value with one weighting: the low with all lows, the high with all highs."""
    return added(contributions(spans, weights))


def hull(spans: Sequence[Span], weightings: Sequence[Weights]) -> tuple[Fraction, Fraction]:
    """The least and the most value with any of the weightings, or a mix of them."""
    found = [value(spans, weights) for weights in weightings]
    return min(each.low for each in found), max(each.high for each in found)
