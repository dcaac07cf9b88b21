"""A document as Markdown: a sentence a line, so that changes show; it is read back as the same blocks."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import Final

from byvekst_cli.edit.yaml_text import entry
from byvekst_cli.language import Say
from byvekst_cli.render.footnotes import notes_of
from byvekst_cli.render.numbering import numbering
from byvekst_cli.render.parse import plain, slug
from byvekst_cli.render.sealing import sealed
from byvekst_cli.render.shown import head_line, made_line
from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Contents,
    Document,
    Fact,
    Figure,
    Heading,
    Items,
    Line,
    NewPage,
    Note,
    Paragraph,
    Quote,
    Span,
    Table,
)
from byvekst_cli.render.written_line import in_cell, in_title, joined, plain_text, written_line

_TICKS: Final = re.compile(r"^ {0,3}(`{3,})", re.MULTILINE)
_UNSAFE: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Written:
    """The text, and the pictures that lie beside it by their path from it."""

    text: str
    pictures: Mapping[str, bytes]


def markdown(document: Document, name: str) -> Written:
    """`name` is what the file is called without its ending; pictures lie in `<name>-bilder/`."""
    folder = f"{_UNSAFE.sub('-', name)}-bilder"
    say = Say(document.language)
    head = head_line(document)
    parts = [
        f"# {written_line((Span(document.title),))}",
        f"<!-- head -->\n\n{_words(head)}" if head else "",
        *blocks_written(document, folder),
        f"<!-- made -->\n\n{_words(made_line(document, say))}",
        _basis(document.made.hashes),
    ]
    pictures = {f"{folder}/{each}.png": image.png for each, image in document.pictures.items()}
    return Written(sealed(f"{_front(document)}\n{joined(parts)}\n", "markdown"), pictures)


def _words(text: str) -> str:
    return written_line((Span(text),), breaks=True)


def _front(document: Document) -> str:
    made = document.made
    said = {
        "tittel": document.title,
        "undertittel": document.subtitle,
        "avsender": document.sender,
        "datert": document.dated,
        "illustrasjon": document.invented,
        "slag": document.kind,
        "språk": document.language,
        "område": made.area,
        "per": made.as_of,
        "versjon": made.version,
        "revisjon": made.revision,
        "grunnlag": made.whole,
        "innhold": made.words,
        "bestilt": dict(made.asked),
    }
    lines = [line for key, value in said.items() if value for line in entry(key, value, "")]
    return "\n".join(["---", *lines, "---", ""])


def _basis(hashes: Mapping[str, str]) -> str:
    """The mark of each record, last in the file and out of the reader's sight."""
    marks = json.dumps(hashes, ensure_ascii=False, indent=0).replace(">", "\\u003e")
    return f"<!-- poster\n{marks}\n-->" if hashes else ""


def blocks_written(document: Document, folder: str) -> list[str]:
    """Each block, or run of blocks in one language, and the footnotes last.

    Neighbouring lists get marks that tell them apart.
    """
    written = list(_Writer(document, folder).all(document.blocks))
    return [*written, *map(_footnote, notes_of(document.blocks))]


