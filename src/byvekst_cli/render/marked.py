"""Text that already is Markdown, and what makes other text safe to stand in it."""

import re
from typing import Final

_SPECIAL: Final = re.compile(r"([!-/:-@\[-`{-~])")
_SPACES: Final = re.compile(r"[ \t\r\n]+")


class Marked(str):
    """Markdown: printed by a template as it is."""

    __slots__ = ()


def escaped(text: str) -> Marked:
    """Words that mean nothing but themselves in Markdown, also in a table and at the start of a line."""
    return Marked(_SPECIAL.sub(_harmless, _SPACES.sub(" ", text)))


def _harmless(match: re.Match[str]) -> str:
    """`|` would end a cell even where it is escaped twice over."""
    return "&#124;" if match[0] == "|" else f"\\{match[0]}"
