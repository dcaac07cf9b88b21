"""FIG013: figures or the proposed decision have changed since the quality assurance."""

from byvekst_cli.area import Area
from byvekst_cli.area.stamps import changed_since, place_of
from byvekst_cli.finding import Clue, Problem, Severity, Term
from byvekst_cli.model.stamp import StampKind
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG013", about=Area, severity=Severity.WARNING)
def changed_after_assurance(area: Area) -> Problems:
    for each in changed_since(area, StampKind.ASSURED):
        what = Term(each.what)
        facts = {"what": what, "role": each.stamp.by, "date": each.stamp.dated}
        clue = Clue(each.stamps.at("stamps", each.position, "dated"), "the-stamp-here")
        yield Problem(place_of(each.record), facts, (clue,))
