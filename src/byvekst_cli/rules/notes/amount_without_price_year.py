"""NOT007: an amount in a proposed decision has no price year."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.decision import level_for_all
from byvekst_cli.prose.template import decision_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT007", about=Paper, severity=Severity.ADVICE)
def amount_without_price_year(note: Record[Paper], area: Area) -> Problems:
    """Quiet where the note says once for all of which price level its amounts are."""
    decision = decision_of(note, area)
    whole = "\n".join(block.text for block in area.text_of(note).blocks)
    if decision is None or level_for_all(whole) or level_for_all(decision.text):
        return
    bare = [point for point in decision.points if point.amounts and not point.has_price_level]
    if bare:
        amounts = ", ".join(dict.fromkeys(amount for point in bare for amount in point.amounts))
        yield Problem(Place(note.path, stretch=(bare[0].start, bare[0].end)), {"amounts": Hint(amounts)})
