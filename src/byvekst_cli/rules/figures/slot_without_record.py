"""FIG002: a note asks for a fact of something that is not there."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Missing
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.text import file_stem
from byvekst_cli.prose.slots import asked
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG002", about=Paper, severity=Severity.ERROR)
def slot_without_record(note: Record[Paper], area: Area) -> Problems:
    """Silent about what may stand in a file that could not be read."""
    for each in asked(note, area):
        answer = each.answer
        if not isinstance(answer, Missing) or answer.lacks != "record":
            continue
        if area.unread.ids.isdisjoint({answer.name.casefold(), file_stem(answer.name)}):
            yield Problem(each.place, {"id": answer.name, "near": Hint(answer.near)})
