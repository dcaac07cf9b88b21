"""Editing workbooks as somebody with Excel would, for the tests."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook


def edited(path: Path, edit: Callable[[Any], object]) -> Path:
    """The workbook after an edit, saved in place."""
    book = load_workbook(path)
    edit(book)
    book.save(path)
    return path


def at(sheet: Any, name: str) -> int:
    """The number of the column with a technical name."""
    return next(cell.column for cell in sheet[1] if cell.value == name)


def row_of(sheet: Any, text: str) -> int:
    """The first row that has a text in any cell but the hidden ones."""
    return next(r[0].row for r in sheet.iter_rows(min_row=3) if text in [cell.value for cell in r[1:]])


def put_in(sheet: str, row: str, name: str, value: object) -> Callable[[Any], None]:
    """An edit of the cell in the row that has a text."""

    def edit(book: Any) -> None:
        page = book[sheet]
        page.cell(row_of(page, row), at(page, name)).value = value

    return edit


def append(sheet: str, values: dict[str, object]) -> Callable[[Any], None]:
    """An edit that writes a new row below the last."""

    def edit(book: Any) -> None:
        page = book[sheet]
        used = [r[0].row for r in page.iter_rows() if any(cell.value is not None for cell in r)]
        for name, value in values.items():
            page.cell(max(used) + 1, at(page, name)).value = value

    return edit


def plain_book(rows: list[list[object]], title: str = "Liste") -> bytes:
    """Somebody's own list."""
    book, out = Workbook(), io.BytesIO()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def unpacked(book: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A workbook of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
