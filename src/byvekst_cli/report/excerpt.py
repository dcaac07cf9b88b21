"""The line that a finding is about, with a mark under the words, cut to the width there is."""

from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from byvekst_cli.finding import Span
from byvekst_cli.language.say import safe
from byvekst_cli.source.document import Document

_LEAD: Final = 24
"""Cells kept to the left of what is marked when a line is cut."""


def excerpt(document: Document, span: Span, width: int, style: str, number: str) -> list[Text]:
    """Two lines: the line behind its number, and the mark. None for a whole file or an empty line."""
    line = safe(document.line(span.line)).rstrip()
    if not line or span == Span():
        return []
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    gutter = f"{number} │ "
    room = max(20, width - len(gutter))
    lead = max(2, min(_LEAD, room - max(1, end - start) - 2))
    cut = max(0, min(start - lead, len(line) - room + 1))
    shown = ("…" if cut else "") + line[cut + bool(cut) :]
    if cell_len(shown[: room + 1]) > room or len(shown) > room:
        shown = f"{set_cell_size(shown[:room], room - 1)}…"
    before = shown[: start - cut]
    marked = max(1, cell_len(shown[start - cut : max(end, start + 1) - cut].rstrip("…")))
    mark = " " * cell_len(before) + "^" * min(marked, max(1, room - cell_len(before)))
    return [
        Text.assemble((gutter, "dim"), shown, no_wrap=True),
        Text.assemble((f"{'':>{len(number)}} │ ", "dim"), (mark, style), no_wrap=True),
    ]
