"""DLN007: a case was coordinated before all parties had treated it themselves."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.people import local_parties, without_local_treatment
from byvekst_cli.finding import Clue, Hint, On, Problem, Severity
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN007", about=Meeting, severity=Severity.WARNING)
def no_local_treatment_before_coordination(meeting: Record[Meeting], area: Area) -> Problems:
    """Programmes, annual budgets and annual accounts, in meetings that were held."""
    if meeting.model.state is not MeetingState.HELD:
        return
    for index, item in enumerate(meeting.model.agenda):
        for record in area.named(item.case or ""):
            case = record.model
            if not item.coordination or not isinstance(case, Case) or not case.kind.is_treated_locally:
                continue
            parties = local_parties(area, case, meeting.model.body, meeting.model.dated.first)
            lacking = without_local_treatment(case, parties, meeting.model.dated.last)
            for party in lacking:
                facts = {"case": record.id, "party": party, "name": Hint(area.name_of(party))}
                clue = Clue(record.at("local", on=On.KEY), "local-treatment-here")
                clues = (clue,) if case.local else ()
                yield Problem(meeting.at("agenda", index, "coordination"), facts, clues)
