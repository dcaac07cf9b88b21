"""A workbook that came back: what it was when it went out, and what it says now."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from byvekst_cli.area.incoming import Line, Note
from byvekst_cli.area.tables import Row, is_number, wide_keys
from byvekst_cli.edit.cells import Unfit, meant
from byvekst_cli.model.memory import FORMAT
from byvekst_cli.model.near import near
from byvekst_cli.model.tables import Column, Table
from byvekst_cli.model.when import When
from byvekst_cli.source.workbook import Grid, place

NAMES: Final = 0
"""The row of a sheet that names its columns; the headings come next."""
_FAMILY: Final = FORMAT.rpartition("-")[0]


class NotOurs(Exception):
    """A workbook that was not made here, or by another version; `why` names the sentence."""

    def __init__(self, why: str, **facts: object) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


@dataclass(slots=True)
class Returned:
    """Rows as they went out, by table and key, and as they came back."""

    area: str
    form: str
    base: dict[str, dict[str, Row]] = field(default_factory=dict)
    lines: dict[str, list[Line]] = field(default_factory=dict)
    faults: list[Note] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def remembered(memory: Grid) -> Returned:
    """The area and the rows as they went out. Raises NotOurs."""
    form, area, _, layout = (text_of(memory.at(0, at)) for at in range(4))
    if form != FORMAT:
        raise NotOurs("book-other-version" if form.startswith(f"{_FAMILY}-") else "book-not-ours")
    found = Returned(area, layout)
    for cells in memory.rows[1:]:
        try:
            table, key, *parts = map(text_of, cells)
            told = json.loads("".join(parts))
            path, *route = json.loads(key)
            row = Row(str(path), tuple(route), tuple(told["leads"]), dict(told["cells"]))
        except (ValueError, TypeError, KeyError, RecursionError):
            raise NotOurs("book-not-ours") from None
        found.base.setdefault(table, {})[key] = row
    return found


def read_sheet(found: Returned, table: Table, grid: Grid) -> None:
    """The rows of an ordinary sheet, wherever its columns and rows have been moved."""
    if grid.merged:
        found.faults.append(Note("sheet-merged", grid.name, grid.merged[0]))
        return
    base = found.base.get(table.name, {})
    columns = dict(_columns(found, table, grid))
    leads = {at: int(name[1:]) for at, name in _names(grid) if name[:1] == "@" and name[1:].isdecimal()}
    lines = []
    for number in range(NAMES + 2, len(grid.rows)):
        key = text_of(grid.at(number, 0)) or None
        cells, places = _cells(found, grid, number, columns, base.get(key or ""))
        own = [text_of(grid.at(number, at)) for at, _ in sorted(leads.items(), key=lambda each: each[1])]
        if key or any(cells.values()):
            lines.append(Line(key, tuple(own), cells, grid.name, number, places))
        elif any(own):
            found.notes.append(Note("row-empty", grid.name, place(number, 1)))
    found.lines[table.name] = _originals(found, lines, base)


def _names(grid: Grid) -> Iterator[tuple[int, str]]:
    width = max((len(row) for row in grid.rows), default=0)
    return ((at, text_of(grid.at(NAMES, at))) for at in range(1, width))


def _columns(found: Returned, table: Table, grid: Grid) -> Iterator[tuple[int, Column]]:
    """Columns by their hidden names; a new one by its heading, where that is a year."""
    seen: set[str] = set()
    for at, name in _names(grid):
        if name.startswith("@"):
            continue
        column = table.find(name) if name else _new_column(table, text_of(grid.at(NAMES + 1, at)))
        used = any(grid.at(number, at) is not None for number in range(NAMES + 2, len(grid.rows)))
        if column is not None and column.name not in seen:
            seen.add(column.name)
            yield at, column
        elif column is not None:
            found.faults.append(
                Note("column-twice", grid.name, place(NAMES + 1, at), {"column": column.name})
            )
        elif used:
            heading = text_of(grid.at(NAMES + 1, at))
            likely = near(heading, [each.name for each in table.columns])
            found.notes.append(
                Note("column-new", grid.name, place(NAMES + 1, at), {"heading": heading, "near": likely})
            )
    known = {c.name for c in table.columns if not c.wide}
    known |= {
        f"{c.name}.{key}"
        for c in table.columns
        if c.wide
        for key in wide_keys(c, found.base.get(table.name, {}).values())
    }
    if missing := sorted(known - seen):
        found.notes.append(Note("columns-missing", grid.name, facts={"columns": ", ".join(missing)}))


def _new_column(table: Table, heading: str) -> Column | None:
    wide = [column for column in table.columns if column.wide and not column.refers_to]
    year = heading.partition(" (")[0]
    return wide[0].at(year) if len(wide) == 1 and When.fits(year) else None


def _cells(
    found: Returned, grid: Grid, number: int, columns: Mapping[int, Column], base: Row | None
) -> tuple[dict[str, str], dict[str, str]]:
    cells, places = {}, {}
    for at, column in columns.items():
        before = base.cells.get(column.name, "") if base else ""
        cells[column.name] = cell(found, grid, (number, at), column, before)
        places[column.name] = place(number, at)
    return cells, places


def cell(found: Returned, grid: Grid, at: tuple[int, int], column: Column, before: str) -> str:
    """What a cell says now; `before` where nothing was written in it, or where it is at fault."""
    value = grid.at(*at)
    where = place(*at)
    if at in grid.errors or (at in grid.formulas and value is None):
        found.faults.append(Note("cell-error", grid.name, where))
        return before
    if value == before or (
        is_number(column, before) and isinstance(value, int | float) and _is(value, before)
    ):
        return before
    try:
        text = meant(value, column)
    except Unfit as unfit:
        found.faults.append(Note(unfit.why, grid.name, where, {"value": str(value)[:40]}))
        return before
    if at in grid.formulas:
        found.notes.append(Note("cell-formula", grid.name, where, {"value": text}))
    return before if text == before.strip() else text


def _is(value: float, before: str) -> bool:
    return not isinstance(value, bool) and float(value) == float(before)


def _originals(found: Returned, lines: list[Line], base: Mapping[str, Row]) -> list[Line]:
    """A row that was copied has its key twice: the one that is as it was keeps it, the others are new."""
    by_key: dict[str, list[Line]] = {}
    for line in lines:
        if line.key:
            by_key.setdefault(line.key, []).append(line)
    made = []
    for line in lines:
        twins = by_key.get(line.key or "", [])
        if line.key and line.key not in base:
            found.faults.append(Note("row-unknown", line.sheet, place(line.row, 1)))
        elif len(twins) < 2:
            made.append(line)
        else:
            same = [twin for twin in twins if not changes(twin, base[twin.key or ""])]
            if len(same) != 1:
                found.faults.append(Note("row-twice", line.sheet, place(line.row, 1)))
            else:
                made.append(line if line is same[0] else _as_new(line))
    return made


def _as_new(line: Line) -> Line:
    return Line(None, line.leads, line.cells, line.sheet, line.row, line.places)


def changes(line: Line, row: Row) -> dict[str, tuple[str, str]]:
    """The cells that differ from what went out: before and after."""
    both = ((name, row.cells.get(name, ""), after) for name, after in line.cells.items())
    return {name: (before, after) for name, before, after in both if before != after}


def text_of(value: Any) -> str:
    """A technical cell as text."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
