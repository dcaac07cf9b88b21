"""Letters as Word keeps them → letters that mean the same anywhere."""

import re
from typing import Final

from byvekst_cli.source.decode import UNSEEN

_SPACES: Final = re.compile(r"[ \t\r\n]")
_BREAKS: Final = str.maketrans(dict.fromkeys("\x85\u2028\u2029", "\n"))
_SOFT: Final = str.maketrans({"\u00ad": None, "\ufeff": None, "\u2011": "-"})
_RAISED: Final = str.maketrans("0123456789+−-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED: Final = str.maketrans("0123456789+−-", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_DIGITS: Final = frozenset("0123456789+−-")
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
UNKNOWN: Final = "\ufffd"
SYMBOLS: Final = {
    0xA3: "≤", 0xA7: "▪", 0xA8: "☐", 0xAE: "→", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷",
    0xB9: "≠", 0xBB: "≈", 0xD0: "°", 0xD5: "∏", 0xD8: "➢", 0xDE: "⇒", 0xE0: "→", 0xE5: "∑", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFE: "☑",
}  # fmt: skip
"""The signs of the fonts Symbol and Wingdings that people put in notes."""


def plain(text: str) -> str:
    """Text with ordinary spaces, hyphens and line breaks, and without hints on where words may be split.

    A hyphen that does not break is part of an id, `BG-SYK-002`, which must be found as such.
    """
    return _SPACES.sub(" ", text).translate(_BREAKS).translate(_SOFT)


def seen(text: str) -> tuple[str, list[str]]:
    """Text without what nobody sees, and the names of what was taken away."""
    hidden = [f"U+{ord(match):04X}" for match in UNSEEN.findall(text.replace("\n", ""))]
    return ("\n".join(UNSEEN.sub("", line) for line in text.split("\n")) if hidden else text), hidden


def symbols(text: str) -> str:
    """Letters of symbol fonts as signs; `UNKNOWN` where there is none."""
    return _PRIVATE.sub(lambda match: symbol(ord(match.group())), text)


def symbol(number: int) -> str:
    """A sign of a symbol font by its number."""
    return SYMBOLS.get(number & 0xFF, UNKNOWN)


def moved(text: str, where: str) -> str | None:
    """Raised or lowered figures as signs of their own, or None where there are none for a letter."""
    if not text or not _DIGITS.issuperset(text):
        return None
    return text.translate(_RAISED if where == "superscript" else _LOWERED)
