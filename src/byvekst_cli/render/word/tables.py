"""Tables: a head that repeats, rows that hold together, numbers to the right, a caption above."""

from collections.abc import Iterator
from typing import Final

from byvekst_cli.render.tree import Line, Table
from byvekst_cli.render.word.captions import caption
from byvekst_cli.render.word.columns import widths
from byvekst_cli.render.word.letters import unbroken
from byvekst_cli.render.word.spans import BOLD, runs, words
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.xml import on, paragraph, value

_SHORT: Final = 9
"""Rows of a table that is kept on one page."""
_SIZES: Final = (9.0, 8.5, 8.0, 7.5)
"""Points: the size of the style, and what wide or long tables get instead."""
_MANY_COLUMNS: Final = 7
_MANY_ROWS: Final = 60


def table(block: Table, state: State, place: Place) -> Iterator[str]:
    """A caption where there is one, and the table."""
    place = place.inside(block.language)
    if block.caption:
        yield caption(block, state, place, above=True)
    elif state.new_page or state.gap:
        yield state.paragraph("", "table-text")
    yield _Making(block, state, place).xml()
    state.gap = 200


class _Making:
    """A table being made."""

    def __init__(self, block: Table, state: State, place: Place) -> None:
        self.block, self.state, self.place = block, state, place
        self.width = state.page.width - place.indent
        columns = max(len(block.head), *map(len, block.rows), 1)
        self.lines = [(*row, *[()] * (columns - len(row))) for row in (block.head, *block.rows)]
        texts = [[unbroken(words(line, state)) for line in row] for row in self.lines]
        self.size = _size(len(texts), columns)
        half = str(round(self.size * 2))
        self.look = {} if self.size == _SIZES[0] else {name: value(name, half) for name in ("sz", "szCs")}
        self.widths = widths(texts, self.width, self.size, block.numbers)

    def xml(self) -> str:
        block = self.block
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in self.widths)
        named = value("tblDescription", words(block.caption, self.state)) if block.caption else ""
        properties = (
            f"{value('tblStyle', self.state.styles['table'])}"
            f'<w:tblW w:w="{self.width}" w:type="dxa"/><w:tblInd w:w="{self.place.indent}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{"0060" if block.has_sum else "0020"}" '
            f'w:firstRow="1" w:lastRow="{int(block.has_sum)}" w:firstColumn="0" w:lastColumn="0" '
            f'w:noHBand="1" w:noVBand="1"/>{named}'
        )
        last = len(self.lines) - 1
        rows = "".join(self._row(at, last) for at in range(len(self.lines)))
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, at: int, last: int) -> str:
        is_head, is_sum = at == 0, self.block.has_sum and at == last
        holds = at != last and (last <= _SHORT or is_head or (self.block.has_sum and at >= last - 2))
        cells = "".join(
            self._cell(column, line, is_head=is_head, is_sum=is_sum, holds=holds)
            for column, line in enumerate(self.lines[at])
        )
        head = on("tblHeader") if is_head else ""
        return f"<w:tr><w:trPr>{on('cantSplit')}{head}</w:trPr>{cells}</w:tr>"

    def _cell(self, column: int, line: Line, *, is_head: bool, is_sum: bool, holds: bool) -> str:
        more = {"keepNext": on("keepNext")} if holds else {}
        if column in self.block.numbers:
            more["jc"] = value("jc", "right")
        style = self.state.styles["table-head" if is_head else "table-text"]
        look = self.look | (BOLD if is_sum else {})
        inside = runs(line, self.state, self.place.language, **look)
        text = paragraph(inside, pStyle=value("pStyle", style), **more)
        return f'<w:tc><w:tcPr><w:tcW w:w="{self.widths[column]}" w:type="dxa"/></w:tcPr>{text}</w:tc>'


def _size(rows: int, columns: int) -> float:
    """Points of the letters: smaller where there is much to hold."""
    step = (columns > _MANY_COLUMNS) + (columns > _MANY_COLUMNS + 3) + (rows > _MANY_ROWS)
    return _SIZES[min(step, len(_SIZES) - 1)]
