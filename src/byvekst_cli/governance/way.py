"""The bodies that a case has passed and has ahead: by its file, the agendas, then the mandates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import chain
from byvekst_cli.governance.consensus import family
from byvekst_cli.governance.local import missing, tracker
from byvekst_cli.governance.story import Event, Story
from byvekst_cli.governance.tasks import Step, asks_the_councils, councils, matrix, path
from byvekst_cli.model.case import Case, CaseKind, CaseState
from byvekst_cli.model.mandate import DeadlineKind, Mandate, TaskPart
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.model.vocabulary import COUNCIL
from byvekst_cli.model.when import When

SAMORDNING: Final = "samordning"
DECIDED: Final = (CaseState.DECIDED, CaseState.LOCALLY_TREATED, CaseState.FOLLOWED_UP, CaseState.WITHDRAWN)
"""States after which mandates say nothing of where a case goes."""
_TASKS: Final = {
    CaseKind.PROGRAMME: "handlingsprogram",
    CaseKind.BUDGET: "årsbudsjett",
    CaseKind.ACCOUNTS: "økonomisk-årsrapport",
    CaseKind.DEVIATION: "avvik",
    CaseKind.REALLOCATION: "omdisponering",
    CaseKind.GOALS: "målevaluering",
    CaseKind.AGREEMENT: "reforhandling",
}
"""The task of the catalogue that a kind of case is surely about."""
_TREATS: Final = (TaskPart.RECOMMENDS, TaskPart.DECIDES)
_COUNTS: Final = (Handling.DECISION, Handling.RECOMMENDATION, UNKNOWN, None)
"""What a body must have been asked for, if it is to be passed."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A body on the way; None is the parties' own councils, with those that are done and those that are not.

    `event` is None where only a mandate says that the case comes there, and `task` is then what for.
    """

    body: str | None
    event: Event | None = None
    task: str | None = None
    done: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """The stops in order."""

    passed: tuple[Stop, ...]
    ahead: tuple[Stop, ...]


def way(story: Story) -> Way:
    """Where a case has been and is going, as far as that can be told on the day."""
    passed = [Stop(event.body, event) for event in story.past]
    councils = _councils(story)
    if councils is not None and not councils.missing:
        passed.insert(_after_the_councils(story), councils)
    if story.case.state in DECIDED:
        ahead = [Stop(event.body, event) for event in story.ahead]
        waits = story.case.state is CaseState.DECIDED and councils is not None and councils.missing
        return Way(tuple(passed), tuple([councils, *ahead] if waits and councils else ahead))
    return Way(tuple(passed), tuple(_arranged(story, _usual(story, councils))))


def _after_the_councils(story: Story) -> int:
    """The number of the first treatment that came after the last of the parties' own."""
    days = [each.dated.last for each in story.case.local if isinstance(each.dated, When)]
    later = (n for n, event in enumerate(story.past) if days and event.when and event.when.first > max(days))
    return next(later, len(story.past))


def _councils(story: Story) -> Stop | None:
    """The parties' own treatment, where it has begun or has a deadline."""
    case = story.case
    if not (case.local or case.local_by):
        return None
    waiting = tuple(row.organisation for row in missing(story.area, case))
    done = tuple(row.organisation for row in tracker(story.area, case) if row.organisation not in waiting)
    return Stop(None, done=done, missing=waiting)


def _arranged(story: Story, stops: list[Stop]) -> Iterator[Stop]:
    """The usual stops, with the meetings that are planned put where they belong."""
    decides = False
    for event in story.ahead:
        at = next((n for n, stop in enumerate(stops) if _same(stop.body, event.body)), None)
        if at is not None:
            yield from stops[:at]
            decides = event.handling is Handling.DECISION
            task = stops[at].task
            yield replace(stops[at], event=event)
            stops = [each for each in stops[at + 1 :] if not (decides and _is_alternative(each, task))]
        else:
            yield Stop(event.body, event)
    yield from stops


def _is_alternative(stop: Stop, task: str | None) -> bool:
    """Whether it would decide again what a body below is asked to decide by its own authority."""
    return stop.body is not None and stop.task == task and task in ("omdisponering", "avvik")


