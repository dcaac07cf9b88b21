"""The forms of an owner that came back: each line says in a hidden cell what it is."""

import json
from collections.abc import Iterable
from typing import Any

from byvekst_cli.area.incoming import Line, Note
from byvekst_cli.edit.returned import Returned, cell
from byvekst_cli.model.tables import BY_NAME
from byvekst_cli.source.workbook import Grid, place


def read_forms(found: Returned, grids: Iterable[Grid]) -> None:
    """Every line of every sheet, those of one row gathered; a new row that is empty is not there."""
    rows: dict[tuple[str, ...], Line] = {}
    for grid in grids:
        for number in range(len(grid.rows)):
            told = grid.at(number, 0)
            if isinstance(told, str) and told.startswith("{"):
                _line(found, rows, grid, number, told)
    for (table, *_), line in rows.items():
        if line.key is not None or any(line.cells[name] for name in line.places):
            found.lines.setdefault(table, []).append(line)


def _line(found: Returned, rows: dict[tuple[str, ...], Line], grid: Grid, number: int, told: str) -> None:
    try:
        line: Any = json.loads(told)
        table, key, leads = BY_NAME[line["table"]], line["key"], tuple(map(str, line["leads"]))
        columns = {int(at): table.find(str(name)) for at, name in line["at"].items()}
        given = {str(name): str(text) for name, text in line["given"].items()}
        base = found.base.get(table.name, {})[key] if key is not None else None
        new = str(line["new"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        found.faults.append(Note("row-unknown", grid.name, place(number, 1)))
        return
    row = rows.setdefault(
        (table.name, str(key), *leads, "" if key else new),
        Line(key, leads, dict(given) if key is None else {}, grid.name, number, {}),
    )
    cells, places = dict(row.cells), dict(row.places)
    for at, column in columns.items():
        if column is None:
            continue
        before = base.cells.get(column.name, "") if base else ""
        text = cell(found, grid, (number, at), column, before)
        if cells.get(column.name, text) != text and column.name in places:
            found.faults.append(Note("row-twice", grid.name, place(number, at)))
        cells[column.name], places[column.name] = text, place(number, at)
    owner = (table.name, str(key), *leads, "" if key else new)
    rows[owner] = Line(key, leads, cells, row.sheet, row.row, places)
