"""MTG002: a note names a meeting whose agenda does not have its case."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule


@rule("MTG002", about=Paper, severity=Severity.WARNING)
def note_not_on_agenda(paper: Record[Paper], area: Area) -> Problems:
    note = paper.model
    for record in area.named(note.meeting or ""):
        meeting = record.model
        if isinstance(meeting, Meeting) and not meeting.has_case(note.case):
            clue = Clue(record.at("agenda", on=On.KEY), "agenda-here")
            yield Problem(paper.at("meeting"), {"case": note.case, "meeting": record.id}, (clue,))
