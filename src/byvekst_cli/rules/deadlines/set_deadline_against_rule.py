"""DLN008: a deadline set for one meeting is later than the mandate's rule gives."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.meetings import is_ordinary, too_late
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting, MeetingDeadlines
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN008", about=Meeting, severity=Severity.WARNING)
def set_deadline_against_rule(meeting: Record[Meeting], area: Area) -> Problems:
    """An earlier date than the rule's is a choice; a later one is often left from before a move."""
    deadlines = meeting.model.deadlines
    if deadlines is None or not is_ordinary(meeting.model):
        return
    for kind in DeadlineKind:
        field = kind.name.lower()
        day = getattr(deadlines, field) if field in MeetingDeadlines.model_fields else None
        if not isinstance(day, When):
            continue
        for last, found in too_late(area, meeting.model, kind, day.first):
            facts = {"field": kind.value, "day": day, "last": last}
            clue = Clue(found.record.at("deadlines", found.index), "the-rule-here")
            yield Problem(meeting.at("deadlines", field), facts, (clue,))
