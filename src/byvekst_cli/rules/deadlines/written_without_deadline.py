"""DLN009: a case is decided in writing, and nothing says by when to answer."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.meeting import Meeting, MeetingForm
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN009", about=Meeting, severity=Severity.WARNING)
def written_without_deadline(meeting: Record[Meeting], area: Area) -> Problems:
    model = meeting.model
    if model.form is MeetingForm.WRITTEN and model.written is None and model.takes_place:
        yield Problem(meeting.at("form"), {"meeting": meeting.id})
