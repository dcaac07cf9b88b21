"""A Word note → Markdown and its pictures; what neither can hold is told with its place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.edit.markdown_lists import Lists
from byvekst_cli.edit.markdown_text import Inline, address_of
from byvekst_cli.source.flaw import Flawed
from byvekst_cli.source.inline_text import SLOT
from byvekst_cli.source.word.note import (
    Block,
    Cell,
    Lost,
    NoteMark,
    Paragraph,
    Picture,
    Piece,
    Table,
    WordNote,
    Words,
    paragraphs,
)
from byvekst_cli.source.word.outline import language_of, level_of, title_of

PICTURES: Final = "bilder"
"""The folder beside a note that its pictures lie in."""
_FORMS: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Made:
    """The text of a note below its facts, its pictures by path beside it, and what is not as it was."""

    title: str
    markdown: str
    pictures: dict[str, bytes]
    lost: tuple[Lost, ...]


def as_markdown(note: WordNote, name: str, is_fact: Callable[[str], bool] | None = None) -> Made:
    """A note as Markdown; `name` is what its file will be called, and its title where it has no other.

    `is_fact` says of what stands between `{{` and `}}` whether the records have it: only that is fetched.
    """
    return _Writing(note, name, is_fact or (lambda _: False)).made()


class _Writing:
    """A note being written."""

    def __init__(self, note: WordNote, name: str, is_fact: Callable[[str], bool]) -> None:
        self.note, self.name = note, name
        self.lost: dict[Lost, None] = dict.fromkeys((*note.lost, *_left(note)))
        self.heading = title_of(note)
        self.title = self.heading.text.strip() if self.heading else note.title or name
        self.files: dict[str, bytes] = {}
        self.blocks = note.blocks
        found = (piece for p in self._all() for piece in p.pieces if isinstance(piece, NoteMark))
        marks = dict.fromkeys((mark.kind, mark.id) for mark in found if (mark.kind, mark.id) in note.notes)
        self.notes = {mark: number for number, mark in enumerate(marks, 1)}
        self.inline = Inline(self._pictures(), self.notes, is_fact)
        self.lists = Lists()
        self.language: str | None = None

    def made(self) -> Made:
        parts = [] if self.heading else [f"# {self._text([Words(self.title)], None, plain=True)}"]
        parts += [part for block in self.blocks for part in self._block(block)]
        parts += self._in_language(None)
        parts += [self._footnote(mark, number) for mark, number in self.notes.items()]
        text = "".join(part if part.startswith("\n") else f"\n\n{part}" for part in parts)
        return Made(self.title, f"{text.strip()}\n", self.files, tuple(self.lost))

    def _all(self) -> Iterator[Paragraph]:
        yield from paragraphs(self.note.blocks)
        for blocks in self.note.notes.values():
            yield from paragraphs(blocks)

    def _lose(self, what: str, block: Paragraph | Cell | Table, detail: str = "") -> None:
        self.lost[Lost(what, block.spot, " ".join(detail.split())[:80])] = None

    def _block(self, block: Block) -> Iterator[str]:
        """A block as a part of its own; one that begins with a line break goes on from the part before."""
        if isinstance(block, Table):
            yield from self._in_language(None)
            self.lists.close()
            yield from self._table(block)
            return
        text = self._text(block.pieces, block, plain=bool(block.heading))
        if not text:
            return
        language = language_of(block, self.note)
        if language != self.language:
            self.lists.close()
        yield from self._in_language(language)
        if block.item is not None and not block.heading:
            yield self.lists.item(block.item, text)
            return
        goes_on = self.lists.quote(text) if block.is_quote and not block.heading else None
        if goes_on is not None:
            yield goes_on
            return
        self.lists.close()
        yield f"{self._hashes(block)} {self._one_line(text)}" if block.heading else text

    def _hashes(self, block: Paragraph) -> str:
        level = level_of(block, self.heading) if self.heading else block.heading + 1
        if level > _DEEPEST:
            self._lose("deep-heading", block, block.text)
        return "#" * min(level, _DEEPEST)

    def _in_language(self, language: str | None) -> Iterator[str]:
        """Marks around what is in another language; the letters of one need no escaping."""
        before, self.language = self.language, language
        if before is not None and before != language:
            yield "</div>"
        if language is not None and before != language:
            yield f'<div lang="{language}">'

    def _text(self, pieces: tuple[Piece, ...] | list[Words], block: Paragraph | None, *, plain: bool) -> str:
        text, whole = self.inline.written(pieces, plain=plain)
        if block is not None:
            for piece in pieces:
                if isinstance(piece, Words) and piece.target and address_of(piece.target) is None:
                    self._lose("inner-link" if piece.target[0] == "#" else "link", block, piece.target)
            if not whole:
                self._lose("emphasis", block)
            for slot in SLOT.findall(block.text):
                self._lose("fact-fetched" if slot in text else "braces", block, slot)
        return text

    @staticmethod
    def _one_line(text: str) -> str:
        """A heading: no line breaks, and no signs at its end that would be taken away."""
        line = text.replace("\\\n", " ")
        return re.sub(r"(?<=\s)#+$", lambda match: "\\#" * len(match.group()), line)

    def _table(self, table: Table) -> Iterator[str]:
        rows = [[text for cell in row.cells for text in self._across(cell)] for row in table.rows]
        width = max(map(len, rows), default=0)
        if not width:
            return
        headers = sum(row.is_header for row in table.rows)
        if headers != 1:
            self._lose("header-rows" if headers else "no-header-row", table)
        lines = [[*row, *[""] * (width - len(row))] for row in rows]
        lines.insert(1, ["---"] * width)
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines)

    def _across(self, cell: Cell) -> list[str]:
        """The text of a cell, and an empty one for each further column that it takes."""
        inside = [each for each in paragraphs(cell.blocks) if not each.is_blank]
        if len(inside) > 1 or any(
            "\n" in piece.text for p in inside for piece in p.pieces if isinstance(piece, Words)
        ):
            self._lose("cell-paragraphs", cell)
        if any(each.item for each in inside):
            self._lose("list-in-cell", cell)
        texts = [self._text(each.pieces, each, plain=False) for each in inside]
        return [" ".join(texts).replace("\\\n", " "), *[""] * (cell.across - 1)]

    def _footnote(self, mark: tuple[str, str], number: int) -> str:
        inside = [each for each in paragraphs(self.note.notes[mark]) if not each.is_blank]
        texts = [self._text(each.pieces, each, plain=False) for each in inside]
        return f"[^{number}]: " + "\n\n".join(texts).replace("\n", "\n    ").replace("\n    \n", "\n\n")

    def _pictures(self) -> dict[str, str]:
        """The pictures that can be carried: the path of each from the note, by its part."""
        found: dict[str, str] = {}
        for paragraph in self._all():
            for piece in paragraph.pieces:
                if isinstance(piece, Picture) and piece.part not in found:
                    self._picture(piece, paragraph, found)
        return found

    def _picture(self, piece: Picture, paragraph: Paragraph, found: dict[str, str]) -> None:
        try:
            data = self.note.package.read(piece.part)
        except Flawed:
            data = None
        form = next((ending for start, ending in _FORMS if data and data.startswith(start)), None)
        if data is None or form is None:
            kind = piece.part.rpartition(".")[2].upper()
            self._lose("picture", paragraph, f"{kind} {piece.alternative or ''}")
            return
        path = f"{PICTURES}/{self.name}-{len(self.files) + 1}.{form}"
        self.files[path] = data
        found[piece.part] = path


def _left(note: WordNote) -> Iterator[Lost]:
    """What was still open in the note: it is settled as if all changes were accepted."""
    for each in note.left:
        if each.text or each.what == "comment":
            yield Lost(each.what, each.spot, each.text[:80])
