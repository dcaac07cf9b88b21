"""An area as tables: rows of cells, each cell the text that says what its value in the file says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area.area import Area
from byvekst_cli.finding import Route
from byvekst_cli.model.block import Block
from byvekst_cli.model.tables import EACH, PARTS, Column, Rows, Sort, Table, id_key

LONGEST: Final = 15_000
"""A cell of a workbook holds 32 767 UTF-16 units, and its notes on the way need some of them."""
CLIPPED: Final = " […]"
"""The end of a text that is longer than a cell."""
TRUE: Final = "true"
"""What a mark that is set says; one that is not is empty, as every value that is not there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, what it belongs to, and its cells by the names of their columns.

    Cells hold what the file says and no more: what is not there is left out.
    """

    path: str
    route: Route
    leads: tuple[str, ...]
    cells: Mapping[str, str]


def rows_of(table: Table, area: Area) -> Iterator[Row]:
    """Every row of a table, by file and in the order of the file."""
    for record in area.of(Block):
        if record.kind == table.kind:
            yield from rows_in(table, record.path, record.data, record.id)


def rows_in(table: Table, path: str, data: Mapping[str, Any], id: str) -> Iterator[Row]:
    """The rows of one file; `id` is what it is called."""
    first = (str(data.get(id_key(table.kind), id)),) if _names_file(table) else ()
    if table.rows is Rows.FILE:
        yield Row(path, (), (), cells_of(table, data))
        return
    for route, found, leads in _containers(data, table.route, (), first):
        for key, row in _rows(table, found):
            own = (str(key),) if table.has_own_key else ()
            yield Row(path, (*route, key), (*leads, *own), cells_of(table, row))


def cells_of(table: Table, row: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a row that have something in them, in the order of the columns."""
    cells: dict[str, str] = {}
    for column in table.columns:
        value = value_at(row, column.keys)
        if column.wide and isinstance(value, Mapping):
            cells.update((f"{column.name}.{key}", told(each)) for key, each in value.items())
        elif value is not None and not column.wide and (text := told(value)):
            cells[column.name] = text
    return cells


def value_at(row: Any, keys: tuple[str, ...]) -> Any:
    """The value at the end of some keys, or None."""
    for key in keys:
        row = row.get(key) if isinstance(row, Mapping) else None
    return row


def told(value: Any) -> str:
    """A value as text. Numbers are as files have them; shares are `bergen: 60; alver: 40`."""
    if value is True:
        return TRUE
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {each}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + CLIPPED


def wide_keys(column: Column, rows: Iterable[Row]) -> tuple[str, ...]:
    """The keys that a wide column has in any of the rows, in order."""
    start = f"{column.name}."
    return tuple(sorted({n.removeprefix(start) for row in rows for n in row.cells if n.startswith(start)}))


def is_number(column: Column, text: str) -> bool:
    """Whether a cell of a column holds a number, and not a word such as `ukjent`."""
    if column.sort not in (Sort.NUMBER, Sort.YEAR, Sort.PRICE_YEAR, Sort.SCALAR):
        return False
    return _is_decimal(text)


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except ArithmeticError:
        return False


def _names_file(table: Table) -> bool:
    """Whether there are several files of the kind, so that a row must say which it is in."""
    return table.kind not in ("funding", "citations")


def _containers(
    data: Any, steps: tuple[str, ...], route: Route, leads: tuple[str, ...]
) -> Iterator[tuple[Route, Any, tuple[str, ...]]]:
    if not steps:
        yield route, data, leads
        return
    if steps[0] == EACH:
        for key, row in _items(data):
            name = key if isinstance(key, str) else told(value_at(row, ("prosjekt",)) or "")
            yield from _containers(row, steps[1:], (*route, key), (*leads, name))
    elif isinstance(data, Mapping) and steps[0] in data:
        yield from _containers(data[steps[0]], steps[1:], (*route, steps[0]), leads)


def _rows(table: Table, found: Any) -> Iterator[tuple[str | int, Mapping[str, Any]]]:
    for key, row in _items(found):
        if isinstance(row, Mapping) and (table.rows is not Rows.PARTS or key in PARTS):
            yield key, row


def _items(found: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(found, Mapping):
        yield from found.items()
    elif isinstance(found, list):
        yield from enumerate(found)
