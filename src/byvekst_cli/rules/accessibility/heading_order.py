"""ACC001: headings skip a level, or a note has two titles or none before its first heading."""

from itertools import pairwise

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity, Term
from byvekst_cli.model.note_text import TextBlock
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.passages import headings
from byvekst_cli.rules.rule import Problems, rule


@rule("ACC001", about=Paper, severity=Severity.WARNING)
def heading_order(note: Record[Paper], area: Area) -> Problems:
    """The front matter has the title too, so a note without any heading is no fault."""
    found = list(headings(area.text_of(note)))
    for block in found[:1]:
        if block.level != 1:
            yield _problem(note, block, "heading-first", 1)
    for block in found[1:]:
        if block.level == 1:
            yield _problem(note, block, "heading-second-title", 2)
    for above, block in pairwise(found):
        if block.level > above.level + 1:
            yield _problem(note, block, "heading-skips", above.level + 1)


def _problem(note: Record[Paper], block: TextBlock, reason: str, level: int) -> Problem:
    text = " ".join(block.text.split())
    place = Place(note.path, stretch=(block.start, block.start + len(block.text.rstrip())))
    return Problem(place, {"heading": text, "reason": Term(reason), "level": block.level, "wanted": level})
