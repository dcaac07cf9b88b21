"""Lists with a separator between the values → one sheet of cells, as text."""

import csv
import io
from typing import Final

from byvekst_cli.source.workbook import LARGEST, MOST_ROWS, Grid, Unreadable

_SEPARATORS: Final = ";\t,"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def read_csv(data: bytes, name: str) -> Grid:
    """UTF-8, or else Windows-1252; `;`, tabs or commas, whichever the first lines have. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable("book-too-large")
    if data.startswith(_UTF16) or b"\0" in data:
        raise Unreadable("list-not-text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    try:
        found = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True))
    except csv.Error:
        raise Unreadable("list-broken") from None
    if len(found) > MOST_ROWS:
        raise Unreadable("book-too-large")
    return Grid(name, tuple(tuple(cell.strip() or None for cell in row) for row in found))


def _separator(text: str) -> str:
    """The one that divides the first lines into most parts; the first of equals."""
    first = "\n".join(text.splitlines()[:5])
    return max(_SEPARATORS, key=lambda each: (first.count(each) > 0, each != ",", first.count(each)))
