"""What a note that says nothing about itself is probably: its title, its language, what it asks for."""

import re
from collections import Counter
from typing import Final

from byvekst_cli.model.note_text import BlockKind, NoteText
from byvekst_cli.model.treatment import Handling
from byvekst_cli.prose.passages import body, headings
from byvekst_cli.prose.sentences import words
from byvekst_cli.prose.standard import ByLanguage

_ASKS: Final = (
    (Handling.DECISION, r"\b(?:vedtak|avgjerd|beslutning)ssak"),
    (Handling.DISCUSSION, r"\bdrøftings?sak"),
    (Handling.INFORMATION, r"\borienteringssak"),
    (Handling.NOTICE, r"\b(?:meldings|melde|referat)sak"),
    (Handling.DECISION, r"(?:forslag|framlegg|utkast) til (?:vedtak|avgjerd|beslutning)"),
    (Handling.RECOMMENDATION, r"\binnstilling\b|\btilråding\b|\btilrådning\b"),
)
"""The kind of case goes before its headings: a case for information may propose to take it as such."""
_SHORT: Final = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)
_LONGEST: Final = 60
"""A line of more code points is prose and no label."""
_TITLE: Final = 120
_MIXED: Final = 3
"""How many times as many words of another language make a note one in that language."""


def handling_told(note: NoteText) -> Handling | None:
    """What a body is asked for, where a heading or a short line says so."""
    lines = [line for block in note.blocks if block.kind in _SHORT for line in block.text.splitlines()]
    labels = "\n".join(line.strip() for line in lines if 0 < len(line.strip()) <= _LONGEST)
    return next((asked for asked, pattern in _ASKS if re.search(pattern, labels, re.IGNORECASE)), None)


def language_written(note: NoteText, markers: ByLanguage, home: str | None = None) -> str | None:
    """The language with most words that it alone has; None where there are none.

    `home` is the language of the area: a note that only mixes in words of another is in that one.
    """
    found = [word.text.casefold() for block in body(note) for word in words(block.text)]
    count = Counter({name: sum(word in marks for word in found) for name, marks in markers.items()})
    most = max(count, key=lambda name: (count[name], name), default=None)
    if home is not None and most and count[most] <= _MIXED * count[home]:
        return home
    return most if most and count[most] else None


def title_of(note: NoteText) -> str | None:
    """The first heading, or else the first line."""
    first = next(headings(note), None) or next(body(note), None)
    lines = first.text.strip().splitlines() if first else []
    return " ".join(lines[0].split())[:_TITLE] if lines else None
