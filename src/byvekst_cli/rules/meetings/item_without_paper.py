"""MTG001: a case is on an agenda, and no note says what the body is to decide."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule


@rule("MTG001", about=Meeting, severity=Severity.WARNING)
def item_without_paper(meeting: Record[Meeting], area: Area) -> Problems:
    """Items with a reason for having no note pass, and so do meetings that are over or will not be held."""
    if meeting.model.state is not MeetingState.PLANNED:
        return
    for index, item in enumerate(meeting.model.agenda):
        if item.case is None or item.without_paper is not None:
            continue
        if not _has_note(item.case, meeting.model.body, area):
            place = meeting.at("agenda", index, "case")
            yield Problem(place, {"case": item.case, "body": meeting.model.body})


def _has_note(case: str, body: str, area: Area) -> bool:
    """True also when a note of the case could not be read."""
    notes = (paper.model for paper in area.of(Paper) if paper.model.case.casefold() == case.casefold())
    found = any(note.body is None or note.body.casefold() == body.casefold() for note in notes)
    return found or any(id.startswith(f"{case.casefold()}/") for id in area.unread.ids)
