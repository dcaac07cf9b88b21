"""FIG005: a note gives a project another amount than its sheet or the programme in force."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Hint, Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.portfolio.stated import amount_of, sheet_of
from byvekst_cli.prose.said import said
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG005", about=Paper, severity=Severity.WARNING)
def amount_unlike_sheet(note: Record[Paper], area: Area) -> Problems:
    """Rounding is no difference, and amounts in other years' kroner are not compared."""
    for each in said(area.text_of(note), area):
        sheet = sheet_of(area, each.project)
        if each.amount is None or sheet is None:
            continue
        known = amount_of(area, sheet, each.what, each.amount.year, p85=each.p85)
        if known is None or any(each.amount.fits(amount) for amount in (known.mnok, *known.also)):
            continue
        facts = {
            "project": each.project,
            "what": Term(f"said-{each.what}"),
            "words": each.words,
            "known": known.mnok,
            "year": Hint(None if known.year.is_unknown else str(known.year)),
        }
        place = Place(note.path, stretch=(each.start, each.end))
        yield Problem(place, facts, (Clue(known.place, "the-figure-here"),))
