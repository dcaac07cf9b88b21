"""FIG001: what stands between double braces does not name a fact."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Missing
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.slots import asked
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG001", about=Paper, severity=Severity.ERROR)
def slot_not_a_fact(note: Record[Paper], area: Area) -> Problems:
    """An id, a full stop and a name: nothing is worked out in a note."""
    for each in asked(note, area):
        if isinstance(each.answer, Missing) and each.answer.lacks == "form":
            yield Problem(each.place, {"slot": each.asks})
