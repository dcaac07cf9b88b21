"""Statens vegvesen's workbooks with the byindeks of an area («tallmateriale») → series and points.

Sheets and columns are known by their headings, since they vary with area and year.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.goals.published import Book, Points, Published, Row
from byvekst_cli.goals.series import NEW_METHOD_YEAR
from byvekst_cli.model.indicator import Comparison
from byvekst_cli.source.workbook import Cell, Grid, last_saved, read_workbook

HEADINGS: Final[Mapping[str, str]] = {
    "index_p": "index", "index_percent": "index", "indeks_p": "index", "indeks": "index",
    "index_i": "ratio", "indeks_i": "ratio",
    "ci_lower": "low", "ci_low": "low", "ki_nedre": "low",
    "ci_upper": "high", "ci_high": "high", "ki_øvre": "high",
    "n_trp": "points", "n_points": "points", "antall_punkter": "points",
    "n_eff": "effective", "n_effective": "effective",
    "standard_error_p": "error", "standard_error": "error", "standardfeil": "error",
    "window": "window", "vindu": "window", "window_months": "window",
    "month_object": "month", "last_month_in_index": "month", "window_end": "month",
    "month_n": "number", "month": "number", "måned": "number",
    "year": "year", "år": "year", "year_base": "base", "base_year": "base", "basisår": "base",
    "index_period": "period", "period": "span", "periode": "span",
    "index_type": "kind", "kind": "kind",
    "area_name": "region", "city": "region", "område": "region", "sub_area": "part",
    "trp_id": "point", "mean_mdt_reference_year": "before", "mean_mdt_index_period": "now",
}  # fmt: skip
"""What headings are called in the workbooks seen, and what they hold."""
_HEADING_ROWS: Final = 10
_PLACES: Final = {"value": 2, "low": 2, "high": 2, "points": 0, "effective": 1, "error": 3}
_MONTH: Final = re.compile(r"((?:19|20|21)\d\d)[-.]?(0[1-9]|1[0-2])")
_FILE: Final = re.compile(r"tallmateriale[_ -]?(\d{2,6})(?!\d)", re.IGNORECASE)
Cells = dict[str, Any]


class NotByindeks(Exception):
    """A workbook that is none of these; `reason` is the name of a sentence in the user's words."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def read_byindeks(data: bytes, name: str) -> Book:
    """The workbook of a file with a name. Raises Unreadable, NotByindeks."""
    sheets = read_workbook(data)
    rolling: list[Cells] = []
    yearly: list[Cells] = []
    points: list[Cells] = []
    left_out: dict[str, None] = {}
    for sheet in sheets:
        cells = _table(sheet)
        names = set(cells[0]) if cells else set()
        if "part" in names:
            left_out["left-parts"] = None
        elif {"point", "before", "now", "window"} <= names:
            points += cells
        elif {"window"} < names and names & {"index", "ratio"} and "point" not in names:
            rolling += cells
        elif {"base", "year"} <= names and names & {"index", "ratio"} and "point" not in names:
            yearly += cells
    if not rolling and not yearly:
        raise NotByindeks("workbook-not-byindeks", titles=tuple(sheet.name for sheet in sheets[:8]))
    found = _FILE.search(name)
    series = [*_rolling(rolling, yearly), *_yearly(yearly, left_out)]
    region = next((str(row["region"]) for row in (*yearly, *rolling) if row.get("region")), None)
    return Book(
        region,
        found.group(1) if found else None,
        last_saved(data),
        tuple(series),
        _points(points),
        tuple(left_out),
    )


def _table(sheet: Grid) -> list[Cells]:
    """The rows below the headings, by what they hold; none where no row of headings is known."""
    for at, row in enumerate(sheet.rows[:_HEADING_ROWS]):
        names = [HEADINGS.get(_plain(cell)) for cell in row]
        if len({name for name in names if name}) >= 3:
            return [_cells(names, each) for each in sheet.rows[at + 1 :] if any(c is not None for c in each)]
    return []


def _cells(names: list[str | None], row: tuple[Cell, ...]) -> Cells:
    """The first column of a name counts."""
    found: Cells = {}
    for name, cell in zip(names, row, strict=False):
        if name is not None:
            found.setdefault(name, cell)
    return found


