"""What is left in a Word note that readers or other programs will stumble over: one flaw of each kind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from byvekst_cli.finding import Hint
from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.source.flaw import Flaw
from byvekst_cli.source.word.note import Block, Paragraph, WordNote, paragraphs
from byvekst_cli.source.word.outline import bold_headings

SHOWN: Final = 5
"""Places told of one kind."""
_FEWEST_BLANKS: Final = 3
"""Blank paragraphs that are a habit and not a slip."""
_BROKEN: Final = re.compile(
    r"\b(?:Feil! (?:Fant ikke|Fann ikkje|Bokmerke|Referansekilde|Ugyldig|Ingen tekst)"
    r"|Error! (?:Reference source|Bookmark|No text))"
)
"""What Word prints where a field leads to nothing."""
_NUMBERED: Final = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-ZÆØÅ]")


def flaws_in(note: WordNote, starts: Mapping[Spot, int]) -> Iterator[Flaw]:
    """All there is to say of a note; `starts` is where each place begins in its text."""
    found = (
        ("tracked-changes", [each.spot for each in note.left if each.what != "comment"]),
        ("comments-left", [each.spot for each in note.left if each.what == "comment"]),
        ("text-box", [each.spot for each in note.lost if each.what == "text-box"]),
        ("bold-for-heading", [each.spot for each in bold_headings(note.blocks)]),
        ("typed-heading-numbers", _typed_numbers(note.blocks)),
        ("blank-paragraphs", _blanks(note.blocks)),
        ("hidden-word-text", [each.spot for each in note.lost if each.what == "hidden-text"]),
        ("broken-reference", [p.spot for p in paragraphs(note.blocks) if _BROKEN.search(p.text)]),
        ("highlight-left", [each.spot for each in note.lost if each.what == "highlight"]),
        ("no-text-in-note", _without_text(note)),
        ("word-macros", [each.spot for each in note.lost if each.what == "macros"]),
    )
    for slug, spots in found:
        if spots:
            places = tuple(dict.fromkeys(spots))
            start = starts.get(places[0], 0)
            facts = {"n": len(spots), "places": Hint(_shown(places)), "more": Hint(_more(places))}
            yield Flaw(slug, start, start, facts)


def _shown(places: Sequence[Spot]) -> Sequence[Spot] | None:
    """The first places, where there are several: one alone is where the finding stands."""
    return places[:SHOWN] if len(places) > 1 else None


def _more(places: Sequence[Spot]) -> int | None:
    return len(places) - SHOWN if len(places) > SHOWN else None


def _typed_numbers(blocks: tuple[Block, ...]) -> list[Spot]:
    """Headings with a number that somebody typed; one alone may be a name."""
    headings = [p for p in paragraphs(blocks) if p.heading and not p.is_title and not p.is_numbered]
    found = [heading.spot for heading in headings if _NUMBERED.match(heading.text)]
    return found if len(found) > 1 else []


def _blanks(blocks: tuple[Block, ...]) -> list[Spot]:
    """Blank paragraphs between others; Word itself wants one beside a table and at the end."""
    runs = [(blank, list(group)) for blank, group in groupby(blocks, _is_blank)]
    found = []
    for at, (blank, group) in enumerate(runs):
        if not blank or at == len(runs) - 1:
            continue
        before = runs[at - 1][1][-1] if at else None
        after = runs[at + 1][1][0]
        wanted = not (isinstance(before, Paragraph | None) and isinstance(after, Paragraph))
        found += [block.spot for block in group][wanted:]
    return found if len(found) >= _FEWEST_BLANKS else []


def _is_blank(block: Block) -> bool:
    return (
        isinstance(block, Paragraph)
        and block.is_blank
        and not block.takes_room
        and block.spot.part is Part.PARAGRAPH
    )


def _without_text(note: WordNote) -> list[Spot]:
    """A note with pictures of its pages, or with nothing that is or was text."""
    has_text = any(each.text.strip() for each in paragraphs(note.blocks))
    return [] if has_text or note.left or note.notes else [Spot(Part.MARGIN)]
