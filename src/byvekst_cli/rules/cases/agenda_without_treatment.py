"""CAS004: a case was on the agenda of a meeting that was held, and the case does not know of it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.rules.rule import Problems, rule


@rule("CAS004", about=Meeting, severity=Severity.WARNING)
def agenda_without_treatment(meeting: Record[Meeting], area: Area) -> Problems:
    if meeting.model.state is not MeetingState.HELD:
        return
    for index, item in enumerate(meeting.model.agenda):
        for record in area.named(item.case or ""):
            if isinstance(record.model, Case) and not record.model.was_in(meeting.id):
                facts = {"case": record.id, "meeting": meeting.id}
                clue = Clue(record.at("id"), "the-case-here")
                yield Problem(meeting.at("agenda", index, "case", on=On.VALUE), facts, (clue,))
