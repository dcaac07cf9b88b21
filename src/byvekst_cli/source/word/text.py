"""A Word note → text with a line for each paragraph and cell, and the same as blocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.model.note_text import BlockKind, Cell, Image, Link, NoteText, Slot, TextBlock
from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.source.document import Document, Heading
from byvekst_cli.source.flaw import Flawed
from byvekst_cli.source.inline_text import SLOT
from byvekst_cli.source.word.flaws import flaws_in
from byvekst_cli.source.word.note import Block, Paragraph, Picture, Table, WordNote, Words, paragraphs
from byvekst_cli.source.word.outline import language_of, level_of, title_of
from byvekst_cli.source.word.read import read_note

_WHOLE: Final = Spot(Part.MARGIN)


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file as it was read. `spots` says for each line of the document where it is in the note.

    `note` is None where the file could not be read; the document's flaws then say why.
    """

    document: Document
    text: NoteText
    spots: tuple[Spot, ...]
    note: WordNote | None

    def spot(self, line: int) -> Spot:
        """Where a line is, counted from 1."""
        return self.spots[line - 1] if 1 <= line <= len(self.spots) else _WHOLE


def read_word(path: str, data: bytes) -> WordFile:
    """Read a Word file. Never raises for what is in it."""
    try:
        note = read_note(data)
    except Flawed as stop:
        return WordFile(Document(path, flaws=(stop.flaw,)), NoteText(()), (), None)
    lines = _Lines(note)
    blocks = tuple(lines.take(note.blocks))
    blocks += tuple(block for each in note.notes.values() for block in lines.take(each))
    text = "".join(f"{line}\n" for line in lines.lines)
    headings = tuple(
        Heading(block.level, block.text, block.start, block.start + len(block.text))
        for block in blocks
        if block.kind is BlockKind.HEADING
    )
    flaws = tuple(flaws_in(note, lines.starts))
    document = Document(path, text, flaws=flaws, headings=headings, body=0)
    return WordFile(document, NoteText(blocks), tuple(lines.spots), note)


class _Lines:
    """The lines of the text so far."""

    def __init__(self, note: WordNote) -> None:
        self.note, self.title = note, title_of(note)
        self.lines: list[str] = []
        self.spots: list[Spot] = []
        self.starts: dict[Spot, int] = {}
        self.end = 0

    def take(self, blocks: tuple[Block, ...]) -> Iterator[TextBlock]:
        """Write blocks as lines. A blank paragraph is an empty line and no block."""
        for block in blocks:
            if isinstance(block, Table):
                yield self._table(block)
                continue
            start = self._line(block.text, block.spot)
            if not block.is_blank:
                yield self._paragraph(block, start)

    def _line(self, text: str, spot: Spot) -> int:
        start = self.end
        self.lines.append(text)
        self.spots.append(spot)
        self.starts.setdefault(spot, start)
        self.end += len(text) + 1
        return start

    def _paragraph(self, block: Paragraph, start: int) -> TextBlock:
        level = level_of(block, self.title) if block.heading else block.item.depth + 1 if block.item else 0
        links, images = tuple(_links(block, start)), tuple(_images(block, start))
        language = language_of(block, self.note)
        slots, text = tuple(_slots(block.text, start)), _without_slots(block.text)
        return TextBlock(_kind(block), text, start, level, language, links=links, images=images, slots=slots)

    def _table(self, table: Table) -> TextBlock:
        first = self.end
        rows = []
        links: list[Link] = []
        images: list[Image] = []
        slots: list[Slot] = []
        for row in table.rows:
            cells = []
            for cell in row.cells:
                inside = [p for p in paragraphs(cell.blocks) if not p.is_blank]
                start = self._line(" ".join(p.text for p in inside), cell.spot)
                slots += _slots(self.lines[-1], start)
                cells.append(Cell(_without_slots(self.lines[-1]), start, row.is_header))
                for paragraph in inside:
                    links += _links(paragraph, start)
                    images += _images(paragraph, start)
                    start += len(paragraph.text) + 1
            rows.append(tuple(cells))
        told = (tuple(rows), tuple(links), tuple(images), tuple(slots))
        return TextBlock(BlockKind.TABLE, "", first, 0, None, *told)


def _kind(block: Paragraph) -> BlockKind:
    if block.heading:
        return BlockKind.HEADING
    if block.item is not None:
        return BlockKind.ITEM
    return BlockKind.QUOTE if block.is_quote else BlockKind.PARAGRAPH


def _slots(text: str, start: int) -> Iterator[Slot]:
    """Facts that are to be put in from the records."""
    for match in SLOT.finditer(text):
        yield Slot(match[0][2:-2].strip(), start + match.start(), start + match.end())


def _without_slots(text: str) -> str:
    return SLOT.sub(lambda match: " " * len(match[0]), text)


def _links(block: Paragraph, start: int) -> Iterator[Link]:
    for piece in block.pieces:
        if isinstance(piece, Words):
            if piece.target:
                yield Link(piece.text.replace("\n", " "), piece.target, start)
            start += len(piece.text)


def _images(block: Paragraph, start: int) -> Iterator[Image]:
    """Pictures that say something; one that only adorns needs no words."""
    for piece in block.pieces:
        if isinstance(piece, Words):
            start += len(piece.text)
        elif isinstance(piece, Picture) and piece.alternative is not None:
            yield Image(piece.alternative, piece.part, start)
