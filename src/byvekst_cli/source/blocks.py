"""Markdown → the parser's own tokens, for those who make something else of them."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from byvekst_cli.source.footnotes import with_footnotes

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def block_tokens(text: str, env: dict[str, Any] | None = None) -> Sequence["Token"]:
    """CommonMark with tables and footnotes. HTML is a token of its own; no link runs code.

    `env` is told what `inline_tokens` needs to know of the same text.
    """
    return _parser().parse(text, {} if env is None else env)


def inline_tokens(text: str, env: dict[str, Any] | None = None) -> Sequence["Token"]:
    """The same of one line, without blocks."""
    (token,) = _parser().parseInline(text, {} if env is None else env)
    return token.children or ()


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # 0.1 s, and only notes need it

    return with_footnotes(MarkdownIt("commonmark").enable("table"))
