"""DLN002: the call went out with shorter notice than the body's own rule."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.meetings import is_ordinary, too_late
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN002", about=Meeting, severity=Severity.WARNING)
def short_notice(meeting: Record[Meeting], area: Area) -> Problems:
    """Only where a mandate has a rule: how long a notice is enough is each area's own matter."""
    sent = meeting.model.sent.call if meeting.model.sent else None
    if sent is None or not is_ordinary(meeting.model):
        return
    for last, found in too_late(area, meeting.model, DeadlineKind.CALL, sent.first):
        facts = {"sent": sent, "last": last, "meeting": meeting.model.dated}
        clue = Clue(found.record.at("deadlines", found.index), "the-rule-here")
        yield Problem(meeting.at("sent", "call"), facts, (clue,))
