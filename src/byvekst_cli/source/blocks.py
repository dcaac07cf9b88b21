"""Markdown → the parser's own tokens, for those who make something else of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from byvekst_cli.source.inline_text import markdown

if TYPE_CHECKING:
    from markdown_it.token import Token


def block_tokens(text: str) -> Sequence["Token"]:
    """CommonMark with tables. HTML is a token of its own; addresses that would run code are no links."""
    return markdown().parse(text)


def inline_tokens(text: str) -> Sequence["Token"]:
    """The same of one line, without blocks."""
    (token,) = markdown().parseInline(text)
    return token.children or ()
