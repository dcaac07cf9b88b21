"""DLN003: the first version of a note is dated after the last day for handing in papers."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.meetings import is_ordinary, too_late
from byvekst_cli.deadlines.of_cases import first_version
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting, NoPaper
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule


@rule("DLN003", about=Paper, severity=Severity.WARNING)
def paper_after_deadline(paper: Record[Paper], area: Area) -> Problems:
    """A paper that was sent afterwards, and is registered so, passes."""
    meeting, written = area.one(Meeting, paper.model.meeting), first_version(paper.model)
    if meeting is None or written is None or not is_ordinary(meeting):
        return
    if _is_sent_after(paper.model.case.casefold(), meeting):
        return
    index = [version.dated for version in paper.model.versions].index(written)
    for last, found in too_late(area, meeting, DeadlineKind.SUBMISSION, written.first):
        clue = Clue(found.record.at("deadlines", found.index), "the-rule-here")
        yield Problem(paper.at("versions", index, "dated"), {"written": written, "last": last}, (clue,))


def _is_sent_after(case: str, meeting: Meeting) -> bool:
    follows = (item for item in meeting.agenda if item.without_paper is NoPaper.FOLLOWS)
    known = [*(item.case for item in follows), *(late.case for late in meeting.late)]
    return case in {id.casefold() for id in known if id}
