"""GOV013: a position is cited from minutes that are not approved."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Place, Problem, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting, MinutesState
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule

_UNFINISHED = (MinutesState.DRAFT, MinutesState.FOR_REMARKS, MinutesState.REVISED)


@rule("GOV013", about=Sheet, severity=Severity.WARNING)
def unapproved_minutes_cited(record: Record[Sheet], area: Area) -> Problems:
    """A meeting without word of its minutes is not judged."""
    for id, place in _cited(record):
        for found in area.named(id):
            meeting = found.model
            if isinstance(meeting, Meeting) and meeting.minutes and meeting.minutes.state in _UNFINISHED:
                clue = Clue(found.at("minutes", on=On.KEY), "the-minutes-here")
                yield Problem(place, {"meeting": id, "state": meeting.minutes.state.value}, (clue,))


def _cited(record: Record[Sheet]) -> Iterator[tuple[str, Place]]:
    """The meetings that a note cites, or whose positions a case holds as its own."""
    sheet = record.model
    if isinstance(sheet, Paper):
        for index, id in enumerate(sheet.cites):
            yield id, record.at("cites", index)
    if isinstance(sheet, Case):
        for index, treatment in enumerate(sheet.treatments):
            if treatment.meeting and (treatment.decision or treatment.dissent):
                yield treatment.meeting, record.at("treatments", index, "meeting")
