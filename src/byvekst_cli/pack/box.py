"""The facts above a note: what is asked, projects, money, effect on the goals, history, and what is next."""

from dataclasses import dataclass
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.goals.effects import expected
from byvekst_cli.governance.shown import ADMINISTRATIVE
from byvekst_cli.governance.story import Event, Story, story
from byvekst_cli.governance.way import SAMORDNING, Stop, Way, way
from byvekst_cli.model.case import Case
from byvekst_cli.model.goal import Goal
from byvekst_cli.model.indicator import Indicator, Unit
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.model.money import Money
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.called import body_name
from byvekst_cli.pack.history import Earlier, history
from byvekst_cli.pack.money_told import Frame, ProjectTold, frames, project_told
from byvekst_cli.prose.template import decision_of

_SHOWN = 5
"""Earlier treatments in a box; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the case's projects are expected to do to an indicator, against not doing them.

    `low` and `high` are the ends of the span, None where no span is known; `known` of `projects` have
    an effect that is known.
    """

    indicator: str
    unit: Unit | None
    low: Decimal | None
    likely: Decimal | None
    high: Decimal | None
    known: int
    projects: int


@dataclass(frozen=True, slots=True)
class Recommended:
    """What the administrative body recommends, when, what came of it there, and who did not join."""

    body: str
    dated: When | None
    outcome: Outcome | None
    text: tuple[str, ...]
    dissent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stop after this meeting: a body, or the parties' councils where `body` is None."""

    body: str | None
    dated: When | None
    is_coordination: bool


@dataclass(frozen=True, slots=True)
class Box:
    """The facts of one case for one meeting. `proposal` are the points that the note proposes.

    `goals` are those that the projects name, for where nobody has estimated an effect. `scope` is the
    amount that the agenda says the case is about. `is_mixed` where amounts of unknown or different price
    years are shown.
    """

    handling: Handling | Unknown | None
    proposal: tuple[str, ...]
    scope: Money | None
    projects: tuple[ProjectTold, ...]
    frames: tuple[Frame, ...]
    effects: tuple[Expected, ...]
    goals: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    earlier_left_out: int
    exceptions: tuple[Earlier, ...]
    recommended: Recommended | None
    ahead: tuple[Step, ...]
    has_cost: bool
    has_money: bool
    is_mixed: bool


def box(
    area: Area, case: Record[Case], meeting: Record[Meeting], item: AgendaItem, paper: Record[Paper] | None
) -> Box:
    """The facts that the files have of a case, as it comes to a meeting."""
    told = story(area, case)
    sheets = [sheet for id in case.model.projects if (sheet := area.one(Project, id))]
    told_of = tuple(project_told(area, sheet) for sheet in sheets)
    about = frames(area, case.model)
    before = _before(area, case.model, meeting.model)
    decision = decision_of(paper, area) if paper else None
    return Box(
        paper.model.handling if paper and item.handling is None else item.handling,
        tuple(point.text for point in decision.points) if decision else (),
        item.money.money if item.money else None,
        told_of,
        about,
        _effects(area, sheets),
        tuple(dict.fromkeys(_goal(area, goal) for sheet in sheets for goal in sheet.goals)),
        _shown(before, case.model),
        max(len(before) - _SHOWN, 0),
        tuple(each for each in before if each.positions),
        _recommended(area, told, meeting, item),
        tuple(_step(area, stop) for stop in _after(way(told), meeting.id)),
        any(project.cost for project in told_of),
        any(project.has_money for project in told_of),
        _is_mixed(told_of, about),
    )


def _is_mixed(projects: tuple[ProjectTold, ...], about: tuple[Frame, ...]) -> bool:
    sums = (pile for each in projects for pile in (each.total, each.earlier, each.remaining))
    parts = [part for each in projects for part in each.parts] + [
        part for each in about for part in each.parts
    ]
    return any(pile.is_mixed for pile in (*sums, *(part.money for part in parts)))


def _before(area: Area, case: Case, meeting: Meeting) -> tuple[Earlier, ...]:
    """The treatments that came before this meeting, in order; those without a day are taken to be oldest."""
    found = history(area, case).treatments
    dated = (each for each in found if each.dated and each.dated.first < meeting.dated.first)
    return (*(each for each in found if not each.dated), *dated)


def _shown(before: tuple[Earlier, ...], case: Case) -> tuple[Earlier, ...]:
    """Those that say most: what bodies did with this case, then the councils, then other cases."""

    def rank(at: int) -> tuple[bool, bool, int]:
        return before[at].case != case.id, before[at].is_local, -at

    kept = sorted(range(len(before)), key=rank)[:_SHOWN]
    return tuple(before[at] for at in sorted(kept))


def _effects(area: Area, sheets: list[Project]) -> tuple[Expected, ...]:
    found = []
    for each in expected(sheets):
        indicator = area.one(Indicator, each.indicator)
        unit = indicator.unit if indicator and isinstance(indicator.unit, Unit) else None
        ends = (each.sum.low, each.sum.likely, each.sum.high)
        low, likely, high = (_decimal(end) if each.known else None for end in ends)
        spans = low is not None and (low, high) != (likely, likely)
        name = indicator.name if indicator else each.indicator
        bounds = (low, high) if spans else (None, None)
        found.append(Expected(name, unit, bounds[0], likely, bounds[1], each.known, each.projects))
    return tuple(found)


def _decimal(value: float) -> Decimal:
    """With four digits, which is more than any effect is known to."""
    return Decimal(f"{value:.4g}").normalize() + 0


def _goal(area: Area, id: str) -> str:
    goal = area.one(Goal, id)
    return goal.name if goal else id


def _recommended(area: Area, told: Story, meeting: Record[Meeting], item: AgendaItem) -> Recommended | None:
    """What the agenda says was recommended, or else what the last administrative body before came to."""
    event = next((each for each in reversed(told.past) if _recommends(area, each, meeting)), None)
    if event is None:
        return Recommended("", None, None, tuple(item.recommendation), ()) if item.recommendation else None
    treatment = event.treatment
    dissent = tuple(area.name_of(each) for each in treatment.dissent) if treatment else ()
    text = tuple(item.recommendation) or event.decision
    outcome = event.outcome if isinstance(event.outcome, Outcome) else None
    return Recommended(body_name(area, event.body), event.when, outcome, text, dissent)


def _recommends(area: Area, event: Event, meeting: Record[Meeting]) -> bool:
    body = area.one(Mandate, event.body)
    is_this = event.meeting is not None and event.meeting.id == meeting.id
    is_earlier = event.when is None or event.when.first <= meeting.model.dated.first
    administrative = body is not None and body.role in ADMINISTRATIVE
    return administrative and not is_this and is_earlier and event.handling is Handling.RECOMMENDATION


def _after(found: Way, meeting: str) -> tuple[Stop, ...]:
    """The stops that follow this meeting; all that are ahead where the meeting is over."""
    for at, stop in enumerate(found.ahead):
        if stop.event and stop.event.meeting and stop.event.meeting.id == meeting:
            return found.ahead[at + 1 :]
    return found.ahead


def _step(area: Area, stop: Stop) -> Step:
    name = body_name(area, stop.body) if stop.body is not None else None
    return Step(name, stop.event.when if stop.event else None, stop.task == SAMORDNING)
