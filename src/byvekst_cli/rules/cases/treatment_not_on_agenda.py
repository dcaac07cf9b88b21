"""CAS002: a case was treated in a meeting whose agenda does not have it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.rules.rule import Problems, rule


@rule("CAS002", about=Case, severity=Severity.WARNING)
def treatment_not_on_agenda(case: Record[Case], area: Area) -> Problems:
    """A meeting without any agenda is one whose agenda is not known."""
    for index, treatment in enumerate(case.model.treatments):
        for record in area.named(treatment.meeting or ""):
            meeting = record.model
            if isinstance(meeting, Meeting) and meeting.agenda and not meeting.has_case(case.id):
                clue = Clue(record.at("agenda", on=On.KEY), "agenda-here")
                facts = {"case": case.id, "meeting": record.id}
                yield Problem(case.at("treatments", index, "meeting"), facts, (clue,))
