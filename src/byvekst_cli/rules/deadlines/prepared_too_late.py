"""DLN005: a preparing body treats a case later before the next body than its own rule."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.due import BodyRule
from byvekst_cli.deadlines.meetings import dues_by_rule, is_ordinary, meetings_of, too_late
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN005", about=Meeting, severity=Severity.WARNING)
def prepared_too_late(meeting: Record[Meeting], area: Area) -> Problems:
    """Looks at cases that are on both agendas, and at the first meeting that had the case."""
    if not is_ordinary(meeting.model):
        return
    for _, found in dues_by_rule(area, meeting.model, DeadlineKind.MEETING):
        for case in dict.fromkeys(item.case for item in meeting.model.agenda if item.case):
            first = _first(case, found, meeting, area)
            if first is not None:
                yield from _late(case, first, meeting, area)


def _first(case: str, found: BodyRule, meeting: Record[Meeting], area: Area) -> Record[Meeting] | None:
    before = (
        other
        for other in meetings_of(area, found.record.id)
        if other.model.dated.is_before(meeting.model.dated)
    )
    return next((other for other in before if other.model.has_case(case)), None)


def _late(case: str, first: Record[Meeting], meeting: Record[Meeting], area: Area) -> Problems:
    met = first.model.dated
    for last, found in too_late(area, meeting.model, DeadlineKind.MEETING, met.first):
        if found.record.id.casefold() == first.model.body.casefold():
            facts = {"case": case, "body": found.record.id, "met": met, "last": last}
            clues = (
                Clue(meeting.at("dated"), "the-meeting-here"),
                Clue(found.record.at("deadlines", found.index), "the-rule-here"),
            )
            yield Problem(first.at("dated"), facts, clues)
