"""What is to be done next with a case, and who has it."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies
from byvekst_cli.governance.consensus import family
from byvekst_cli.governance.shown import is_with_the_parties
from byvekst_cli.governance.story import Event, Story
from byvekst_cli.governance.way import DECIDED, Way
from byvekst_cli.model.case import CaseState
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.model.mandate import TaskPart
from byvekst_cli.model.meeting import MeetingState
from byvekst_cli.model.treatment import Handling

SECRETARIAT: Final = "sekretariat"
_ASSURES: Final = "kvalitetssikring"


class Act(Enum):
    """What is to be done."""

    ENTER = "enter"
    WRITE = "write"
    ASSURE = "assure"
    PLACE = "place"
    SEND = "send"
    TREAT = "treat"
    REGISTER = "register"
    LOCAL = "local"
    RESUME = "resume"
    FOLLOW_UP = "follow-up"


@dataclass(frozen=True, slots=True)
class Next:
    """The next step, who has it (bodies or organisations, none where it is not known), and for which stop.

    `rows` are the tasks to follow up.
    """

    act: Act
    doers: tuple[str, ...] = ()
    event: Event | None = None
    rows: tuple[FollowUp, ...] = ()


_BEFORE: Final = {
    CaseState.REPORTED: Act.ENTER,
    CaseState.PLANNED: Act.WRITE,
    CaseState.DRAFT: Act.ASSURE,
}


def next_step(story: Story, way: Way) -> Next | None:
    """None where nothing more is to be done, as far as the files know."""
    case, secretariat = story.case, secretariats(story.area, story.case.agreement)
    if case.state in (CaseState.WITHDRAWN, CaseState.FOLLOWED_UP):
        return None
    untold = _untold(story)
    if untold is not None:
        return Next(Act.REGISTER, secretariat, untold)
    event = next(iter(story.ahead), None)
    if case.state in _BEFORE:
        return Next(_BEFORE[case.state], _preparing(story, secretariat), event)
    if case.state in DECIDED:
        return _after(story, way, event)
    if case.state is not CaseState.POSTPONED and is_with_the_parties(story):
        return _with_the_parties(way)
    if event is None:
        return Next(Act.RESUME if case.state is CaseState.POSTPONED else Act.PLACE, secretariat)
    if case.state is CaseState.SENT or _is_sent(event):
        return Next(Act.TREAT, (event.body,), event)
    return Next(Act.SEND, secretariat, event)


def _untold(story: Story) -> Event | None:
    """The last treatment that is over, where a meeting is to have decided and nothing is registered."""
    last = story.past[-1] if story.past else None
    if last is None or last.meeting is None or last.is_told:
        return None
    asked = last.handling in (Handling.DECISION, Handling.RECOMMENDATION)
    return last if asked or last.meeting.model.state is MeetingState.PLANNED else None


def _preparing(story: Story, secretariat: tuple[str, ...]) -> tuple[str, ...]:
    case, area = story.case, story.area
    if case.state is CaseState.PLANNED:
        return (case.sender,) if isinstance(case.sender, str) else secretariat
    if case.state is CaseState.DRAFT:
        found = [
            body.id
            for body in bodies(area)
            if any(
                task.casefold() == _ASSURES and part is TaskPart.DECIDES for task, part in body.tasks.items()
            )
        ]
        return tuple(found) or secretariat
    return secretariat


def _after(story: Story, way: Way, event: Event | None) -> Next | None:
    """What a decision leaves to be done."""
    rows = tuple(row.model for row in story.rows if not row.model.is_closed)
    if event is not None:
        return Next(Act.TREAT, (event.body,), event)
    if any(stop.body is None for stop in way.ahead):
        return _with_the_parties(way)
    doers = (row.owner if isinstance(row.owner, str) else row.body for row in rows)
    names = tuple(dict.fromkeys(doer for doer in doers if doer))
    return Next(Act.FOLLOW_UP, names, None, rows) if rows else None


def _with_the_parties(way: Way) -> Next:
    waiting = next((stop.missing for stop in way.ahead if stop.body is None), ())
    return Next(Act.LOCAL, waiting)


def _is_sent(event: Event) -> bool:
    sent = event.meeting.model.sent if event.meeting else None
    return sent is not None and sent.papers is not None


def secretariats(area: Area, agreement: str | None) -> tuple[str, ...]:
    """Those of the agreement; all of them where none is, or where no agreement is named."""
    there = [body for body in bodies(area) if body.role.casefold() == SECRETARIAT]
    kin = family(area, agreement) if agreement else frozenset()
    own = tuple(body.id for body in there if (body.agreement or "").casefold() in kin)
    return own or tuple(body.id for body in there)
