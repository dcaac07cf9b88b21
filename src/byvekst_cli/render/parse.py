"""Our Markdown → blocks. What stands in it comes from templates; notes come through `note_blocks`."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import PurePosixPath
from typing import Any, Final

from byvekst_cli.render.footnotes import lines_of, numbered, parted
from byvekst_cli.render.ids import plain, slug, with_ids
from byvekst_cli.render.inline import Slot, closes_language, language_of, line_of
from byvekst_cli.render.pieces import fact_of, figure_of
from byvekst_cli.render.placing import placed
from byvekst_cli.render.tree import (
    Block,
    Box,
    Code,
    Contents,
    Fact,
    Heading,
    Item,
    Items,
    Line,
    NewPage,
    Note,
    Paragraph,
    Quote,
    Span,
    Table,
)
from byvekst_cli.source.blocks import block_tokens, inline_tokens

_ID: Final = re.compile(r"\s*(?<!\\)\{#([\w-]+)\}$")
_MARK: Final = re.compile(r"^<!--\s*(.*?)\s*-->\s*$", re.DOTALL)
_BOX: Final = re.compile(r"""^<div\s+class="box"\s+title="([^"]*)"\s*>$""")
_FIGURE: Final = re.compile(r"^(!\[.*\]\(.*\))(?:\{#([\w-]+)\})?$", re.DOTALL)
_BAR: Final = re.compile(r"(?<!\\)\|")
__all__ = ["BadMarkup", "Parsed", "document_blocks", "note_blocks", "plain", "slug", "with_ids"]

HEADS: Final = ("subtitle", "sender", "dated", "invented")
"""What a template can say of the whole document, as `<!-- subtitle: … -->`."""


SHOWN: Final = ("head", "made", "caption")
"""Before a paragraph that only shows what is kept elsewhere, and is passed over."""


class BadMarkup(ValueError):
    """A mark that has no meaning, or one that is never closed; the text is the mark."""


@dataclass(slots=True)
class Head:
    """What a template says of the document as a whole."""

    title: str = ""
    said: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document's blocks in order, its title, and what else is said of it as a whole."""

    title: str
    said: Mapping[str, str]
    blocks: tuple[Block, ...]


Picture = Callable[[str], str | None]
"""The address of a picture → its name among the document's pictures, or None where it cannot be had."""


def document_blocks(text: str, put: Mapping[str, Sequence[Block]]) -> Parsed:
    """A template's output. `put` are blocks by the mark that stands for them. Raises BadMarkup."""
    head = Head()
    env: dict[str, Any] = {}
    reader = _Reader(block_tokens(text, env), head, put, env=env)
    blocks = tuple(reader.until(None))
    return Parsed(head.title, head.said, with_ids(numbered(blocks)))


def note_blocks(text: str, slot: Slot, picture: Picture) -> tuple[Block, ...]:
    """A note's text: HTML other than `lang` is words, `#` is level 1, facts are filled in."""
    reader = _Reader(block_tokens(text), None, {}, slot, picture)
    return tuple(reader.until(None))


