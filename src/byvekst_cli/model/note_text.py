"""The text of a note as blocks, the same whether it was written in Markdown or in Word."""

from dataclasses import dataclass, field
from enum import Enum


class BlockKind(Enum):
    """What a stretch of a note is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Link:
    """What is read, where it leads, and where it begins in the text of its note."""

    text: str
    target: str
    start: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `alternative` is empty where none is given."""

    alternative: str
    target: str
    start: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    text: str
    start: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """`{{ BG-SYK-002.kostnad }}`: what is asked for between the braces, and the stretch it takes up."""

    asks: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A stretch of a note.

    `start` is an offset in the note's text. `text` is what is read, as many code points as it takes up
    there: marks and addresses are spaces, so that a place in it is a place in the note. A table's text is
    empty, and its `rows` have the words. `level` is that of a heading, or the depth of an item.
    `language` is set where the passage says that it is in another than the note.
    """

    kind: BlockKind
    text: str
    start: int
    level: int = 0
    language: str | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    slots: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note: its blocks in order. `markdown` is its text as written, empty where that is not Markdown."""

    blocks: tuple[TextBlock, ...]
    markdown: str = field(default="", compare=False, repr=False)
