"""FIG014: figures or the proposed decision have changed since the paper went out, with no new version."""

from byvekst_cli.area import Area
from byvekst_cli.area.stamps import changed_since, is_sent_anew, place_of
from byvekst_cli.finding import Clue, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.stamp import StampKind
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG014", about=Area, severity=Severity.ERROR)
def changed_after_dispatch(area: Area) -> Problems:
    """Sheets live on after they were sent; a paper does not."""
    for each in changed_since(area, StampKind.SENT):
        if isinstance(each.record.model, Paper) and not is_sent_anew(each, area):
            what = Term(each.what)
            clue = Clue(each.stamps.at("stamps", each.position, "dated"), "the-stamp-here")
            yield Problem(place_of(each.record), {"what": what, "date": each.stamp.dated}, (clue,))
