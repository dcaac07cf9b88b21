"""Which paragraphs are a note's title and headings, and which language a paragraph is in."""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

from byvekst_cli.model.spot import Part
from byvekst_cli.source.word.note import Block, Lost, Paragraph, WordNote, Words, paragraphs
from byvekst_cli.source.word.read import letters_by_language

_LONGEST_HEADING: Final = 80
_SENTENCE: Final = (".", ",", ";")
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


def with_headings(note: WordNote) -> WordNote:
    """A note whose bold lines are headings, where no style was used for any; and that they have become so."""
    found = bold_headings(note.blocks)
    if not found or any(each.heading and not each.is_title for each in paragraphs(note.blocks)):
        return note
    spots = {each.spot for each in found}
    blocks = tuple(
        replace(block, heading=1) if isinstance(block, Paragraph) and block.spot in spots else block
        for block in note.blocks
    )
    lost = (Lost("bold-heading", each.spot, each.text.strip()) for each in found)
    return replace(note, blocks=blocks, lost=(*note.lost, *lost))


def bold_headings(blocks: tuple[Block, ...]) -> list[Paragraph]:
    """Short bold lines with ordinary text under them."""
    shown = [block for block in blocks if not (isinstance(block, Paragraph) and block.is_blank)]
    return [
        block
        for block, after in zip_longest(shown, shown[1:])
        if isinstance(block, Paragraph) and _looks_like_heading(block) and _goes_under(after)
    ]


def _looks_like_heading(block: Paragraph) -> bool:
    words = [piece for piece in block.pieces if isinstance(piece, Words) and piece.text.strip()]
    text = block.text.strip()
    return (
        not block.heading
        and block.item is None
        and block.spot.part is Part.PARAGRAPH
        and bool(words)
        and all(piece.strong for piece in words)
        and len(text) <= _LONGEST_HEADING
        and not text.endswith(_SENTENCE)
        and any(map(str.isalpha, text))
    )


def _goes_under(block: Block | None) -> bool:
    return block is not None and not (
        isinstance(block, Paragraph) and (block.heading or _looks_like_heading(block))
    )
