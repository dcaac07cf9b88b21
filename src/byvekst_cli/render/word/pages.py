"""On which page each heading probably stands: for the table of contents, until Word works it out.

Text is measured by the widths of plain letters and set in lines and pages as the template that ships would
set it. With other fonts, or another word processor, it may be a page off.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Contents,
    Figure,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Quote,
    Table,
)
from byvekst_cli.render.word.boxes import MOST, lines_of
from byvekst_cli.render.word.columns import PADDING, columns, wide
from byvekst_cli.render.word.contents import listed
from byvekst_cli.render.word.leads import with_leads
from byvekst_cli.render.word.spans import words
from byvekst_cli.render.word.state import State
from byvekst_cli.render.word.tables import SHORT, texts_of

_HEADINGS: Final = {1: (16.0, 17.0, 6.0), 2: (13.0, 13.0, 4.0), 3: (11.5, 11.0, 3.5), 4: (10.5, 11.0, 3.0)}
"""Size, and the room above and below, in points."""
_BODY: Final = 10.5
_LINE: Final = 1.15
"""The height of a line of plain letters, in sizes; styles add their own."""
_RAGGED: Final = 1.02
"""Lines do not fill to the end, because words are not parted."""
_CM: Final = 72 / 2.54
_BOX_TEXT: Final = 4.9 * _CM
"""What a box takes off the width beside its labels, with its margins."""

_BOX_LIST: Final = 30.0
"""The same for a list in a box."""
_SLACK: Final = 14.0
"""The room below the last line of a page, which may go beyond it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is set in one: its height, whether it stays with the next, and the heading it is."""

    height: float
    holds: bool = False
    name: str | None = None
    breaks: bool = False


def pages(state: State, front: float) -> Mapping[str, int]:
    """The page of each heading by its name in Word; `front` is what stands above, in points."""
    return _set(_Measuring(state).all(state.document.blocks, 0.0), front, state.page.height / 20)


def front_height(state: State) -> float:
    """What stands above the contents in the template that ships, in points."""
    document = state.document
    width = state.page.width / 20
    parts = ((document.title, 23.0, 10.0), (document.subtitle, 13.5, 3.0), (document.dated, _BODY, 12.0))
    found = sum(ceil(wide(text) * size / width) * size * 1.2 + room for text, size, room in parts if text)
    return found + (40.0 if document.invented else 0.0)


def _set(pieces: Iterable[Piece], front: float, height: float) -> dict[str, int]:
    """Pieces on pages; those that hold together go to the next page together."""
    page, used = 1, front
    found: dict[str, int] = {}
    group: list[Piece] = []
    for piece in pieces:
        if piece.breaks:
            page, used = page + (used > 0), 0.0
            continue
        group.append(piece)
        if piece.holds:
            continue
        whole = sum(each.height for each in group)
        if used and used + whole > height + _SLACK:
            page, used = page + 1, 0.0
        found |= {each.name: page for each in group if each.name}
        used += whole
        page, used = page + int(used // height) * (used > height), used % height if used > height else used
        group = []
    return found | {each.name: page for each in group if each.name}


class _Measuring:
    """Blocks → pieces, with the room that the styles of the template that ships give them."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.width = state.page.width / 20

    def all(self, blocks: Iterable[Block], indent: float) -> Iterator[Piece]:
        for block, leads in with_leads(blocks):
            made = list(self._one(block, indent))
            if leads:
                made[-1] = replace(made[-1], holds=True)
            yield from made

    def _one(self, block: Block, indent: float) -> Iterator[Piece]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield from self._text(words(block.line, self.state), indent, 7.0)
            case Items():
                yield from self._items(block, indent + 20.0)
            case Quote():
                yield from self.all(block.blocks, indent + 40.0)
            case Code():
                yield Piece((block.text.count("\n") + 1) * 10.5 + 10)
            case Table():
                yield from self._table(block)
            case Figure():
                yield from self._figure(block)
            case Box():
                yield from self._box(block)
            case NewPage() | Contents():
                yield from self._mark(block)

    def _items(self, block: Items, indent: float) -> Iterator[Piece]:
        """Items stand closer together than paragraphs do."""
        for each in (each for item in block.items for each in item.blocks):
            if isinstance(each, Paragraph):
                yield from self._text(words(each.line, self.state), indent, 3.5)
            else:
                yield from self._one(each, indent)

    def _mark(self, block: NewPage | Contents) -> Iterator[Piece]:
        if isinstance(block, NewPage):
            yield Piece(0.0, breaks=True)
        else:
            yield Piece(40.0, holds=True)
            yield from (Piece(16.0 + 3.2 * (each.level == 1)) for each in listed(self.state))

    def _lines(self, text: str, width: float, size: float) -> int:
        return sum(max(1, ceil(wide(line) * size * _RAGGED / max(width, 20.0))) for line in text.split("\n"))

    def _heading(self, block: Heading) -> Piece:
        size, above, below = _HEADINGS[min(block.level, 4)]
        lines = self._lines(words(block.line, self.state), self.width, size * 1.06)
        name = self.state.targets[id(block)].bookmark
        return Piece(lines * size * _LINE * 1.08 + above + below, holds=True, name=name)

    def _text(self, text: str, indent: float, below: float) -> Iterator[Piece]:
        """A paragraph; its two first lines stay together, and its two last."""
        high = _BODY * _LINE * 1.17
        count = self._lines(text, self.width - indent, _BODY)
        if count <= 3:
            yield Piece(count * high + below)
            return
        yield Piece(2 * high)
        yield from (Piece(high) for _ in range(count - 4))
        yield Piece(2 * high + below)

    def _table(self, block: Table) -> Iterator[Piece]:
        if block.caption:
            yield replace(self._caption(words(block.caption, self.state)), holds=True)
        texts = texts_of(block, self.state)
        found = columns(texts, self.state.page.width, block.numbers)
        size, rooms = found.size, [(each - PADDING) / 20 for each in found.widths]
        last = len(texts) - 1
        for at, row in enumerate(texts):
            lines = max(self._lines(text, width, size) for text, width in zip(row, rooms, strict=True))
            yield Piece(lines * size * _LINE * 1.05 + 4.5, holds=at != last and (at < 2 or last <= SHORT))
        yield Piece(3.0)

    def _figure(self, block: Figure) -> Iterator[Piece]:
        image = self.state.document.pictures.get(block.name)
        high = 20.0 if image is None else image.height * _CM * min(1.0, self.width / (image.width * _CM))
        yield Piece(min(high, self.state.page.height / 20 * 0.82) + 10, holds=bool(block.caption))
        if block.caption:
            yield self._caption(words(block.caption, self.state))

    def _caption(self, text: str) -> Piece:
        return Piece(self._lines(text, self.width - 50, 9.5) * 11.5 + 12)

    def _box(self, block: Box) -> Iterator[Piece]:
        rows = [row for fact in block.facts for row in self._fact(fact.blocks)]
        labels = sum(not (fact.blocks and isinstance(fact.blocks[0], Paragraph)) for fact in block.facts)
        if lines_of(block) <= MOST:
            yield Piece(28.0 + sum(rows) + 14.5 * labels)
            return
        yield Piece(57.0 + 14.5 * labels, holds=True)
        yield from (Piece(row) for row in rows[2:])

    def _fact(self, blocks: tuple[Block, ...], beside: float = _BOX_TEXT) -> Iterator[float]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield self._lines(words(block.line, self.state), self.width - beside, _BODY) * 14.5
                case Items():
                    for item in block.items:
                        yield from self._fact(item.blocks, _BOX_LIST)
