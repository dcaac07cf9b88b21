"""Comments that speak to the tool: `# byvekst: …` in YAML, `<!-- byvekst: … -->` in Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.source.document import Document

_YAML: Final = re.compile(r"(?<!\S)#[ \t]*byvekst:[ \t]*(?P<body>[^\r\n]*)", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"<!--[ \t]*byvekst:[ \t]*(?P<body>[^\r\n]*?)[ \t]*-->", re.IGNORECASE)
_NOTHING: Final = re.compile(r"[ \t]*(?:#.*|<!--.*-->[ \t]*|---[ \t]*)?")
END: Final = 10**9


@dataclass(frozen=True, slots=True)
class Comment:
    """What it says, where, and the lines that it is about: `range(first, last + 1)`."""

    body: str
    start: int
    end: int
    lines: range


def comments(document: Document) -> Iterator[Comment]:
    """The comments in a file, but not what only looks like one inside a text."""
    text = document.text
    if "byvekst:" not in text.lower():
        return
    body = len(text) if document.body is None else document.body
    for match in (*_YAML.finditer(text, 0, body), *_MARKDOWN.finditer(text, body)):
        if not document.is_in_text(match.start()):
            lines = _lines(document, match.start(), match.end())
            yield Comment(match["body"].strip(), match.start(), match.end(), lines)


def _lines(document: Document, start: int, end: int) -> range:
    """The line it stands on; where it stands alone, what follows; at the top, the whole file."""
    at = document.span(start, end).line
    before = [document.line(number) for number in range(1, at)]
    line, begins = document.line(at), document.line_starts[at - 1]
    if line[: start - begins].strip() or line[end - begins :].strip():
        return range(at, at + 1)
    if all(_NOTHING.fullmatch(each) for each in before):
        return range(1, END)
    return _block(document, at)


def _block(document: Document, at: int) -> range:
    """The next line with something on it, and all that is indented below it."""
    lines = range(at + 1, len(document.line_starts) + 1)
    first = next((n for n in lines if not _NOTHING.fullmatch(document.line(n))), at)
    indent = _indent(document.line(first))
    last = first
    for number in range(first + 1, len(document.line_starts) + 1):
        line = document.line(number)
        if line.strip() and _indent(line) <= indent:
            break
        last = number
    return range(at, last + 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
