"""Published series against those an indicator has: what is new, what has changed, what was revised."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.goals.point_index import CityIndex, city_index
from byvekst_cli.goals.published import Book, Published, Row
from byvekst_cli.goals.series import NEW_METHOD, OLD_METHOD
from byvekst_cli.model.indicator import Indicator, Series, Value
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When

VERSIONS: Final = {False: OLD_METHOD, True: NEW_METHOD}
"""The method by whether it is the new one."""
FIELDS: Final = {
    "value": "value", "low": "low", "high": "high", "points": "points",
    "effective": "effective_points", "error": "standard_error",
}  # fmt: skip
"""The fields of a published row, and those of a value in a file."""
CENTRE: Final = Decimal("0.01")
"""Per cent that a recomputed value may differ: published with two decimals, from rounded traffic."""
INTERVAL: Final = Decimal("0.11")
"""The same for the ends of intervals, which are built on a rounded centre and rounded to one decimal."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A period that the file has with other numbers; `fields` are those that differ, by a row's names."""

    row: Row
    before: Value
    fields: tuple[str, ...]

    @property
    def is_revised(self) -> bool:
        """Whether the value itself was known and is another now."""
        return "value" in self.fields and isinstance(self.before.value, Decimal)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What a published series brings; `name` is its id in the file, None where it is not there yet."""

    name: str | None
    published: Published
    new: tuple[Row, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Recomputed:
    """How many windows the points were there for, and those whose published figures they do not give."""

    windows: int
    differing: tuple[tuple[Published, Row, CityIndex], ...]


def renewed(indicator: Indicator, book: Book) -> tuple[Renewed, ...]:
    """Each published series against the one in the file that was made in the same way."""
    return tuple(_renewed(indicator, published) for published in book.series if published.rows)


def recomputed(book: Book) -> Recomputed:
    """Every rolling value from its points, where the workbook has them."""
    windows, differing = 0, []
    for published, row in ((each, row) for each in book.series for row in each.rows):
        points = book.points.get((published.window or 0, row.end), ())
        if len(points) > 1 and all(x > 0 for x, _ in points):
            windows += 1
            found = city_index(points)
            if not _agrees(row, found):
                differing.append((published, row, found))
    return Recomputed(windows, tuple(differing))


def _renewed(indicator: Indicator, published: Published) -> Renewed:
    name = next((name for name, series in indicator.series.items() if _is(series, published)), None)
    have = indicator.series[name].values if name is not None else {}
    new, changed = [], []
    for row in published.rows:
        before = have.get(When.parse(row.end))
        if before is None:
            new.append(row)
        elif fields := tuple(_differing(row, before)):
            changed.append(Changed(row, before, fields))
    return Renewed(name, published, tuple(new), tuple(changed))


def _is(series: Series, published: Published) -> bool:
    window = None if isinstance(series.window, Unknown) else series.window
    version = series.method_version or VERSIONS[False]
    return (series.comparison, window, series.reference_year, version) == (
        published.comparison,
        published.window,
        published.reference_year,
        VERSIONS[published.new_method],
    )


def _differing(row: Row, before: Value) -> Iterator[str]:
    for name, field in FIELDS.items():
        number = getattr(row, name)
        if number is not None and number != getattr(before, field):
            yield name


def _agrees(row: Row, found: CityIndex) -> bool:
    ends = [(row.low, found.low), (row.high, found.high)]
    near = all(each is None or abs(each - Decimal(end)) <= INTERVAL for each, end in ends)
    return near and abs(row.value - Decimal(found.change)) <= CENTRE and row.points in (None, found.n)