def _usual(story: Story, councils: Stop | None) -> list[Stop]:
    """What is left of the way that the mandates give, or the body above the one that only recommended."""
    stops = list(_by_mandates(story.area, story.case))
    if councils is not None:
        stops = [councils if stop.body is None else stop for stop in stops]
        stops = stops if councils in stops else [*stops, councils]
    return stops[_begins(story, stops, councils) :] or _above(story)


def _begins(story: Story, stops: list[Stop], councils: Stop | None) -> int:
    """The number of the first stop that is ahead.

    Treatments pass the stops one by one, but not the councils as long as a party is not done.
    """
    wall = next((n for n, stop in enumerate(stops) if stop.body is None), len(stops))
    if councils is not None and not councils.missing:
        start, wall = wall + 1, len(stops)
    else:
        start = wall if councils is not None and councils.done else 0
    for event in story.past:
        if event.handling in _COUNTS and event.outcome is not Outcome.POSTPONED:
            end = len(stops) if event.item and event.item.coordination else wall
            at = (n for n in range(start, end) if _same(stops[n].body, event.body))
            start = next(at, start - 1) + 1
    return start


def _above(story: Story) -> list[Stop]:
    last = story.past[-1] if story.past else None
    body = story.area.one(Mandate, last.body) if last else None
    if last is None or body is None or last.handling is not Handling.RECOMMENDATION:
        return []
    return [Stop(above.id) for above in chain(story.area, body)[:1]]


def _by_mandates(area: Area, case: Case) -> Iterator[Stop]:
    """The bodies that recommend and decide, each once in a row, and the councils where the task asks them."""
    task = _TASKS.get(case.kind)
    stops = list(_stops_of(area, task, case.agreement)) if task else []
    if any(stop.body is None for stop in stops):
        stops = list(_coordinated(area, case.agreement, _councils_last(area, stops)))
    before: str | None = ""
    for stop in stops:
        if stop.body != before:
            yield stop
        before = stop.body


def _councils_last(area: Area, stops: list[Stop]) -> list[Stop]:
    """The councils after the body that sends a case to them, where their deadline is counted from it."""
    sends = {
        rule.anchor(record.id).casefold()
        for record in area.of(Mandate)
        for rule in record.model.deadlines
        if rule.kind is DeadlineKind.LOCAL and rule.is_after
    }
    at = next((n for n, stop in enumerate(stops) if stop.body and stop.body.casefold() in sends), None)
    councils = next(stop for stop in stops if stop.body is None)
    if at is None or stops.index(councils) > at:
        return stops
    return [*(stop for stop in stops[: at + 1] if stop != councils), councils, *stops[at + 1 :]]


def _coordinated(area: Area, agreement: str | None, stops: list[Stop]) -> Iterator[Stop]:
    """With the body that coordinates what the councils made of it, unless the next one does."""
    given = _stops_of(area, SAMORDNING, agreement)
    coordinates = next((stop for stop in given if stop.body is not None), None)
    for n, stop in enumerate(stops):
        yield stop
        after = stops[n + 1].body if n + 1 < len(stops) else None
        if stop.body is None and coordinates is not None and not _same(after, coordinates.body or ""):
            yield coordinates


@lru_cache(maxsize=64)
def _stops_of(area: Area, task: str, agreement: str | None) -> tuple[Stop, ...]:
    """Those of one task; where only another agreement has a council of its own, the parties' stand in."""
    known = any(row.id.casefold() == task and row.cells for row in matrix(area))
    steps = [step for step in (path(area, task) if known else ()) if _treats(area, step, agreement)]
    stops = [
        Stop(step.body.id if step.body else None, None, step.task, missing=step.councils) for step in steps
    ]
    asked = asks_the_councils(area, task) and bool(councils(area))
    if asked and steps and not any(step.body is None or step.body.role == COUNCIL for step in steps):
        stops.insert(len(stops) - 1, Stop(None, None, task, missing=councils(area)))
    return tuple(stops)


def _treats(area: Area, step: Step, agreement: str | None) -> bool:
    """Whether it is the councils, or a body of the agreement that recommends or decides."""
    takes_part = step.cell is not None and step.cell.part in _TREATS
    return step.body is None or (takes_part and _belongs(area, step, agreement))


def _belongs(area: Area, step: Step, agreement: str | None) -> bool:
    """Whether the body works under the case's agreement, as far as both are said."""
    own = step.body.agreement if step.body else None
    return agreement is None or own is None or own.casefold() in family(area, agreement)


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.casefold() == other.casefold()
