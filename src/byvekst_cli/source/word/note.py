"""What a Word note says, before anybody makes text or Markdown of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from byvekst_cli.model.spot import Spot
from byvekst_cli.source.word.package import Package


@dataclass(frozen=True, slots=True)
class Words:
    r"""A stretch of text that looks the same. `strong` is how it looks, `bold` what was done to it here.

    Line breaks are `\n`. `target` is an address, or `#` and a place in the same document.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    strong: bool = False
    target: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by the path of its part; `alternative` is None for one that only adorns."""

    part: str
    alternative: str | None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a footnote or endnote."""

    kind: str
    id: str


Piece = Words | Picture | NoteMark


@dataclass(frozen=True, slots=True)
class Item:
    """Which list a paragraph is in: `series` tells lists apart, `depth` is from 0."""

    series: str
    is_ordered: bool
    depth: int
    number: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`heading` is 1–9 or 0. `takes_room` where something else than text fills the line."""

    spot: Spot
    pieces: tuple[Piece, ...]
    heading: int = 0
    is_title: bool = False
    is_quote: bool = False
    is_numbered: bool = False
    takes_room: bool = False
    item: Item | None = None

    @property
    def text(self) -> str:
        """What is read, without marks of notes; line breaks are spaces."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words)).replace("\n", " ")

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() and all(isinstance(piece, Words) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Cell:
    """`across` is the columns it takes; `goes_on` where it is the lower part of a cell above."""

    spot: Spot
    blocks: "tuple[Block, ...]"
    across: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """`is_header` where it is marked as one that is repeated on each page."""

    cells: tuple[Cell, ...]
    is_header: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and where its first cell is."""

    spot: Spot
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Left:
    """A tracked change or a comment that is still there; nobody's name is kept.

    `what` is `inserted`, `deleted`, `moved`, `formatted` or `comment`.
    """

    what: str
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Lost:
    """What is in the file and cannot be text: `what` names a sentence, `detail` helps to find it."""

    what: str
    spot: Spot
    detail: str = ""


@dataclass(frozen=True, slots=True)
class WordNote:
    """A whole note. `title` is what the file's properties say; `language` what most of it is in."""

    package: Package
    blocks: tuple[Block, ...]
    notes: Mapping[tuple[str, str], tuple[Block, ...]]
    title: str
    language: str | None
    left: tuple[Left, ...]
    lost: tuple[Lost, ...]


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """All paragraphs in order, those in tables too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
