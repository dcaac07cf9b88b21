"""The body of a document, or of a footnote or text box: paragraphs and tables in order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.source.word.drawings import chosen
from byvekst_cli.source.word.fields import Fields
from byvekst_cli.source.word.note import Block, Cell, Item, Left, Paragraph, Piece, Row, Table
from byvekst_cli.source.word.pieces import Pieces
from byvekst_cli.source.word.story import Story, text_in
from byvekst_cli.source.word.styles import Style, number_in, value_in
from byvekst_cli.source.word.xml import below

_THROUGH: Final = frozenset({"w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"})
_OTHER_FILES: Final = frozenset({"w:altChunk", "w:subDoc"})
_GONE: Final = frozenset({"w:del", "w:moveFrom"})
_ANY_TEXT: Final = ("w:t", "w:delText")
_LONGEST: Final = 120
"""Letters of a heading kept to tell where something is."""


@dataclass(frozen=True, slots=True)
class _Begun:
    """What stands in a paragraph whose end has been deleted, and that the next one goes on from."""

    pieces: tuple[Piece, ...]
    takes_room: bool


class Body:
    """Reads blocks; `part` is what their places are called."""

    def __init__(self, story: Story, part: Part, number: int = 0) -> None:
        self.story, self.part = story, part
        self.fields = Fields()
        self.count = number
        self.tables = self.boxes = 0
        self.under = ""
        self.cell: Spot | None = None
        self.begun: _Begun | None = None

    def blocks(self, element: Element) -> Iterator[Block]:
        """The blocks in an element."""
        for child in element:
            tag = child.tag
            if tag == "w:p":
                yield from self._paragraph(child)
            elif tag == "w:tbl":
                yield from self.rest()
                yield self._table(child)
            elif tag == "w:sdt" and _is_contents(child):
                self.story.lose("contents", self.spot())
            elif tag == "w:sdt" or tag in _THROUGH:
                yield from self.blocks(child)
            elif tag == "mc:AlternateContent":
                yield from self.blocks(chosen(child))
            elif tag in _OTHER_FILES:
                self.story.lose("other-file", self.spot())

    def rest(self) -> Iterator[Block]:
        """What was begun and that nothing goes on from."""
        if self.begun is not None:
            begun, self.begun = self.begun, None
            yield Paragraph(self.spot(), begun.pieces, takes_room=begun.takes_room)

    def spot(self) -> Spot:
        """Where the next paragraph is."""
        if self.cell is not None:
            return self.cell
        number = self.count + 1 if self.part is Part.PARAGRAPH else self.count
        return Spot(self.part, number, under=self.under)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        properties = element.find("w:pPr")
        style = self.story.styles.of(value_in(properties, "w:pStyle"))
        spot = self.spot()
        reader = Pieces(self.story, self.fields, spot, style)
        reader.take(element)
        self.fields.settle()
        if style.is_contents:
            self.story.lose("contents", replace(spot, number=0))
            return
        begun, self.begun = self.begun or _Begun((), False), None
        pieces = (*begun.pieces, *reader.pieces())
        room = reader.takes_room or begun.takes_room or _has_section(properties)
        if self._end_is_gone(element, properties, spot):
            self.begun = _Begun(pieces, room)
        else:
            made = Paragraph(spot, pieces, takes_room=room)
            made = self._shaped(made, properties, style)
            yield made
            if not made.is_blank and self.cell is None and self.part is Part.PARAGRAPH:
                self.count += 1
            if made.heading and self.cell is None:
                self.under = made.text.strip()[:_LONGEST]
        for box in reader.boxes:
            yield from self._box(box)

    def _end_is_gone(self, element: Element, properties: Element | None, spot: Spot) -> bool:
        """Whether the mark that ends a paragraph is deleted, so that the next one goes on from it.

        A mark that is new or gone together with text before it is one change with that.
        """
        mark = properties.find("w:rPr") if properties is not None else None
        if properties is not None and properties.find("w:pPrChange") is not None:
            self.story.left.append(Left("formatted", "", spot))
        gone = mark is not None and any(mark.find(name) is not None for name in _GONE)
        if gone and element.find("w:del") is None:
            self.story.left.append(Left("deleted", "", spot))
        if mark is not None and mark.find("w:ins") is not None and element.find("w:ins") is None:
            self.story.left.append(Left("inserted", "", spot))
        return gone

    def _shaped(self, made: Paragraph, properties: Element | None, style: Style) -> Paragraph:
        """The same as heading, item or quote."""
        level = number_in(properties, "w:outlineLvl")
        heading = style.heading if level is None else (level + 1) % 10
        listed = properties.find("w:numPr") if properties is not None else None
        series = value_in(listed, "w:numId") or style.series
        at = number_in(listed, "w:ilvl")
        taken = self._item(series, at if at is not None else style.level or 0, style, made)
        if heading or style.is_title:
            title = style.is_title and self.part is Part.PARAGRAPH
            numbered = taken is not None and taken.is_ordered
            return replace(made, heading=heading or 1, is_title=title, is_numbered=numbered)
        return replace(made, item=taken, is_quote=style.is_quote)

    def _item(self, series: str | None, level: int, style: Style, made: Paragraph) -> Item | None:
        found = self.story.lists.take(series, level, style.deeper) if series and not made.is_blank else None
        if found is None:
            return None
        item, plain = found
        if not plain or (style.heading and item.is_ordered):
            self.story.lose("list-label" if not style.heading else "heading-numbers", made.spot)
        return item

    def _box(self, element: Element) -> Iterator[Block]:
        """The text of a box comes after the paragraph that it hangs on."""
        self.boxes += 1
        inner = Body(self.story, Part.TEXT_BOX, self.boxes)
        inner.under = self.under
        self.story.lose("text-box", inner.spot())
        yield from inner.blocks(element)
        yield from inner.rest()

    def _table(self, element: Element) -> Table:
        before = self.cell
        if before is None:
            self.tables += 1
        else:
            self.story.lose("nested-table", before)
        number = self.tables if self.part is Part.PARAGRAPH else self.count
        part = Part.TABLE if self.part is Part.PARAGRAPH else self.part
        spot = before or Spot(part, number, 1, 1, self.under)
        rows: list[Row] = []
        for each in _rows(element):
            properties = each.find("w:trPr")
            if properties is not None and properties.find("w:del") is not None:
                self.story.left.append(
                    Left("deleted", text_in(each, _ANY_TEXT), replace(spot, row=len(rows) + 1))
                )
                continue
            if properties is not None and properties.find("w:ins") is not None:
                self.story.left.append(
                    Left("inserted", text_in(each, _ANY_TEXT), replace(spot, row=len(rows) + 1))
                )
            rows.append(self._row(each, spot, len(rows) + 1, inside=before is not None))
        self.cell = before
        return Table(spot, tuple(rows))

    def _row(self, element: Element, table: Spot, number: int, *, inside: bool) -> Row:
        properties = element.find("w:trPr")
        header = properties is not None and properties.find("w:tblHeader") is not None
        cells: list[Cell] = []
        column = 1 + (number_in(properties, "w:gridBefore") or 0)
        for each in _cells(element):
            facts = each.find("w:tcPr")
            self.cell = table if inside else replace(table, row=number, column=column)
            across = max(1, min(number_in(facts, "w:gridSpan") or 1, 64))
            merged = facts.find("w:vMerge") if facts is not None else None
            goes_on = merged is not None and merged.get("w:val", "continue") == "continue"
            if across > 1 or goes_on:
                self.story.lose("merged-cells", self.cell)
            cells.append(Cell(self.cell, (*self.blocks(each), *self.rest()), across, goes_on))
            column += across
        return Row(tuple(cells), header)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == "w:tr":
            yield child
        elif child.tag in ("w:sdt", *_THROUGH):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == "w:tc":
            yield child
        elif child.tag in ("w:sdt", *_THROUGH):
            yield from _cells(child)


def _is_contents(content: Element) -> bool:
    """Whether a content control is a table of contents."""
    gallery = below(content, "w:sdtPr", "w:docPartObj", "w:docPartGallery")
    return gallery is not None and gallery.get("w:val") == "Table of Contents"


def _has_section(properties: Element | None) -> bool:
    return properties is not None and properties.find("w:sectPr") is not None
