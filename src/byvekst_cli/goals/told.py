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


def latest(series: Series) -> Reading | None:
    """The last one, or None where no value is known."""
    return next(reversed(readings(series)), None)


def since_break(series: Series) -> tuple[Reading, ...]:
    """The readings that can stand in one line with the last: after every marked break, made in one way."""
    found = readings(series)
    breaks = [each.since.first for each in series.breaks]
    return tuple(
        reading
        for reading in found
        if reading.basis == found[-1].basis and all(reading.period.first >= day for day in breaks)
    )


def wave(value: Value, series: Series) -> Wave | None:
    """A value of a survey with what is known of its uncertainty; None where the value is not known."""
    if not isinstance(value.value, Decimal):
        return None
    return Wave(
        float(value.value),
        int(value.sample) if isinstance(value.sample, Decimal) else None,
        float(value.design_effect) if isinstance(value.design_effect, Decimal) else None,
        float(value.standard_error) if value.standard_error is not None else None,
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
        _float(value.standard_error),
        _whole(value.points),
        _float(value.effective_points),
        max(1, *(-each for each in printed), 0),
    )


def _holds(value: Value, known: Decimal) -> bool:
    """Whether the interval holds its value; VAL002 tells of those that do not."""
    low, high = value.low, value.high
    return low is not None and high is not None and low <= known <= high


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _whole(number: object) -> int | None:
    return int(number) if isinstance(number, Decimal) else None


def _text(text: object) -> str:
    return text if isinstance(text, str) else ""
