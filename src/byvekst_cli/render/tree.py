"""A document as blocks: what the templates become, and what Markdown, Word and HTML are written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text with one look. `link` is an address; `refers` the id of a table, figure or heading.

    A span that refers has no text: each format prints «tabell 3» with the number that it counted.
    Nor has one with a `note`: it is where a footnote is referred to, and has no look of its own.
    `language` is set where the words are in another language than the document (`nb`, `nn`, `en`).
    A line break inside a paragraph is a span whose text is a newline.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    language: str | None = None
    link: str | None = None
    refers: str | None = None
    note: "Note | None" = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: a line for each of its paragraphs. The `label` is its number in a document.

    Two spans with the same label refer to one footnote. No footnote refers to another.
    """

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a main part of the document; the document's own title is no heading."""

    level: int
    line: Line
    id: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand together; it belongs to nothing above it."""

    line: Line
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its own words, and lists and paragraphs below them."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the first number of an ordered one."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody else said."""

    blocks: "tuple[Block, ...]"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Code:
    """Text set as it is written."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """One row of headings; `numbers` are the columns set to the right, `has_sum` makes the last row a sum."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: Line = ()
    id: str | None = None
    numbers: tuple[int, ...] = ()
    has_sum: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture by its name in `Document.pictures`; without a caption it is not numbered."""

    name: str
    alternative: str
    caption: Line = ()
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a box: what it is, and what it says."""

    label: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Box:
    """The facts at the top of a case or a sheet, set apart from the text."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page on paper."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the table of contents stands."""


Block = Heading | Paragraph | Items | Quote | Code | Table | Figure | Box | NewPage | Contents


@dataclass(frozen=True, slots=True)
class Made:
    """What a document was made from: shown to readers, kept in its properties, and asked for by `verify`.

    `hashes` has one for each record that was looked at, by the path of its file (`#id` after it for a row),
    and `whole` one for all of them. `asked` is what was asked for: `id`, `meeting`, `period`, and `public`,
    which is `ja`. `words` is a mark of what the document says, whatever the format.
    """

    area: str
    as_of: str
    whole: str
    version: str
    revision: str | None = None
    hashes: Mapping[str, str] = field(default_factory=dict)
    asked: Mapping[str, str] = field(default_factory=dict)
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as files: PNG always, SVG where it was drawn here; and its size on paper in centimetres."""

    png: bytes
    width: float
    height: float
    svg: bytes | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language (`nb`, `nn`, `en`).

    `title` and `subtitle` stand on top. `sender` is who makes it, for the header; `dated` the day shown.
    `invented` is the sentence that says that something in it is made up, or None.
    """

    kind: str
    title: str
    language: str
    blocks: tuple[Block, ...]
    made: Made
    subtitle: str | None = None
    sender: str | None = None
    dated: str | None = None
    invented: str | None = None
    pictures: Mapping[str, Image] = field(default_factory=dict)
