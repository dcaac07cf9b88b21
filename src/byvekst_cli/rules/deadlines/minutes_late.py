"""DLN006: the minutes are dated later after the meeting than the body's own rule."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.meetings import too_late
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting, MinutesState
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule

_FIRST = (MinutesState.DRAFT, MinutesState.FOR_REMARKS)
"""Later states have a later date, which says nothing of when the minutes first went out."""


@rule("DLN006", about=Meeting, severity=Severity.WARNING)
def minutes_late(meeting: Record[Meeting], area: Area) -> Problems:
    minutes = meeting.model.minutes
    if minutes is None or minutes.state not in _FIRST or not isinstance(minutes.dated, When):
        return
    for last, found in too_late(area, meeting.model, DeadlineKind.MINUTES, minutes.dated.first):
        clue = Clue(found.record.at("deadlines", found.index), "the-rule-here")
        yield Problem(meeting.at("minutes", "dated"), {"dated": minutes.dated, "last": last}, (clue,))
