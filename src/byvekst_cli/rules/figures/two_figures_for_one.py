"""FIG008: one note gives two figures for the same thing."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.agreeing import contradictions
from byvekst_cli.prose.said import said
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG008", about=Paper, severity=Severity.WARNING)
def two_figures_for_one(note: Record[Paper], area: Area) -> Problems:
    """15,6 and 15,65 are one figure; 15,6 and 15,4 are two."""
    for first, other in contradictions(said(area.text_of(note), area)):
        what = Term(f"said-{other.what}")
        facts = {"project": other.project, "what": what, "words": other.words, "before": first.words}
        clue = Clue(Place(note.path, stretch=(first.start, first.end)), "first-here")
        yield Problem(Place(note.path, stretch=(other.start, other.end)), facts, (clue,))
