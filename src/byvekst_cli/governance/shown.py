"""How far a case has come by what its files show, and where the state that is written contradicts them."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.local import missing, tracker
from byvekst_cli.governance.story import DECIDING, Event, Story
from byvekst_cli.model.case import CaseState
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.model.when import When

ADMINISTRATIVE: Final = frozenset({"koordineringsgruppe", "arbeidsutvalg"})
"""Roles of the bodies that treat a case before the politicians do."""
_BEFOREHAND: Final = (CaseState.REPORTED, CaseState.PLANNED, CaseState.DRAFT, CaseState.ASSURED)
_NOT_DECISIONS: Final = (Handling.RECOMMENDATION, Handling.DISCUSSION)
_ENDED: Final = frozenset({*DECIDING, Outcome.NOTED, Outcome.REJECTED})


class Contradiction(Enum):
    """In what way the written state cannot be right, if the files are."""

    NOT_DECIDED = "not-decided"
    ALREADY_DECIDED = "already-decided"
    NOT_SENT = "not-sent"
    NOT_TREATED_LOCALLY = "not-treated-locally"
    NOT_FOLLOWED_UP = "not-followed-up"


def shown_state(story: Story) -> CaseState | None:
    """The state that the files show, or None where they show nothing.

    Follow-up that is closed comes before the parties' own treatment, that before the last result, and
    results before papers that are sent, written or only announced.
    """
    last = next((event for event in reversed(story.past) if event.is_told), None)
    decided = last is not None and last.was_decided
    if decided and story.rows and all(row.model.is_closed for row in story.rows):
        return CaseState.FOLLOWED_UP
    if story.case.local and not missing(story.area, story.case) and _is_after(story, last):
        return CaseState.LOCALLY_TREATED
    if decided and is_with_the_parties(story):
        return CaseState.SENT
    return _by_result(last, story.area) or _by_papers(story)


def _is_after(story: Story, last: Event | None) -> bool:
    """Whether no body has had the last word since the parties were done."""
    if last is None or last.when is None:
        return last is None
    days = [row.treatment.dated for row in tracker(story.area, story.case) if row.treatment]
    return any(isinstance(day, When) and last.when.is_before(day) for day in days)


def is_with_the_parties(story: Story) -> bool:
    """Whether their own treatment has begun or has a deadline, and is not done."""
    case = story.case
    return bool(case.local or case.local_by) and bool(missing(story.area, case))


def _by_result(last: Event | None, area: Area) -> CaseState | None:
    if last is None:
        return None
    body = area.one(Mandate, last.body)
    if body is not None and body.role in ADMINISTRATIVE and last.handling is Handling.RECOMMENDATION:
        return CaseState.ADMINISTRATION if last.outcome in _ENDED else None
    ways = {Outcome.POSTPONED: CaseState.POSTPONED, Outcome.WITHDRAWN: CaseState.WITHDRAWN}
    if isinstance(last.outcome, Outcome) and last.outcome in ways:
        return ways[last.outcome]
    return CaseState.DECIDED if last.was_decided else None


def _by_papers(story: Story) -> CaseState | None:
    if any(_has_papers(event, story.case.id) for event in story.ahead):
        return CaseState.SENT
    if story.case.id.casefold() in _written(story.area):
        return CaseState.DRAFT
    if story.ahead:
        return CaseState.PLANNED
    return CaseState.REPORTED if story.case.reported else None


@lru_cache(maxsize=1)
def _written(area: Area) -> frozenset[str]:
    """The cases that have notes, in lower case."""
    return frozenset(record.model.case.casefold() for record in area.of(Paper))


def _has_papers(event: Event, case: str) -> bool:
    if event.meeting is None:
        return False
    meeting = event.meeting.model
    sent = meeting.sent is not None and (meeting.sent.papers or meeting.sent.call)
    late = any((each.case or "").casefold() == case.casefold() for each in meeting.late)
    return bool(sent) or late or bool(meeting.written and meeting.written.sent)


def contradictions(story: Story) -> Iterator[Contradiction]:
    """Only what is surely so: nothing is said of what is unknown, or could stand in a file that is broken."""
    if not {"meeting", "case"} & story.area.unread.some:
        state = story.case.state
        if state is CaseState.DECIDED and not _may_be_decided(story):
            yield Contradiction.NOT_DECIDED
        if state in _BEFOREHAND and story.events and story.events[-1].was_decided:
            yield Contradiction.ALREADY_DECIDED
        if state is CaseState.SENT and not _may_be_sent(story):
            yield Contradiction.NOT_SENT
        if state is CaseState.LOCALLY_TREATED and not story.case.local:
            yield Contradiction.NOT_TREATED_LOCALLY
        if state is CaseState.FOLLOWED_UP and open_rows(story):
            yield Contradiction.NOT_FOLLOWED_UP


def open_rows(story: Story) -> tuple[FollowUp, ...]:
    """The tasks of a case that are known to be undone."""
    return tuple(row.model for row in story.rows if row.model.is_open)


def _may_be_decided(story: Story) -> bool:
    """Whether a result, or a treatment that nothing is said of, or a party's own, can be the decision."""
    return bool(story.case.local) or any(_may_decide(event) for event in story.events)


def _may_decide(event: Event) -> bool:
    """A meeting that is planned has decided nothing; one that is held and says nothing may have."""
    if event.handling in _NOT_DECISIONS:
        return False
    outcome = event.outcome
    if outcome is None and event.handling not in (Handling.DECISION, None, UNKNOWN):
        return False
    if outcome is None and not event.decision:
        return event.meeting is None or event.meeting.model.state is MeetingState.HELD
    return outcome in _ENDED or outcome is None or outcome is UNKNOWN


def _may_be_sent(story: Story) -> bool:
    """Whether it has been anywhere, is with the parties, or may be among papers nobody keeps account of."""
    case = story.case
    if case.local or case.local_by or case.points or story.past:
        return True
    if any(_has_papers(event, case.id) for event in story.ahead):
        return True
    return bool(story.ahead) and not _keeps_account(story.area)


@lru_cache(maxsize=1)
def _keeps_account(area: Area) -> bool:
    """Whether the area enters in its meetings when papers were sent."""
    return any(record.model.sent is not None and record.model.sent.papers for record in area.of(Meeting))
