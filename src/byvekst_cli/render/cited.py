"""Remarks name their sources by id, as files do; readers of a document get titles, or the words alone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.model.citation import Citation
from byvekst_cli.model.programme import Programme
from byvekst_cli.render.tree import (
    Block,
    Box,
    Fact,
    Heading,
    Item,
    Items,
    Line,
    Paragraph,
    Quote,
    Span,
    Table,
)

_ID: Final = re.compile(r"(?<![\w/.:@#«-])[a-zæøå][a-zæøå0-9]*(?:-[a-zæøå0-9]+)+(?![\w/@-]|\.\w)")
_ASIDE: Final = re.compile(r" ?\(([^()]*)\)")
_ONLY: Final = re.compile(r"[,;\s]+")


class Titles:
    """The titles of an area's sources and programmes, looked up when a text names one."""

    def __init__(self, area: Area, say: Say) -> None:
        self.area, self.say = area, say

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """The same blocks in words that need no list of ids."""
        return tuple(map(self._block, blocks))

    def _block(self, block: Any) -> Any:
        match block:
            case Heading() | Paragraph():
                return replace(block, line=self.line(block.line))
            case Items():
                items = tuple(Item(self.blocks(each.blocks)) for each in block.items)
                return replace(block, items=items)
            case Quote():
                return replace(block, blocks=self.blocks(block.blocks))
            case Box():
                facts = tuple(Fact(each.label, self.blocks(each.blocks)) for each in block.facts)
                return replace(block, facts=facts)
            case Table():
                return replace(block, rows=tuple(tuple(map(self.line, row)) for row in block.rows))
        return block

    def line(self, line: Line) -> Line:
        """A line of words; code and links stand as they are."""
        return tuple(self._span(each) for each in line)

    def _span(self, span: Span) -> Span:
        if span.note:
            return replace(span, note=replace(span.note, lines=tuple(map(self.line, span.note.lines))))
        if span.code or span.link or span.refers or "-" not in span.text:
            return span
        text = _ASIDE.sub(self._aside, span.text)
        return replace(span, text=_ID.sub(lambda match: self._titled(match[0]), text))

    def _aside(self, match: re.Match[str]) -> str:
        """Nothing where only sources are named, for what is said stands without them."""
        words = [each for each in _ONLY.split(match[1]) if each]
        return "" if words and all(map(self._title, words)) else match[0]

    def _titled(self, id: str) -> str:
        title = self._title(id)
        return self.say.listed([title]) if title else id

    def _title(self, id: str) -> str | None:
        if not _ID.fullmatch(id):
            return None
        source = self.area.one(Citation, id)
        if source is not None:
            return source.title
        programme = self.area.one(Programme, id)
        return programme.name if programme else None
