"""A note: YAML front matter between `---` lines, then Markdown with headings."""

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from byvekst_cli.source.document import Document, Heading
from byvekst_cli.source.flaw import Flaw
from byvekst_cli.source.small_yaml import read

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$(?:\r\n|\r|\n)?", re.MULTILINE)
_LINE_END: Final = re.compile(r"\r\n|\r")


def read_markdown(path: str, text: str) -> Document:
    """Read a note; front matter that is missing or has no end is a flaw."""
    opening = _OPENING.match(text)
    if opening is None:
        flaw = Flaw("missing-front-matter")
        return Document(path, text, flaws=(flaw,), headings=_headings(text, 0), body=0)
    closing = _CLOSING.search(text.replace("\r", "\n"), opening.end())
    if closing is None:
        return Document(path, text, flaws=(Flaw("unfinished-front-matter", 0, 3),))
    shift = opening.end()
    small = read(text[shift : closing.start()])
    flaws = tuple(Flaw(f.slug, f.start + shift, f.end + shift, f.facts) for f in small.flaws)
    headings = _headings(text, closing.end())
    return Document(path, text, small.data, small.spans, flaws, headings, shift, closing.end())


def _headings(text: str, start: int) -> tuple[Heading, ...]:
    from markdown_it import MarkdownIt  # 0.1 s, and only notes need it

    body = text[start:]
    starts = Document("", body).line_starts
    tokens = MarkdownIt("commonmark").disable("inline").parse(_LINE_END.sub("\n", body))
    found = []
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.map:
            first = start + starts[token.map[0]]
            line_end = text.find("\n", first)
            end = len(text) if line_end < 0 else line_end
            found.append(Heading(int(token.tag[1]), inline.content, first, end))
    return tuple(found)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def text_of(markdown: str) -> str:
    """What is read of Markdown: a line for each paragraph, cell and line break; marks and HTML are not text.

    Tables and struck text are known. A picture is its alternative text, and a footnote mark stands as it is.
    """
    return "\n".join(_read_inline(token) for token in _parser().parse(markdown) if token.type == "inline")


def _read_inline(inline: "Token") -> str:
    return "".join(map(_said, inline.children or ()))


def _said(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "image":
        return _read_inline(token)
    return "" if token.type == "html_inline" else token.content
