"""FIG004: a note asks for a fact that is registered as unknown."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Fact
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.prose.slots import asked
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG004", about=Paper, severity=Severity.WARNING)
def slot_unknown(note: Record[Paper], area: Area) -> Problems:
    """The document would say «ukjent» in the middle of a sentence."""
    for each in asked(note, area):
        if isinstance(each.answer, Fact) and isinstance(each.answer.value, Unknown):
            yield Problem(each.place, {"slot": each.asks})
