"""DLN001: the agenda or the papers went out later than the body's own rule."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.meetings import is_ordinary, too_late
from byvekst_cli.finding import Clue, Problem, Severity, Term
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.rules.rule import Problems, rule

_SENT = ((DeadlineKind.AGENDA, "final_list"), (DeadlineKind.DISPATCH, "papers"))


@rule("DLN001", about=Meeting, severity=Severity.WARNING)
def papers_sent_late(meeting: Record[Meeting], area: Area) -> Problems:
    """What is sent afterwards, and says so with a reason, is another matter."""
    if meeting.model.sent is None or not is_ordinary(meeting.model):
        return
    for kind, field in _SENT:
        sent = getattr(meeting.model.sent, field)
        if sent is None:
            continue
        for last, found in too_late(area, meeting.model, kind, sent.first):
            facts = {"what": Term(f"sent-{kind.name.lower()}"), "sent": sent, "last": last}
            clue = Clue(found.record.at("deadlines", found.index), "the-rule-here")
            yield Problem(meeting.at("sent", field), facts, (clue,))