class _Reader:
    """The blocks of a text, one token after the other."""

    def __init__(
        self,
        tokens: Sequence[Any],
        head: Head | None,
        put: Mapping[str, Sequence[Block]],
        slot: Slot | None = None,
        picture: Picture | None = None,
        env: dict[str, Any] | None = None,
    ) -> None:
        self.tokens, notes = parted(tokens)
        self.at = 0
        self.head = head
        self.put = put
        self.slot = slot
        self.picture = picture
        self.languages: list[str | None] = []
        self.level = 0
        self.table: tuple[str, Line, bool] | None = None
        self.env = env
        below = {label: self._below(its) for label, its in notes.items()}
        self.notes = {label: Note(label, told) for label, told in below.items() if told}

    @property
    def language(self) -> str | None:
        return next((said for said in reversed(self.languages) if said), None)

    def until(self, closing: str | None) -> Iterator[Block]:
        """The blocks up to a token of a type, which is passed."""
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                return
            yield from self._block(token)
        if closing == "</div>":
            raise BadMarkup('<div class="box">')

    def _block(self, token: Any) -> Iterator[Block]:
        match token.type:
            case "heading_open":
                yield from self._heading(int(token.tag[1]))
            case "paragraph_open":
                yield from self._paragraph()
            case "bullet_list_open" | "ordered_list_open":
                yield self._list(token)
            case "blockquote_open":
                language, outer = self.language, self.languages
                self.languages = []
                yield Quote(tuple(self.until("blockquote_close")), language)
                self.languages = outer
            case "fence" | "code_block":
                yield Code(token.content.rstrip("\n"))
            case "table_open":
                yield self._table()
            case "html_block":
                yield from self._html(token.content)

    def _below(self, tokens: Sequence[Any]) -> tuple[Line, ...]:
        """The lines of a footnote; what would be a reference there is words, and a picture its own."""
        return lines_of(tuple(_Reader(tokens, self.head, self.put, self.slot).until(None)))

    def _inline(self) -> Any:
        token = self.tokens[self.at]
        self.at += 2
        return token

    def _line(self, tokens: Sequence[Any]) -> Line:
        return line_of(tokens, self.head is not None, self.slot, self.notes)

    def _heading(self, level: int) -> Iterator[Block]:
        token = self._inline()
        found = _ID.search(token.content) if self.head else None
        line = self._line(
            inline_tokens(token.content[: found.start()], self.env) if found else token.children
        )
        if self.head is None:
            yield Heading(level, line, "", self.language)
        elif level > 1:
            self.level = level - 1
            yield Heading(self.level, line, found[1] if found else "", self.language)
        elif self.head.title:
            raise BadMarkup(f"# {plain(line)}")
        else:
            self.head.title = plain(line)

    def _paragraph(self) -> Iterator[Block]:
        token = self._inline()
        images = [child for child in token.children if child.type == "image"]
        if self.head is not None and images and (found := _FIGURE.match(token.content)) and len(images) == 1:
            target = str(images[0].attrs["src"])
            yield figure_of(images[0], PurePosixPath(target.removeprefix("picture:")).stem, found[2])
            return
        if self.picture is not None and images:
            yield from self._with_pictures(token.children)
            return
        if line := self._line(token.children):
            yield Paragraph(line, self.language)

    def _with_pictures(self, children: Sequence[Any]) -> Iterator[Block]:
        """A note's pictures stand by themselves; the words around them before and after."""
        waiting: list[Any] = []
        for child in children:
            name = self.picture(str(child.attrs["src"])) if self.picture and child.type == "image" else None
            if name is None:
                waiting.append(child)
                continue
            if line := self._line(waiting):
                yield Paragraph(line, self.language)
            waiting = []
            yield figure_of(child, name, None)
        if line := self._line(waiting):
            yield Paragraph(line, self.language)

    def _list(self, token: Any) -> Items:
        kind = token.type.removesuffix("_open")
        language, start = self.language, int(token.attrs.get("start", 1))
        outer, self.languages = self.languages, []
        items = []
        while self.tokens[self.at].type != f"{kind}_close":
            self.at += 1
            items.append(Item(tuple(self.until("list_item_close"))))
        self.at += 1
        self.languages = outer
        return Items(tuple(items), kind == "ordered_list", start if kind == "ordered_list" else 1, language)

    def _table(self) -> Table:
        """The cells by rows, with what a mark before it said."""
        rows: list[list[Line]] = []
        numbers: list[int] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if token.type == "th_open" and "right" in str(token.attrs.get("style", "")):
                    numbers.append(len(rows[-1]))
                rows[-1].append(self._line(self._inline().children))
        self.at += 1
        id, caption, has_sum = self.table or (None, (), False)
        self.table = None
        body = tuple(map(tuple, rows[1:]))
        return Table(tuple(rows[0]), body, caption, id or None, tuple(numbers), has_sum, self.language)

    def _html(self, source: str) -> Iterator[Block]:
        tag = source.strip()
        mark = _MARK.match(tag)
        said = language_of(tag)
        if said is not None:
            self.languages.append(said)
        elif self.languages and closes_language(tag):
            self.languages.pop()
        elif self.head is None:
            if not (tag.startswith("<!--") and tag.endswith("-->")):
                yield Paragraph((Span(" ".join(tag.split())),), self.language)
        elif mark:
            yield from self._mark(mark[1])
        elif box := _BOX.match(tag):
            yield self._box(unescape(box[1]))
        else:
            raise BadMarkup(tag)

    def _mark(self, mark: str) -> Iterator[Block]:
        name, _, value = mark.partition(":")
        if mark == "contents":
            yield Contents()
        elif mark == "new page":
            yield NewPage()
        elif mark in self.put:
            yield from placed(self.put[mark], mark, self.level, self.language)
        elif name == "table":
            id, *others = (part.strip().replace("\\|", "|") for part in _BAR.split(value))
            caption = line_of(inline_tokens(others[0]), own=True) if others else ()
            self.table = (id, caption, "sum" in others[1:])
            self._skip_paragraph()
        elif mark.startswith("poster\n"):
            return
        elif mark in SHOWN:
            self._skip_paragraph()
        elif name in HEADS and self.head is not None:
            self.head.said[name] = plain(line_of(inline_tokens(value.strip()), own=True))
        else:
            raise BadMarkup(f"<!-- {mark} -->")

    def _skip_paragraph(self) -> None:
        if self.at < len(self.tokens) and self.tokens[self.at].type == "paragraph_open":
            self.at += 3

    def _box(self, title: str) -> Box:
        """The items up to the closing tag; the first words of each, in bold, are its label."""
        facts: list[Fact] = []
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == "html_block" and closes_language(token.content):
                return Box(title, tuple(facts))
            for block in self._block(token):
                facts += (
                    [fact_of(item) for item in block.items]
                    if isinstance(block, Items)
                    else [Fact("", (block,))]
                )
        raise BadMarkup(f'<div class="box" title="{title}">')
