"""A field with time to the right and values upwards, and what lies under every curve."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from byvekst_cli.draw.paper import Paper, line_height, width_of
from byvekst_cli.draw.style import INK, RULE, SMALL, SOFT
from byvekst_cli.goals.reading import Reading
from byvekst_cli.language import Say
from byvekst_cli.model.indicator import Comparison

YEARS: Final = line_height(SMALL) + 0.1
"""Centimetres that the years take below a field."""
_NARROWEST: Final = 0.1
"""Values that are closer together are drawn in a wider range: noise must not look like a course."""


@dataclass(frozen=True, slots=True)
class Range:
    """The days and values that fields have in common; `ticks` go from the lowest to the highest."""

    since: date
    until: date
    ticks: tuple[float, ...]

    @classmethod
    def over(cls, readings: Iterable[Reading], values: Iterable[float], until: date | None = None) -> "Range":
        """Whole years at each side, and room for every interval and for some values besides."""
        from matplotlib.ticker import MaxNLocator

        found = list(readings)
        ends = [bound for each in found for bound in (each.value, each.low, each.high) if bound is not None]
        ends += values
        low, high = min(ends), max(ends)
        low, high = (low - 1, high + 1) if high - low < _NARROWEST else (low, high)
        ticks = MaxNLocator(nbins=7, steps=[1, 2, 5, 10], min_n_ticks=3).tick_values(low, high)
        days = [placed(each) for each in found]
        last = max([*days, *([until] if until else [])])
        since = date(min(days).year, 1, 1)
        return cls(since, date(last.year, 12, 31), tuple(round(float(tick), 9) for tick in ticks))

    @property
    def years(self) -> range:
        return range(self.since.year, self.until.year + 1)


@dataclass(frozen=True, slots=True)
class Field:
    """Where the range lies on the paper, in centimetres from the left and the top."""

    paper: Paper
    range: Range
    left: float
    right: float
    top: float
    bottom: float

    def across(self, day: date) -> float:
        """Days outside are put at the edge."""
        whole = (self.range.until - self.range.since).days + 1
        share = (day - self.range.since).days / whole
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def down(self, value: float) -> float:
        low, high = self.range.ticks[0], self.range.ticks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    def at(self, reading: Reading) -> tuple[float, float]:
        return self.across(placed(reading)), self.down(reading.value)


def placed(reading: Reading) -> date:
    """A window at its last day, for it looks back from there; anything else in the middle of its time."""
    if reading.basis.comparison is Comparison.ROLLING:
        return reading.period.last
    return reading.period.first + (reading.period.last - reading.period.first) / 2


def tick_words(range: Range, say: Say, *, is_signed: bool) -> list[str]:
    """`+5`, `0`, `−5` for changes; levels have no sign."""
    step = range.ticks[1] - range.ticks[0]
    places = max(0, -int(Decimal(repr(round(step, 9))).normalize().as_tuple().exponent))
    exact = [Decimal(repr(tick)).quantize(Decimal(1).scaleb(-places)) for tick in range.ticks]
    return [f"{'+' if is_signed and each > 0 else ''}{say.number(each or abs(each))}" for each in exact]


def underlay(field: Field, words: Sequence[str]) -> None:
    """Thin lines at round values and at the turns of the years, with their names; a dark one at zero."""
    for tick, name in zip(field.range.ticks, words, strict=True):
        down = field.down(tick)
        colour, width = (SOFT, 0.8) if tick == 0 else (RULE, 0.6)
        field.paper.line((field.left, down), (field.right, down), color=colour, lw=width, zorder=1)
        field.paper.text(field.left - 0.12, down, name, SMALL, ha="right", color=SOFT)
    for year, across in _turns(field):
        down = field.bottom + 0.08
        field.paper.line((across, field.bottom), (across, down), color=SOFT, zorder=1)
        middle = (across + field.across(date(year, 12, 31) + timedelta(days=1))) / 2
        if _is_named(field, year):
            field.paper.text(
                middle, field.bottom + YEARS / 2 + 0.05, str(year), SMALL, ha="center", color=SOFT
            )
    field.paper.line((field.left, field.bottom), (field.right, field.bottom), color=INK, lw=0.8, zorder=1)


def _turns(field: Field) -> Iterator[tuple[int, float]]:
    for year in field.range.years:
        yield year, field.across(date(year, 1, 1))


def _is_named(field: Field, year: int) -> bool:
    """Every year where there is room, else every second, third …, counted from the last."""
    room = (field.right - field.left) / len(field.range.years)
    every = int((width_of("2000", SMALL) + 0.2) / room) + 1
    return (field.range.until.year - year) % every == 0
