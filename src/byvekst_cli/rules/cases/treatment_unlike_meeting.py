"""CAS003: a treatment names a meeting, but another body or another day than that meeting's."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.treatment import Treatment
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@rule("CAS003", about=Case, severity=Severity.ERROR)
def treatment_unlike_meeting(case: Record[Case], area: Area) -> Problems:
    for index, treatment in enumerate(case.model.treatments):
        for record in area.named(treatment.meeting or ""):
            if isinstance(record.model, Meeting) and (field := _differs(treatment, record.model)):
                facts = {
                    "here": getattr(treatment, field),
                    "there": getattr(record.model, field),
                    "meeting": record.id,
                }
                place = case.at("treatments", index, field)
                yield Problem(place, facts, (Clue(record.at(field), "the-meeting-here"),))


def _differs(treatment: Treatment, meeting: Meeting) -> str | None:
    """The field that disagrees, first of body and day."""
    if treatment.body.casefold() != meeting.body.casefold():
        return "body"
    when = treatment.dated
    return "dated" if isinstance(when, When) and not when.overlaps(meeting.dated) else None