class _Writer:
    """Blocks to text; remembers which ids the headings so far have."""

    def __init__(self, document: Document, folder: str) -> None:
        self.folder = folder
        self.taken: set[str] = set()
        self.say = Say(document.language)
        self.numbers = numbering(document.blocks, self.say)

    def all(self, blocks: Sequence[Block]) -> Iterator[str]:
        for language, group in groupby(blocks, key=lambda block: getattr(block, "language", None)):
            parts = list(self._run(tuple(group)))
            if language:
                yield joined([f'<div lang="{language}">', *parts, "</div>"])
            else:
                yield from parts

    def _run(self, blocks: Sequence[Block]) -> Iterator[str]:
        other = False
        for at, block in enumerate(blocks):
            before = blocks[at - 1] if at else None
            is_same = (
                isinstance(block, Items) and isinstance(before, Items) and before.ordered == block.ordered
            )
            other = is_same and not other
            yield self._items(block, other) if isinstance(block, Items) else self._one(block)

    def _one(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return written_line(self._read(block.line), breaks=True)
            case Quote():
                return _prefixed(joined(list(self.all(block.blocks))), "> ", "> ")
            case Code():
                return _fenced(block.text)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Box():
                return self._box(block)
            case NewPage():
                return "<!-- new page -->"
            case Contents():
                return "<!-- contents -->"
        raise TypeError(block)

    def _heading(self, block: Heading) -> str:
        words = written_line(self._read(block.line))
        usual = self._usual(slug(plain(block.line)))
        self.taken.add(block.id)
        mark = f" {{#{block.id}}}" if block.id and block.id != usual else ""
        return f"{'#' * (block.level + 1)} {words}{mark}"

    def _usual(self, wanted: str) -> str:
        """The id that is given to a heading which says none."""
        id, number = wanted, 2
        while id in self.taken:
            id, number = f"{wanted}-{number}", number + 1
        return id

    def _items(self, block: Items, other: bool) -> str:
        marks = ("*", ")") if other else ("-", ".")
        found = []
        is_tight = all(_is_tight(item.blocks) for item in block.items)
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}{marks[1]} " if block.ordered else f"{marks[0]} "
            text = ("\n" if is_tight else "\n\n").join(self.all(item.blocks))
            found.append(_prefixed(text, mark, " " * len(mark)).rstrip(" "))
        return ("\n" if is_tight else "\n\n").join(found)

    def _table(self, block: Table) -> str:
        self.taken.update([block.id] if block.id else [])
        said = [f"table: {block.id or ''}", in_cell(block.caption), *(["sum"] if block.has_sum else [])]
        mark = f"<!-- {' | '.join(said)} -->" if block.id or block.caption or block.has_sum else ""
        rule = ["---:" if at in block.numbers else "---" for at in range(len(block.head))]
        rows = [self._cells(block.head), rule, *map(self._cells, block.rows)]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return joined([mark, self._caption("table", block), table])

    def _cells(self, row: Sequence[Line]) -> list[str]:
        return [in_cell(self._read(cell)) for cell in row]

    def _figure(self, block: Figure) -> str:
        self.taken.update([block.id] if block.id else [])
        title = f' "{in_title(block.caption)}"' if block.caption else ""
        id = f"{{#{block.id}}}" if block.id else ""
        picture = f"![{plain_text(block.alternative)}]({self.folder}/{block.name}.png{title}){id}"
        shown = ["<!-- caption -->", self._caption("figure", block)] if block.caption else []
        return joined([picture, *shown])

    def _caption(self, kind: str, block: Table | Figure) -> str:
        """What people read; the words themselves stand in the mark or the title, where they are read back."""
        if not block.caption:
            return ""
        label = f"**{self.say.doc(f'doc-{kind}')} {self.numbers.of(block)}.**"
        return f"{label} {written_line(self._read(block.caption))}"

    def _read(self, line: Line) -> Line:
        """With the words that a reference is read as."""
        words = self.numbers.words
        return tuple(replace(span, text=words.get(span.refers, "")) if span.refers else span for span in line)

    def _box(self, block: Box) -> str:
        items = [self._fact(fact) for fact in block.facts]
        is_tight = all(len(fact.blocks) < 2 for fact in block.facts)
        inside = ("\n" if is_tight else "\n\n").join(items)
        return joined([f'<div class="box" title="{escape(block.title)}">', inside, "</div>"])

    def _fact(self, fact: Fact) -> str:
        blocks = fact.blocks
        if fact.label:
            first = (
                blocks[0] if blocks and isinstance(blocks[0], Paragraph) and not blocks[0].language else None
            )
            label = Span(f"{fact.label}:", strong=True)
            line = (label, *_spaced(first.line)) if first else (label,)
            blocks = (Paragraph(line), *(blocks[1:] if first else blocks))
        text = joined(list(self.all(blocks)))
        if fact.label:
            text = text.replace("<b>", "**", 1).replace("</b>", "**", 1)
        return _prefixed(text, "- ", "  ").rstrip(" ")


def _footnote(note: Note) -> str:
    text = joined([written_line(line, breaks=True) for line in note.lines])
    return _prefixed(text, f"[^{note.label}]: ", "    ")


def _spaced(line: tuple[Span, ...]) -> tuple[Span, ...]:
    return (Span(" "), *line)


def _is_tight(blocks: Sequence[Block]) -> bool:
    """One paragraph, and at most a simple list below it."""
    first, *others = blocks or (None,)
    below = all(
        isinstance(each, Items) and each.items and each.start == 1 and not each.language for each in others
    )
    return (
        (first is None or (isinstance(first, Paragraph) and not first.language)) and len(others) < 2 and below
    )


def _prefixed(text: str, first: str, others: str) -> str:
    """The first line after one prefix, the rest after another; empty lines stay empty in lists."""
    first_line, *lines = text.split("\n")
    return "\n".join(
        [f"{first}{first_line}", *(f"{others}{line}" if line else others.rstrip() for line in lines)]
    )


def _fenced(text: str) -> str:
    longest = max((len(found) for found in _TICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"
