"""The series of an indicator as readings: what the statistics can be asked about."""

from collections.abc import Iterator
from decimal import Decimal

from byvekst_cli.goals.reading import Basis, Reading
from byvekst_cli.goals.survey import Wave
from byvekst_cli.model.indicator import Comparison, Series, Value
from byvekst_cli.model.when import When

OF_CHANGE = (Comparison.ROLLING, Comparison.DIRECT, Comparison.CHAINED)
"""Ways of comparing that give a change in per cent; the others give a level."""


def readings(series: Series) -> tuple[Reading, ...]:
    """Every value that is known, by the last day it covers."""
    return tuple(_readings(series))


def latest(series: Series, until: When | None = None) -> Reading | None:
    """The last one, of a time that ends where it is given; None where no value is known."""
    found = [each for each in readings(series) if until is None or each.period.last <= until.last]
    return next(reversed(found), None)


def since_break(series: Series) -> tuple[Reading, ...]:
    """The readings that can stand in one line with the last: after every marked break, made in one way."""
    found = readings(series)
    breaks = [each.since.first for each in series.breaks]
    return tuple(
        reading
        for reading in found
        if reading.basis == found[-1].basis and all(reading.period.first >= day for day in breaks)
    )


def wave(value: Value, series: Series, *, is_share: bool) -> Wave | None:
    """A value of a survey with what is known of its uncertainty; None where the value is not known.

    Only a share has an uncertainty that follows from its sample; what no sample can be is left out.
    """
    if not isinstance(value.value, Decimal):
        return None
    sample, design = value.sample, value.design_effect
    fits = is_share and 0 <= value.value <= 100
    return Wave(
        float(value.value),
        int(sample) if fits and isinstance(sample, Decimal) and sample >= 1 else None,
        float(design) if fits and isinstance(design, Decimal) and design > 0 else None,
        _error(value),
        _text(value.method) or _text(series.method),
    )


def _readings(series: Series) -> Iterator[Reading]:
    for when, value in series.in_order:
        if isinstance(value.value, Decimal):
            yield _reading(when, value, value.value, series)


def _reading(when: When, value: Value, known: Decimal, series: Series) -> Reading:
    low, high = (bound if _holds(value, known) else None for bound in (value.low, value.high))
    printed = [int(bound.as_tuple().exponent) for bound in (low, high) if bound is not None]
    return Reading(
        when,
        float(known),
        Basis(
            series.comparison,
            _whole(value.window) or _whole(series.window),
            _text(value.method) or _text(series.method_version) or _text(series.method),
            _whole(series.reference_year),
        ),
        _float(low),
        _float(high),
        _error(value),
        _whole(value.points),
        _float(value.effective_points),
        max(1, *(-each for each in printed), 0),
    )


def _holds(value: Value, known: Decimal) -> bool:
    """Whether the interval holds its value; VAL002 tells of those that do not."""
    low, high = value.low, value.high
    return low is not None and high is not None and low <= known <= high


def _error(value: Value) -> float | None:
    """A standard error below zero is none."""
    return _float(value.standard_error) if value.standard_error is None or value.standard_error >= 0 else None


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _whole(number: object) -> int | None:
    return int(number) if isinstance(number, Decimal) else None


def _text(text: object) -> str:
    return text if isinstance(text, str) else ""
