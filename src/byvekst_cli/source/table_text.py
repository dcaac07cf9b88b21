"""A Markdown table → its rows of cells, each at its place in the file."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from byvekst_cli.model.note_text import BlockKind, Cell, TextBlock
from byvekst_cli.source.inline_text import read_line
from byvekst_cli.source.placed_text import Placed

if TYPE_CHECKING:
    from markdown_it.token import Token

_BAR: Final = re.compile(r"(?<!\\)\|")
Row = tuple[tuple[bool, Placed], ...]
"""Each cell, and whether it is of the header."""


def read_table(
    tokens: "Iterator[Token]",
    line: Callable[[int], tuple[int, str]],
    env: dict[str, Any],
    first: int,
    language: str | None,
) -> TextBlock:
    """The table whose opening token was just taken; `line` gives a line's offset and its text."""
    rows = tuple(_rows(tokens, line, env))
    cells = [cell for row in rows for _, cell in row]
    return TextBlock(
        BlockKind.TABLE,
        "",
        line(first)[0],
        language=language,
        rows=tuple(tuple(Cell(cell.text, cell.start, header) for header, cell in row) for row in rows),
        links=tuple(link for cell in cells for link in cell.links),
        images=tuple(image for cell in cells for image in cell.images),
        slots=tuple(slot for cell in cells for slot in cell.slots),
    )


def _rows(
    tokens: "Iterator[Token]", line: Callable[[int], tuple[int, str]], env: dict[str, Any]
) -> Iterator[Row]:
    row: list[tuple[bool, Placed]] = []
    cells: Iterator[tuple[int, str]] = iter(())
    header, begins = False, 0
    for token in tokens:
        match token.type:
            case "table_close":
                return
            case "tr_open":
                begins, source = line((token.map or [0])[0])
                row, cells = [], _cells(begins, source)
            case "th_open" | "td_open":
                header = token.type == "th_open"
            case "inline":
                start, words = next(cells, (begins, ""))
                at = range(start, start + len(words)) if words else range(start, start)
                row.append((header, Placed(read_line(words, env), at)))
            case "tr_close":
                yield tuple(row)


def _cells(start: int, line: str) -> Iterator[tuple[int, str]]:
    """The cells of a row with their places; a bar after a backslash is part of one."""
    edges = [-1, *(bar.start() for bar in _BAR.finditer(line)), len(line)]
    pieces = [(begin + 1, line[begin + 1 : end]) for begin, end in pairwise(edges)]
    if not pieces[0][1].strip(" \t>"):
        pieces = pieces[1:]
    for begin, piece in pieces:
        lead = len(piece) - len(piece.lstrip())
        yield start + begin + lead, piece.strip()
