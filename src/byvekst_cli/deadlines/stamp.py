"""The last day that the files know something to have happened: when a calendar made of them is from."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.when import When

UNKNOWN: Final = date(2000, 1, 1)
"""For files that know of nothing; any fixed day will do."""


def last_known(area: Area) -> date:
    """The latest day of a meeting held, something sent, a note's version, a case reported or treated."""
    found = [when for record in area.of(Meeting) for when in _of_meeting(record.model)]
    found += [version.dated for record in area.of(Paper) for version in record.model.versions]
    found += [when for record in area.of(Case) for when in _of_case(record.model)]
    return max((when.last for when in found if isinstance(when, When)), default=UNKNOWN)


def _of_meeting(meeting: Meeting) -> Iterator[object]:
    if meeting.state is MeetingState.HELD:
        yield meeting.dated
    if meeting.sent is not None:
        yield from (meeting.sent.preliminary_list, meeting.sent.final_list)
        yield from (meeting.sent.call, meeting.sent.papers)
    yield from (late.dated for late in meeting.late)
    if meeting.minutes is not None:
        yield meeting.minutes.dated
    if meeting.written is not None:
        yield meeting.written.sent
        yield from (answer.dated for answer in meeting.written.answers)


def _of_case(case: Case) -> Iterator[object]:
    yield case.reported
    yield from (treatment.dated for treatment in case.treatments)
    yield from (treatment.dated for treatment in case.local)
