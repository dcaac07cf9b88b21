"""FIG003: a note asks a record for a fact that it does not have."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Missing
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.slots import asked
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG003", about=Paper, severity=Severity.ERROR)
def slot_without_fact(note: Record[Paper], area: Area) -> Problems:
    for each in asked(note, area):
        answer = each.answer
        if isinstance(answer, Missing) and answer.lacks == "fact":
            facts = {"id": answer.record, "fact": answer.name, "near": Hint(answer.near)}
            yield Problem(each.place, facts)
