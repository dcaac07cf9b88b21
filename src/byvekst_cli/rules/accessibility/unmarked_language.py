"""ACC005: a passage is in another language than the note, and does not say so."""

from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.wording import Markers
from byvekst_cli.prose.passages import language_of
from byvekst_cli.prose.standard import unmarked_passages
from byvekst_cli.rules.rule import Problems, rule

_SHOWN: Final = 6


@rule("ACC005", about=Paper, severity=Severity.ADVICE)
def unmarked_language(note: Record[Paper], area: Area) -> Problems:
    """Only passages of some length, and nearly all of them in the other language."""
    own = language_of(note, area)
    if own is None:
        return
    markers = {id: frozenset(each.words) for id, each in area.all_of(Markers).items() if each.off is None}
    for block, spoken in unmarked_passages(area.text_of(note), own, markers):
        begins = " ".join(block.text.split()[:_SHOWN])
        place = Place(note.path, stretch=(block.start, block.start + len(block.text.rstrip())))
        facts = {"begins": begins, "spoken": Term(f"language-{spoken}")}
        yield Problem(place, facts)
