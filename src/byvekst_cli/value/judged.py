"""A project's effect on one criterion, as value points with their uncertainty."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from byvekst_cli.model.assessment import Score
from byvekst_cli.model.effect import Evidence
from byvekst_cli.model.value_model import Allowed, Beyond, Criterion, Unsaid, ValueModel, Widening
from byvekst_cli.value.scale import OutOfRange, Scale, worded_scale_of
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
    own = scale_for(score, criterion, scale)
    if own is None:
        return Judged(unsaid, State.UNUSABLE)
    try:
        span = own.over(*_bounds(score, likely))
    except OutOfRange:
        return Judged(unsaid, State.UNUSABLE)
    allowed = allowed_for(score.evidence, model.widening)
    span = _widened(span, allowed, scale)
    is_more = likely >= _nothing(criterion, own, scale)
    return Judged(span, State.KNOWN, score.driver, is_more is own.is_rising)


def scale_for(score: Score, criterion: Criterion, scale: Scale) -> Scale | None:
    """The scale that a score is given on: the criterion's own, or its grades in words; None for neither."""
    if score.level is None:
        return None if criterion.is_ordinal else scale
    return scale if criterion.is_ordinal else worded_scale_of(criterion)


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


def _nothing(criterion: Criterion, own: Scale, scale: Scale) -> Fraction:
    """The level of doing nothing, on the scale that a score is given on."""
    if own is scale:
        return Fraction(criterion.zero)
    return next(level for level, value in own.points if value == 0)


def _unsaid(unsaid: Unsaid, scale: Scale) -> Span:
    """In order, whatever the file says; rules tell of what is not."""
    low, likely, high = sorted(map(Fraction, (unsaid.low, unsaid.likely, unsaid.high)))
    return Span(low, likely, high).within(*scale.ends)
