"""Bytes → text: UTF-8 and nothing else, without characters that editors do not show."""

import codecs
import re
from typing import Final

from byvekst_cli.source.flaw import Flaw, Flawed

LARGEST: Final = 1_048_576
"""Bytes; a project sheet is about 2 000."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HIDDEN: Final = "\x85\xad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff"
_INVISIBLE: Final = re.compile(f"[{_HIDDEN}]")
UNSEEN: Final = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_HIDDEN}]")
"""What no value may hold, however it was written."""
_BREAK: Final = re.compile("[\r\n]")
MOST: Final = 50
"""Flaws of one kind told of one file."""
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """The text of a file without its byte order mark; raises Flawed."""
    if len(data) > LARGEST:
        raise Flawed(Flaw("file-too-large", facts={"limit": LARGEST // 1_048_576}))
    text = _text(data)
    if not text.strip():
        raise Flawed(Flaw("empty-file"))
    if control := _CONTROL.search(text):
        facts = {"character": f"U+{ord(control.group()):04X}"}
        raise Flawed(Flaw("control-character", control.start(), control.end(), facts))
    return text


def invisible(text: str) -> list[Flaw]:
    """Characters that change what a text means without being seen; the first on each line."""
    flaws: list[Flaw] = []
    match = _INVISIBLE.search(text)
    while match and len(flaws) < MOST:
        facts = {"character": f"U+{ord(match.group()):04X}"}
        flaws.append(Flaw("invisible-character", match.start(), match.end(), facts))
        line_end = _BREAK.search(text, match.end())
        match = _INVISIBLE.search(text, line_end.end()) if line_end else None
    return flaws


def _text(data: bytes) -> str:
    if data.startswith(_UTF16):
        raise Flawed(Flaw("wrong-encoding", facts={"guess": "UTF-16"}))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        facts = {"guess": "Windows-1252"}
        raise Flawed(Flaw("wrong-encoding", len(before), len(before) + 1, facts)) from None
