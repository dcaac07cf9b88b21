"""A project's effect on one criterion, as value points with their uncertainty."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from byvekst_cli.model.assessment import Score
from byvekst_cli.model.effect import Evidence
from byvekst_cli.model.value_model import Allowed, Beyond, Criterion, Unsaid, ValueModel, Widening
from byvekst_cli.value.scale import OutOfRange, Scale
from byvekst_cli.value.span import Span

_PERCENT: Final = 100


class State(Enum):
    """Whether an effect is known; what is not is reckoned as the model says, never as nothing."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    MISSING = "missing"
    UNUSABLE = "unusable"


@dataclass(frozen=True, slots=True)
class Judged:
    """`span` is after widening. `rises` says that a stronger effect is worth more.

    Effects with one driver are strong together and weak together: where more people cycle than
    expected, there are more cyclists and fewer cars.
    """

    span: Span
    state: State
    driver: str | None = None
    rises: bool = True


def judged(score: Score | None, criterion: Criterion, scale: Scale, model: ValueModel) -> Judged:
    """The value of a score, widened by what it rests on; what cannot be valued is reckoned as unknown."""
    unsaid = _unsaid(model.unsaid, scale)
    if score is None:
        return Judged(unsaid, State.MISSING)
    likely = score.stated
    if likely is None:
        return Judged(unsaid, State.UNKNOWN if score.likely is not None else State.MISSING)
    if (score.level is not None) is not criterion.is_ordinal:
        return Judged(unsaid, State.UNUSABLE)
    try:
        span = scale.over(*_bounds(score, likely))
    except OutOfRange:
        return Judged(unsaid, State.UNUSABLE)
    allowed = allowed_for(score.evidence, model.widening)
    span = _widened(span, allowed, scale)
    return Judged(span, State.KNOWN, score.driver, (likely >= Fraction(criterion.zero)) is scale.is_rising)


def allowed_for(evidence: object, widening: Widening) -> Allowed:
    """How far an effect reaches at least; what does not say what it rests on is a claim."""
    by_evidence = {
        Evidence.MEASURED: widening.measured,
        Evidence.MODEL: widening.model,
        Evidence.JUDGEMENT: widening.judgement,
    }
    return by_evidence.get(evidence, widening.claim) if isinstance(evidence, Evidence) else widening.claim


def _bounds(score: Score, likely: Decimal) -> tuple[Fraction, Fraction, Fraction]:
    low = likely if score.low is None else score.low
    high = likely if score.high is None else score.high
    return Fraction(low), Fraction(likely), Fraction(high)


def _widened(span: Span, allowed: Allowed, scale: Scale) -> Span:
    """No further than the scale reaches, unless it goes on beyond its ends."""
    share = abs(span.likely) * Fraction(allowed.percent) / _PERCENT
    wide = span.widened(max(share, Fraction(allowed.points)))
    return wide if scale.beyond is Beyond.EXTEND else wide.within(*scale.ends)


def _unsaid(unsaid: Unsaid, scale: Scale) -> Span:
    """In order, whatever the file says; rules tell of what is not."""
    low, likely, high = sorted(map(Fraction, (unsaid.low, unsaid.likely, unsaid.high)))
    return Span(low, likely, high).within(*scale.ends)
