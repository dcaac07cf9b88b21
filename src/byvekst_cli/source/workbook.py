"""Excel workbooks → sheets of plain cells. Bounded in size, and nothing in them is ever run."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from byvekst_cli.finding import Term
from byvekst_cli.model.when import When

LARGEST: Final = 30 * 1_048_576
"""Bytes of a workbook; one with a thousand projects is about 2 MB."""
UNPACKED: Final = 300 * 1_048_576
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 400
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ENTITIES: Final = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp037", "cp500")
)
"""What no workbook of anybody's has, in any part and in the encodings that a reader of XML may know."""
_SHEETS: Final = "xl/worksheets/"
_ABOUT: Final = "docProps/core.xml"
_SAVED: Final = (rb":modified[^>]*>(\d{4}-\d\d-\d\d)", rb":created[^>]*>(\d{4}-\d\d-\d\d)")

Cell = str | int | float | bool | date | None


class Unreadable(Exception):
    """A file that is not a workbook that can be read; `why` is a word for the reason."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = Term(why)


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: its cells by row, counted from 0, and which cells are formulas, errors or merged."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    formulas: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[str, ...] = field(default=())

    def at(self, row: int, column: int) -> Cell:
        """A cell, or None outside the sheet."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None


def read_workbook(data: bytes) -> tuple[Grid, ...]:
    """Every sheet, hidden ones too, with the values that formulas last had. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable("book-too-large")
    if data.startswith(_OLE):
        raise Unreadable("book-encrypted")
    try:
        has_formulas = _looked_through(data)
        values = _opened(data, cached=True)
        formulas = _opened(data, cached=False) if has_formulas else values
        return tuple(_grid(sheet, formulas[sheet.title]) for sheet in values.worksheets)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a broken part makes it stumble on
        raise Unreadable("book-broken") from None


def last_saved(data: bytes) -> date | None:
    """The day a workbook that can be read says that it was last saved on, if it does."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        told = archive.read(_ABOUT) if _ABOUT in archive.namelist() else b""
    days = [re.search(pattern, told) for pattern in _SAVED]
    day = next((found[1].decode() for found in days if found), "")
    return date.fromisoformat(day) if When.fits(day) else None


def place(row: int, column: int) -> str:
    """`C7`, from a row and a column counted from 0."""
    letters = ""
    while column >= 0:
        letters = chr(65 + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{row + 1}"


def _looked_through(data: bytes) -> bool:
    """Whether any sheet has a formula. Raises Unreadable for what must not be opened."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        if "EncryptedPackage" in names:
            raise Unreadable("book-encrypted")
        if "xl/workbook.xml" not in names:
            raise Unreadable("book-not-xlsx")
        if sum(part.file_size for part in parts) > UNPACKED:
            raise Unreadable("book-too-large")
        found = False
        for part in parts:
            text = archive.read(part)
            if any(word in text for word in _ENTITIES):
                raise Unreadable("book-broken")
            found |= part.filename.startswith(_SHEETS) and re.search(rb"<f[ />]", text) is not None
        return found


def _opened(data: bytes, *, cached: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data), read_only=True, data_only=cached, keep_links=False)


def _grid(values: Any, formulas: Any) -> Grid:
    rows: list[tuple[Cell, ...]] = []
    errors: set[tuple[int, int]] = set()
    for number, cells in enumerate(_cells(values)):
        if number >= MOST_ROWS and any(cell.value is not None for cell in cells):
            raise Unreadable("book-too-large")
        rows.append(_until_empty(_plain(cell.value) for cell in cells))
        errors.update((number, at) for at, cell in enumerate(cells) if cell.data_type == "e")
    if values is formulas:
        return Grid(values.title, _trimmed(rows), frozenset(), frozenset(errors), tuple(_merged(values)))
    asked = frozenset(
        (number, at)
        for number, cells in enumerate(_cells(formulas))
        for at, cell in enumerate(cells)
        if cell.data_type == "f"
    )
    return Grid(values.title, _trimmed(rows), asked, frozenset(errors), tuple(_merged(values)))


def _cells(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()
    yield from map(_used, sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS))


def _used(cells: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row without most of what the reader fills it up with, to the last column that there may be."""
    from openpyxl.cell.read_only import EMPTY_CELL

    end = len(cells)
    while end > 1 and set(map(id, cells[end // 2 : end])) == {id(EMPTY_CELL)}:
        end //= 2
    return cells[:end]


def _trimmed(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Without the empty rows that formats and lists leave at the end."""
    last = next((at for at in range(len(rows), 0, -1) if rows[at - 1]), 0)
    return tuple(rows[:last])


def _until_empty(values: Iterable[Cell]) -> tuple[Cell, ...]:
    cells = list(values)
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _merged(sheet: Any) -> Iterator[str]:
    """The merged ranges, which the reader itself passes over."""
    with sheet.parent._archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 - it says nowhere else
        yield from (
            match.decode() for match in re.findall(rb'<mergeCell [^>]*ref="([A-Z0-9:]+)"', part.read())
        )


def _plain(value: object) -> Cell:
    """A cell's value; a moment at midnight is a day, and `_x000D_` the character it stands for."""
    if isinstance(value, datetime):
        return value.date() if value.time() == datetime.min.time() else value.isoformat(" ")
    if isinstance(value, str):
        text = (
            _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value)
            .replace("\r\n", "\n")
            .replace("\r", "\n")
        )
        return text or None
    if isinstance(value, bool | int | float | date) or value is None:
        return value
    return str(value)
