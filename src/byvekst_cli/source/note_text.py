"""A Markdown note → its blocks, each word at its offset in the file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from byvekst_cli.model.note_text import BlockKind, Cell, Image, Link, NoteText, TextBlock
from byvekst_cli.source.document import Document
from byvekst_cli.source.inline_text import Line, Linked, markdown, read_line, tags

if TYPE_CHECKING:
    from markdown_it.token import Token

_LINE_END: Final = re.compile(r"\r\n|\r")
_CLOSING_MARKS: Final = re.compile(r"[ \t]+#+[ \t]*$")


def note_text(document: Document) -> NoteText:
    """The blocks of a note. Front matter and comments are left out; a file without a body has none.

    A passage in another language stands in `<span lang="nn">…</span>`, or between `<div lang="nn">` and
    `</div>` on lines of their own with an empty line beside them. Inside a paragraph it becomes a block
    by itself after the paragraph, where there is room left for it.
    """
    return NoteText(tuple(_Reader(document).blocks())) if document.body is not None else NoteText(())


class Notes(Mapping[str, NoteText]):
    """The texts of all notes among some documents, by path; each is made when it is first asked for."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._made: dict[str, NoteText] = {}

    def __getitem__(self, path: str) -> NoteText:
        document = self._documents[path]
        if document.body is None:
            raise KeyError(path)
        if path not in self._made:
            self._made[path] = note_text(document)
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return (path for path, document in self._documents.items() if document.body is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(slots=True)
class _Read:
    """A stretch of the file with what is read in it; `at` says where each code point of it stands."""

    line: Line
    at: list[int]


class _Reader:
    """The blocks of one note, one token after the other."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        body = document.body or 0
        self.starts = [*(at for at in document.line_starts if at >= body), len(self.text)]
        self.env: dict[str, Any] = {}
        self.inside: list[BlockKind] = []
        self.languages: list[str] = []
        self.heading = 0
        source = _LINE_END.sub("\n", self.text[self.starts[0] :])
        self.tokens = markdown().parse(source, self.env)

    def blocks(self) -> Iterator[TextBlock]:
        tokens = iter(self.tokens)
        for token in tokens:
            if token.type == "inline":
                yield from self._prose(token)
            elif token.type == "table_open":
                yield self._table(token, tokens)
            elif token.type in ("fence", "code_block"):
                yield self._code(token)
            else:
                self._step(token)

    def _step(self, token: "Token") -> None:
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0
            case "list_item_open":
                self.inside.append(BlockKind.ITEM)
            case "blockquote_open":
                self.inside.append(BlockKind.QUOTE)
            case "list_item_close" | "blockquote_close":
                self.inside.pop()
            case "html_block":
                self._html(token.content)

    def _html(self, source: str) -> None:
        for name, language, closes in tags(source):
            if name == "div" and not closes:
                self.languages.append(language)
            elif name == "div" and self.languages:
                self.languages.pop()

    @property
    def _language(self) -> str | None:
        return next((said for said in reversed(self.languages) if said), None)

    def _prose(self, token: "Token") -> Iterator[TextBlock]:
        kind = self.inside[-1] if self.inside else BlockKind.PARAGRAPH
        level = self.inside.count(BlockKind.ITEM) if kind is BlockKind.ITEM else 0
        if self.heading:
            kind, level = BlockKind.HEADING, self.heading
        read = self._read(token.content, self._positions(token))
        foreign = [(begin, end, said) for begin, end, said in read.line.foreign if end > begin]
        apart = [(said, self._block(kind, level, _part(read, begin, end))) for begin, end, said in foreign]
        for begin, end, _ in foreign:
            read.line.shown[begin:end] = " " * (end - begin)
        whole = self._block(kind, level, read)
        if whole.text.strip() or not apart:
            yield whole
        for said, block in apart:
            yield TextBlock(kind, block.text, block.start, level, said)

    def _block(self, kind: BlockKind, level: int, read: _Read) -> TextBlock:
        links, images = _linked(read)
        return TextBlock(
            kind, _text(read), read.at[0] if read.at else 0, level, self._language, (), links, images
        )

    def _read(self, content: str, at: list[int]) -> _Read:
        return _Read(read_line(content, self.env), at)

    def _positions(self, token: "Token") -> list[int]:
        """Where in the file each code point of a block's source stands.

        Each of its lines is the end of a line of the file, less what a quote or an item puts before it.
        """
        first = (token.map or [0])[0]
        at: list[int] = []
        for number, piece in enumerate(token.content.split("\n"), first):
            start, end = self.starts[number], self.starts[number + 1]
            line = self.text[start:end].rstrip()
            if self.heading:
                line = _CLOSING_MARKS.sub("", line)
            words = piece.strip()
            begin = start + max(0, len(line) - len(words))
            indent = len(piece) - len(piece.lstrip())
            at += [begin] * indent
            at += [min(begin + n, end) for n in range(len(piece) - indent)]
            at.append(end - 1)
        return at[:-1]

    def _table(self, opening: "Token", tokens: "Iterator[Token]") -> TextBlock:
        rows: list[tuple[Cell, ...]] = []
        links: list[Link] = []
        images: list[Image] = []
        first = (opening.map or [0])[0]
        row: list[Cell] = []
        cells: Iterator[tuple[int, str]] = iter(())
        header = False
        for token in tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                row, cells = [], self._cells((token.map or [first])[0])
            elif token.type in ("th_open", "td_open"):
                header = token.type == "th_open"
            elif token.type == "inline":
                cell, found = self._cell(next(cells, (self.starts[first], "")), header)
                row.append(cell)
                links += found[0]
                images += found[1]
            elif token.type == "tr_close":
                rows.append(tuple(row))
        start = self.starts[first]
        return TextBlock(
            BlockKind.TABLE, "", start, 0, self._language, tuple(rows), tuple(links), tuple(images)
        )

    def _cell(
        self, raw: tuple[int, str], header: bool
    ) -> tuple[Cell, tuple[tuple[Link, ...], tuple[Image, ...]]]:
        start, source = raw
        read = self._read(source, list(range(start, start + len(source))))
        return Cell(_text(read), start, header), _linked(read)

    def _cells(self, number: int) -> Iterator[tuple[int, str]]:
        """The cells of a row with their places; `\\|` is a bar inside one."""
        start = self.starts[number]
        line = self.text[start : self.starts[number + 1]].rstrip()
        edges = [-1, *(m.start() for m in re.finditer(r"(?<!\\)\|", line)), len(line)]
        pieces = [(begin + 1, line[begin + 1 : end]) for begin, end in zip(edges, edges[1:], strict=False)]
        if pieces and not pieces[0][1].strip(" \t>"):
            pieces = pieces[1:]
        for begin, piece in pieces:
            lead = len(piece) - len(piece.lstrip())
            yield start + begin + lead, piece.strip()

    def _code(self, token: "Token") -> TextBlock:
        first, last = token.map or [0, 0]
        begin, end = self.starts[first], self.starts[min(last, len(self.starts) - 1)]
        return TextBlock(BlockKind.CODE, self.text[begin:end].rstrip("\r\n"), begin, 0, self._language)


def _text(read: _Read) -> str:
    """The words in as many code points as they take up in the file."""
    if not read.at:
        return ""
    text = [" "] * (read.at[-1] - read.at[0] + 1)
    for at, letter in zip(read.at, read.line.shown, strict=False):
        if not letter.isspace():
            text[at - read.at[0]] = letter
    return "".join(text)


def _part(read: _Read, begin: int, end: int) -> _Read:
    return _Read(Line(read.line.shown[begin:end]), read.at[begin:end])


def _linked(read: _Read) -> tuple[tuple[Link, ...], tuple[Image, ...]]:
    images = tuple(Image(i.alternative or "", i.target, read.at[i.start]) for i in read.line.images)
    return tuple(_link(link, read) for link in read.line.links), images


def _link(link: Linked, read: _Read) -> Link:
    """A link that is a picture is read as the picture's alternative text."""
    shown = "".join(read.line.shown[link.start : link.end])
    inside = [i.alternative or "" for i in read.line.images if link.start <= i.start < link.end]
    begin = link.start + len(shown) - len(shown.lstrip()) if shown.strip() else link.start
    return Link(" ".join(shown.split()) or " ".join(inside), link.target, read.at[begin])