def _rolling(rows: list[Cells], yearly: list[Cells]) -> Iterator[Published]:
    bases = [base for row in yearly if (base := _whole(row.get("base")))]
    made: dict[tuple[int, int | None, bool], dict[str, Row]] = {}
    for row in rows:
        end, window = _month_of(row), _window(row)
        if end is not None and window is not None:
            reference = _year_in(row.get("period")) or min(bases, default=None)
            _put(made.setdefault((window, reference, _is_new(end)), {}), end, row)
    for (window, reference, new), found in sorted(made.items(), key=lambda each: -each[0][0]):
        yield Published(Comparison.ROLLING, window, reference, new, _sorted(found.values()))


def _yearly(rows: list[Cells], left_out: dict[str, None]) -> Iterator[Published]:
    made: dict[tuple[bool, int | None, bool], dict[str, Row]] = {}
    for row in rows:
        year, base = _whole(row.get("year")), _whole(row.get("base"))
        if year is None or base is None:
            continue
        chained = "chain" in str(row.get("kind")).casefold() or "kjed" in str(row.get("kind")).casefold()
        if not _whole_year(row):
            left_out["left-so-far"] = None
        elif not chained and year - base != 1:
            left_out["left-bridges"] = None
        else:
            key = (chained, base if chained else None, _is_new(str(year)))
            _put(made.setdefault(key, {}), str(year), row)
    for (chained, base, new), found in made.items():
        kind = Comparison.CHAINED if chained else Comparison.DIRECT
        yield Published(kind, None, base, new, _sorted(found.values()))


def _points(rows: list[Cells]) -> dict[tuple[int, str], Points]:
    found: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for row in rows:
        end, window, before, now = _month_of(row), _window(row), _number(row["before"]), _number(row["now"])
        if end is not None and window is not None and before is not None and now is not None:
            found.setdefault((window, end), []).append((float(before), float(now)))
    return {key: tuple(pairs) for key, pairs in found.items()}


def _put(found: dict[str, Row], end: str, row: Cells) -> None:
    """Rows without a value are passed over; two that differ for one period cannot both be right."""
    ratio = _number(row.get("ratio"))
    value = _number(row.get("index"))
    if value is None and ratio is not None:
        value = (ratio - 1) * 100
    if value is None:
        return
    cells = {name: _number(row.get(name)) for name in _PLACES} | {"value": value}
    made = Row(end, **{name: _rounded(cell, _PLACES[name]) for name, cell in cells.items()})  # type: ignore[arg-type]
    if found.setdefault(end, made) != made:
        raise NotByindeks("workbook-double", end=end)


def _sorted(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.end))


def _plain(cell: object) -> str:
    return re.sub(r"[\s_]+", "_", str(cell).strip().casefold())


def _number(cell: object) -> Decimal | None:
    """A number, also where it was written as text; None for anything else, such as NA."""
    if isinstance(cell, bool) or cell is None:
        return None
    text = str(cell).strip().replace(",", ".").replace("\u2212", "-")
    return Decimal(text) if re.fullmatch(r"-?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,2})?", text) else None


def _rounded(number: Decimal | None, places: int) -> Decimal | None:
    return None if number is None else round(number, places)


def _whole(cell: object) -> int | None:
    number = _number(cell)
    return int(number) if number is not None and number == int(number) and 0 < number < 2200 else None


def _window(row: Cells) -> int | None:
    """`36_months`, `36 måneder` or 36."""
    found = re.match(r"\s*(\d{1,3})(?!\d)", str(row.get("window")))
    return int(found.group(1)) if found else None


def _month_of(row: Cells) -> str | None:
    """The month in which a window ends, as `2026-05`."""
    cell = row.get("month")
    if isinstance(cell, date):
        return f"{cell.year:04}-{cell.month:02}"
    if found := _MONTH.match(str(cell)):
        return f"{found.group(1)}-{found.group(2)}"
    year, month = _whole(row.get("year")), _whole(row.get("number"))
    return f"{year:04}-{month:02}" if year and year >= 1900 and month and month <= 12 else None


def _whole_year(row: Cells) -> bool:
    """Whether a row is for January to December, as far as it says."""
    month, span = _whole(row.get("number")), str(row.get("span") or "").casefold()
    return month == 12 if month is not None else not span or span.endswith(("des", "des.", "desember"))


def _year_in(cell: object) -> int | None:
    """`2018 - (jan 2019 - des 2019)` → 2018."""
    found = re.match(r"\s*((?:19|20|21)\d\d)\b", str(cell))
    return int(found.group(1)) if found else None


def _is_new(end: str) -> bool:
    return int(end[:4]) >= NEW_METHOD_YEAR
