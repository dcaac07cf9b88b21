"""A mark of the words of a Word file, which stays when a word processor only saves it again."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.source.word.xml import parse

_SPACES: Final = re.compile(r"\s+")
_STEPS: Final = {"begin": 1, "end": -1}


def words_mark(page: bytes, notes: bytes | None = None) -> str:
    """Of all that is read, in order, less what fields show: a word processor renews that by itself.

    `page` is the part `word/document.xml`, and `notes` that of its footnotes.
    Raises Flawed where they cannot be read.
    """
    parts = (part for part in (page, notes) if part)
    told = _SPACES.sub("", "".join(word for part in parts for word in _words(parse(part), [0])))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _words(node: Element, fields: list[int]) -> Iterator[str]:
    """`fields` holds how many fields are open."""
    if node.tag == "w:fldSimple":
        return
    if node.tag == "w:fldChar":
        fields[0] += _STEPS.get(node.get("w:fldCharType", ""), 0)
    elif node.tag == "w:noBreakHyphen" and not fields[0]:
        yield "\u2011"
    elif node.tag == "w:t" and not fields[0]:
        yield node.text or ""
    for child in node:
        yield from _words(child, fields)
