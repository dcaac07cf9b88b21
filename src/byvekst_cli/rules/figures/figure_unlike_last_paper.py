"""FIG007: a figure has changed since the last note of the same case, and the note does not say so."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.papers import paper_before
from byvekst_cli.finding import Clue, Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.agreeing import alone, differ, names_figure
from byvekst_cli.prose.said import said
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG007", about=Paper, severity=Severity.WARNING)
def figure_unlike_last_paper(note: Record[Paper], area: Area) -> Problems:
    """Figures may change; a note that gives the old one too has said so."""
    before = paper_before(note, area)
    if before is None:
        return
    text = area.text_of(note)
    now, then = alone(said(text, area)), alone(said(area.text_of(before), area))
    for key, each in now.items():
        old = then.get(key)
        if old is None or not differ(each, old) or names_figure(text, old):
            continue
        what = Term(f"said-{each.what}")
        facts = {"project": each.project, "what": what, "words": each.words, "before": old.words}
        clue = Clue(Place(before.path, stretch=(old.start, old.end)), "the-figure-before")
        yield Problem(Place(note.path, stretch=(each.start, each.end)), facts, (clue,))
