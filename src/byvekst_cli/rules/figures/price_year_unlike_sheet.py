"""FIG017: a note gives a project's amount in another year's kroner than its sheet."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.portfolio.stated import amount_of, in_another_year, sheet_of
from byvekst_cli.prose.said import said
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG017", about=Paper, severity=Severity.WARNING)
def price_year_unlike_sheet(note: Record[Paper], area: Area) -> Problems:
    """Only where the sheet has that very number, and nothing in the kroner that the note names."""
    for each in said(area.text_of(note), area):
        sheet, amount = sheet_of(area, each.project), each.amount
        if sheet is None or amount is None or amount.year is None or amount.roughly:
            continue
        if amount_of(area, sheet, each.what, amount.year, p85=each.p85) is not None:
            continue
        known = in_another_year(sheet, each.what, amount.mnok, amount.year)
        if known is not None:
            what = Term(f"said-{each.what}")
            facts = {"project": each.project, "what": what, "words": each.words}
            years = {"said": str(amount.year), "known": str(known.year)}
            place = Place(note.path, stretch=(each.start, each.end))
            yield Problem(place, {**facts, **years}, (Clue(known.place, "the-figure-here"),))
