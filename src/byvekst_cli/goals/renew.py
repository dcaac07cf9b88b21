"""Published series against those an indicator has: what is new, what has changed, what was revised."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.goals.jackknife import without_heaviest
from byvekst_cli.goals.point_index import CityIndex, city_index
from byvekst_cli.goals.printed import may_be_same
from byvekst_cli.goals.published import Book, Points, Published, Row
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
DECIMALS: Final = 1
"""Those that the ends of intervals are printed with."""


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
    """How many windows the points were there for, and those whose published figures they do not give.

    `heaviest` is the last value of the longest window, with what it would be without the one point that
    moves it most.
    """

    windows: int
    differing: tuple[tuple[Published, Row, CityIndex], ...]
    heaviest: tuple[Published, Row, float] | None = None


def renewed(indicator: Indicator, book: Book) -> tuple[Renewed, ...]:
    """Each published series against the one in the file that was made in the same way."""
    return tuple(_renewed(indicator, published) for published in book.series if published.rows)


def recomputed(book: Book) -> Recomputed:
    """Every rolling value from its points, where the workbook has them."""
    told = [
        (each, row, book.points.get((each.window or 0, row.end), ()))
        for each in book.series
        for row in each.rows
    ]
    having = [each for each in told if len(each[2]) > 1 and all(x > 0 for x, _ in each[2])]
    found = [(published, row, city_index(points)) for published, row, points in having]
    differing = tuple(each for each in found if not _agrees(each[1], each[2]))
    return Recomputed(len(having), differing, _heaviest(having))


def _heaviest(having: list[tuple[Published, Row, Points]]) -> tuple[Published, Row, float] | None:
    if not having:
        return None
    published, row, points = max(having, key=lambda each: (each[0].window or 0, each[1].end))
    return published, row, without_heaviest(points)


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
    near = all(each is None or may_be_same(float(each), end, DECIMALS) for each, end in ends)
    return near and abs(row.value - Decimal(found.change)) <= CENTRE and row.points in (None, found.n)
