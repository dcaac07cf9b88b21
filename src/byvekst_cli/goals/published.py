"""What a workbook of the byindeks holds: series as published, and the points they are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from byvekst_cli.model.indicator import Comparison

Points = tuple[tuple[float, float], ...]
"""(Mean traffic in the reference year, mean traffic in the window), a pair for each point."""


@dataclass(frozen=True, slots=True)
class Row:
    """One published value (per cent) with its 95 per cent interval; `end` is a month or a year."""

    end: str
    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None
    points: Decimal | None = None
    effective: Decimal | None = None
    error: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """Values made in one way. `new_method` is that from 1 January 2027; window is in months."""

    comparison: Comparison
    window: int | None
    reference_year: int | None
    new_method: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """`region` is the name in the sheets, `number` that of the file's name, `saved` the workbook's own date.

    `points` are by window and end. `left_out` names what the workbook holds besides and is not carried.
    """

    region: str | None
    number: str | None
    saved: date | None
    series: tuple[Published, ...]
    points: Mapping[tuple[int, str], Points] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
