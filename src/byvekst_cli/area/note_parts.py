"""A note in the parts that templates know: what it tells, and where its proposed decision is."""

import sys
from collections.abc import Iterator

from byvekst_cli.area.area import Area
from byvekst_cli.area.parts import Part, parts
from byvekst_cli.area.record import Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.note_template import ABOUT, DECISION, NotePart
from byvekst_cli.model.note_text import NoteText


def parts_of(note: Record[Block], area: Area) -> tuple[Part, ...]:
    """A note in parts; headings are known in all languages, for notes quote and mix them."""
    known = {
        id: [name for names in part.headings.values() for name in names]
        for id, part in area.all_of(NotePart).items()
    }
    return parts(area.text_of(note), known)


def told_in(found: tuple[Part, ...]) -> frozenset[str]:
    """The parts of a template that a note has."""
    opening = found[:1] if found and found[0].lines and not found[0].ids else ()
    return frozenset(id for part in found for id in part.ids) | {ABOUT for _ in opening}


def is_begun(found: tuple[Part, ...]) -> bool:
    """Whether anything stands under any heading; a note that nobody has begun is not judged."""
    return any(part.lines for part in found)


def decision_part(found: tuple[Part, ...]) -> Part | None:
    """The part with the proposed decision: the last that has any text, or else the last."""
    proposed = [part for part in found if DECISION in part.ids]
    told = [part for part in proposed if part.lines] or proposed
    return told[-1] if told else None


def proposals(note: Record[Block], area: Area) -> Iterator[str]:
    """All that stands under headings of a proposed decision, to the next heading as high.

    Tables and facts that are put in count too, and so does each of several proposals.
    """
    found, level = parts_of(note, area), 0
    for at, part in enumerate(found):
        if level == 0 or part.level <= level:
            level = part.level if DECISION in part.ids else 0
        if level:
            end = found[at + 1].start if at + 1 < len(found) else sys.maxsize
            yield from (line.text for line in part.lines)
            yield from _cells_and_slots(area.text_of(note), range(part.start, end))


def _cells_and_slots(note: NoteText, within: range) -> Iterator[str]:
    """What the lines of a part do not have."""
    for block in note.blocks:
        if block.start in within:
            yield from (cell.text for row in block.rows for cell in row)
        yield from (slot.asks for slot in block.slots if slot.start in within)
