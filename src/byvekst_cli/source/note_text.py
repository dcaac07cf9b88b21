"""A Markdown note → its blocks, each word at its offset in the file."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from byvekst_cli.model.note_text import BlockKind, NoteText, TextBlock
from byvekst_cli.source.document import Document
from byvekst_cli.source.inline_text import markdown, read_line, tags
from byvekst_cli.source.placed_text import Placed
from byvekst_cli.source.table_text import read_table

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
    if document.body is None:
        return NoteText(())
    return NoteText(tuple(_Reader(document).blocks()), _LINE_END.sub("\n", document.text[document.body :]))


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
                first = (token.map or [0])[0]
                yield read_table(tokens, self._line, self.env, first, self._language)
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
        placed = Placed(read_line(token.content, self.env), self._positions(token))
        foreign = [(begin, end, said) for begin, end, said in placed.line.foreign if end > begin]
        apart = [(placed.part(begin, end), said) for begin, end, said in foreign]
        for begin, end, _ in foreign:
            placed.line.shown[begin:end] = " " * (end - begin)
        if placed.text.strip() or placed.slots or not apart:
            told = (placed.links, placed.images, placed.slots)
            yield TextBlock(kind, placed.text, placed.start, level, self._language, (), *told)
        for words, said in apart:
            yield TextBlock(kind, words.text, words.start, level, said)

    def _positions(self, token: "Token") -> list[int]:
        """Where in the file each code point of a block's source stands.

        Each of its lines is the end of a line of the file, less what a quote or an item puts before it.
        """
        first = (token.map or [0])[0]
        at: list[int] = []
        for number, piece in enumerate(token.content.split("\n"), first):
            start, line = self._line(number)
            end = self.starts[number + 1]
            if self.heading:
                line = _CLOSING_MARKS.sub("", line)
            words = piece.strip()
            begin = start + max(0, len(line) - len(words))
            indent = len(piece) - len(piece.lstrip())
            at += [begin] * indent
            at += [min(begin + n, end) for n in range(len(piece) - indent)]
            at.append(end - 1)
        return at[:-1]

    def _line(self, number: int) -> tuple[int, str]:
        start = self.starts[number]
        return start, self.text[start : self.starts[number + 1]].rstrip()

    def _code(self, token: "Token") -> TextBlock:
        first, last = token.map or [0, 0]
        begin, end = self.starts[first], self.starts[min(last, len(self.starts) - 1)]
        return TextBlock(BlockKind.CODE, self.text[begin:end].rstrip("\r\n"), begin, 0, self._language)
