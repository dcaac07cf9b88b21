"""Comments that speak to the tool: `# byvekst: …` in YAML, `<!-- byvekst: … -->` in Markdown."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from byvekst_cli.source.document import Document

_YAML: Final = re.compile(r"(?<!\S)#[ \t]*byvekst:([^\r\n]*)", re.IGNORECASE)
_OPENS, _CLOSES, _NAME = "<!--", "-->", "byvekst:"
_FENCE: Final = ("```", "~~~")
END: Final = 10**9


@dataclass(frozen=True, slots=True)
class Comment:
    """What it says, where, and the lines that it is about."""

    body: str
    start: int
    end: int
    lines: range


def comments(document: Document) -> Iterator[Comment]:
    """The comments in a file, but not what only looks like one inside a text or an example."""
    if _NAME not in document.text.lower():
        return
    page = _Page(document)
    body = len(document.text) if document.body is None else document.body
    for match in _YAML.finditer(document.text, 0, body):
        if not page.is_in_text(match.start()):
            lines = page.about(match.start(), match.end())
            yield Comment(match[1].strip(), match.start(), match.end(), lines)
    for start, end in _marked(document.text, body):
        inside = document.text[start + len(_OPENS) : end - len(_CLOSES)].strip()
        if inside.lower().startswith(_NAME) and "\n" not in inside and not page.is_in_fence(start):
            yield Comment(inside[len(_NAME) :].strip(), start, end, page.about(start, end))


def _marked(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Every `<!-- … -->`, each text looked through once."""
    while (opens := text.find(_OPENS, start)) >= 0:
        closes = text.find(_CLOSES, opens)
        if closes < 0:
            return
        start = closes + len(_CLOSES)
        yield opens, start


class _Page:
    """A file as its lines are needed here, each looked at once however many comments there are."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.starts = document.line_starts

    @cached_property
    def _texts(self) -> tuple[list[int], list[int]]:
        spans = sorted(span for span, _ in self.document.plain_values())
        return [start for start, _ in spans], [end for _, end in spans]

    def is_in_text(self, offset: int) -> bool:
        """Whether an offset is inside a plain value, where `#` begins no comment."""
        starts, ends = self._texts
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < ends[at]

    @cached_property
    def _lines(self) -> list[str]:
        return [self.document.line(number) for number in range(1, len(self.starts) + 1)]

    @cached_property
    def _says(self) -> list[bool]:
        """Whether each line has something on it besides a comment."""
        nothing = ("#", "<!--", "---")
        return [bool(line.strip()) and not line.lstrip().startswith(nothing) for line in self._lines]

    @cached_property
    def _next(self) -> list[int]:
        """For each line the first at or after it that says something; one past the end where none does."""
        found, following = [], len(self._says)
        for at in range(len(self._says) - 1, -1, -1):
            following = at if self._says[at] else following
            found.append(following)
        return found[::-1]

    @cached_property
    def _last(self) -> list[int]:
        """For each line the last that belongs under it: deeper, or a row of the list that it heads."""
        last = list(range(len(self._lines)))
        open_: list[int] = []
        before = 0
        for at, line in enumerate(self._lines):
            if not self._says[at]:
                continue
            while open_ and not _under(self._lines[open_[-1]], line):
                last[open_.pop()] = before
            open_.append(at)
            before = at
        for at in open_:
            last[at] = before
        return last

    @cached_property
    def _fences(self) -> list[bool]:
        found, inside = [], False
        for line in self._lines:
            edge = line.lstrip().startswith(_FENCE)
            found.append(inside or edge)
            inside ^= edge
        return found

    def is_in_fence(self, offset: int) -> bool:
        """Whether an offset is in an example of code."""
        return self._fences[bisect_right(self.starts, offset) - 1]

    def about(self, start: int, end: int) -> range:
        """The line it stands on; where it stands alone, what follows; at the top, the whole file."""
        at = bisect_right(self.starts, start) - 1
        line, begins = self._lines[at], self.starts[at]
        if line[: start - begins].strip() or line[end - begins :].strip():
            return range(at + 1, at + 2)
        if self._next[0] >= at:
            return range(1, END)
        first = self._next[at]
        return range(at + 1, (self._last[first] if first < len(self._last) else at) + 2)


def _under(above: str, line: str) -> bool:
    """Whether a line belongs to one above it."""
    deeper = _indent(line) > _indent(above)
    return deeper or (_indent(line) == _indent(above) and _is_row(line) and not _is_row(above))


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
