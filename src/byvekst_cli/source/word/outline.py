"""Which paragraph is a note's title, and which language a paragraph is in."""

from typing import Final

from byvekst_cli.source.word.note import Paragraph, WordNote, paragraphs
from byvekst_cli.source.word.read import letters_by_language

_FEWEST: Final = 20
"""Letters in another language that are worth a mark; Word marks single names by guess."""


def title_of(note: WordNote) -> Paragraph | None:
    """The title, or the only heading of the first level where it comes before all others."""
    headings = [p for p in paragraphs(note.blocks) if p.heading and not p.is_blank]
    title = next((heading for heading in headings if heading.is_title), None)
    first = [heading for heading in headings if heading.heading == 1]
    return title or (first[0] if len(first) == 1 and headings[0] is first[0] else None)


def level_of(heading: Paragraph, title: Paragraph | None) -> int:
    """1 for the title, and the levels below follow it."""
    if heading is title:
        return 1
    return heading.heading + 1 if title is not None and title.is_title else heading.heading


def language_of(paragraph: Paragraph, note: WordNote) -> str | None:
    """The language that a paragraph is marked as, where it is another than the note's."""
    count = letters_by_language(paragraph.pieces)
    if len(count) != 1 or count.total() < _FEWEST:
        return None
    (language,) = count
    return language if language != note.language else None
