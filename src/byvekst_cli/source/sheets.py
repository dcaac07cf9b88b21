"""A workbook → its sheets as rows of plain values. Never trusts the file's own word on its size."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

LARGEST: Final = 20
"""Megabytes of a workbook; Statens vegvesen's are about half of one."""
UNPACKED: Final = 200
"""Megabytes when unpacked."""
MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 100
_MB: Final = 1_048_576


class BadWorkbook(Exception):
    """A file that cannot be read as a workbook; `reason` is the name of a sentence in the user's words."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its title; cells are numbers, text, dates or None."""

    title: str
    rows: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheets:
    """All sheets, and the day the workbook says that it was last saved."""

    sheets: tuple[Sheet, ...]
    saved: date | None


def read_sheets(path: Path) -> Sheets:
    """Read a workbook, with the values that its formulas last had. Raises BadWorkbook, OSError."""
    if path.stat().st_size > LARGEST * _MB:
        raise BadWorkbook("workbook-too-large", limit=LARGEST)
    try:
        _must_unpack(path)
        return _read(path)
    except (zipfile.BadZipFile, zlib.error, EOFError, ParseError):
        raise BadWorkbook("workbook-broken") from None
    except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError):
        raise BadWorkbook("workbook-broken") from None


def _must_unpack(path: Path) -> None:
    """Unpacks every part, counting, for the sizes that a packed file states may be wrong."""
    left = UNPACKED * _MB
    with zipfile.ZipFile(path) as packed:
        if "xl/workbook.xml" not in packed.namelist():
            raise BadWorkbook("workbook-broken")
        for part in packed.infolist():
            with packed.open(part) as stream:
                while block := stream.read(_MB):
                    left -= len(block)
                    if left < 0:
                        raise BadWorkbook("workbook-too-large", limit=UNPACKED)


def _read(path: Path) -> Sheets:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheets = tuple(Sheet(str(sheet.title), tuple(_rows(sheet))) for sheet in book.worksheets)
        saved = book.properties.modified or book.properties.created
        return Sheets(sheets, saved.date() if saved else None)
    finally:
        book.close()


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS)):
        if number >= MOST_ROWS:
            raise BadWorkbook("workbook-too-long", title=sheet.title, limit=MOST_ROWS)
        yield tuple(row)
