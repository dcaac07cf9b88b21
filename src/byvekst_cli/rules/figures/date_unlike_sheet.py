"""FIG006: a note gives a milestone another time than the project's sheet."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.portfolio.stated import date_of, sheet_of
from byvekst_cli.prose.said import said
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG006", about=Paper, severity=Severity.WARNING)
def date_unlike_sheet(note: Record[Paper], area: Area) -> Problems:
    """A month agrees with its year: only times without a day in common differ."""
    for each in said(area.text_of(note), area):
        sheet = sheet_of(area, each.project)
        known = date_of(sheet, each.what) if sheet and each.when else None
        if known is None or each.when is None or known[0].overlaps(each.when):
            continue
        what = Term(f"said-{each.what}")
        facts = {"project": each.project, "what": what, "words": each.words, "known": known[0]}
        place = Place(note.path, stretch=(each.start, each.end))
        yield Problem(place, facts, (Clue(known[1], "the-figure-here"),))
