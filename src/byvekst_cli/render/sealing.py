"""A mark of a document's own text, put into it, by which it shows whether somebody changed it since."""

import hashlib
import re
from typing import Final

_PLACES: Final = {
    "markdown": ("---\n", "tekst: {mark}\n", re.compile(r"^tekst: ([0-9a-f]{16})\n", re.MULTILINE)),
    "html": (
        "<head>\n",
        '<meta name="byvekst-tekst" content="{mark}">\n',
        re.compile(r'^<meta name="byvekst-tekst" content="([0-9a-f]{16})">\n', re.MULTILINE),
    ),
}


def sealed(text: str, format: str) -> str:
    """The text with its mark, after the first line of its head."""
    after, line, _ = _PLACES[format]
    head, found, rest = text.partition(after)
    return f"{head}{found}{line.format(mark=_mark(text))}{rest}"


def is_untouched(text: str, format: str) -> bool | None:
    """Whether a text is as it was made; None where it has no mark."""
    text = text.replace("\r\n", "\n")
    found = _PLACES[format][2].search(text)
    return found and _mark(text[: found.start()] + text[found.end() :]) == found[1]


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
