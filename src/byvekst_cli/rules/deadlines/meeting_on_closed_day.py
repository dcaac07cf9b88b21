"""DLN004: a meeting is set for a Saturday, a Sunday, a holiday or a day when the area is closed."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.calendar import calendar_of
from byvekst_cli.deadlines.meetings import day_of
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.closed_days import ClosedDay
from byvekst_cli.model.meeting import Meeting, MeetingForm
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN004", about=Meeting, severity=Severity.WARNING)
def meeting_on_closed_day(meeting: Record[Meeting], area: Area) -> Problems:
    """A decision in writing has no meeting day."""
    day = day_of(meeting.model)
    if day is None or not meeting.model.takes_place or meeting.model.form is MeetingForm.WRITTEN:
        return
    calendar = calendar_of(area)
    if calendar.is_closed(day):
        names = ", ".join(_name(closed, area) for closed in calendar.named(day))
        weekday = Term("a-saturday") if day.weekday() == 5 else Term("a-sunday")
        yield Problem(meeting.at("dated"), {"day": meeting.model.dated, "name": names or weekday})


def _name(closed: ClosedDay, area: Area) -> str:
    """In the area's own standard, for a name is the area's word, as it stands in its documents."""
    names = {str(language): name for language, name in closed.names.items()}
    return names.get(area.language or "") or next(iter(names.values()))
