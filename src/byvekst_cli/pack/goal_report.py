"""`goals`: where each goal stands, in three truths that are kept apart, and what should follow."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.goals.ahead import Ahead, ahead
from byvekst_cli.goals.effects import Expected, expected
from byvekst_cli.goals.follow_up import last_evaluation, last_programme
from byvekst_cli.goals.invented import has_invented_values
from byvekst_cli.goals.joint import Together, together
from byvekst_cli.goals.standing import Standing, standings
from byvekst_cli.goals.told import OF_CHANGE
from byvekst_cli.model.evaluation import GoalEvaluation
from byvekst_cli.model.goal import Goal, GoalLevel
from byvekst_cli.model.programme import Answer, Programme
from byvekst_cli.model.project import Project
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.names import area_name, project_name
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.lines import lines


@dataclass(frozen=True, slots=True)
class GoalPart:
    """One goal: its wording, and what is known of it. `effects` are those expected on its indicators.

    `same_as` names the goal before it that has the same figures. `has_rule` is whether the agreement's way
    of judging it is known, `has_levels` whether any series is a level.
    """

    area: str
    id: str
    name: str
    level: GoalLevel
    above: str | None
    wording: str
    since: When | None
    exceptions: tuple[str, ...]
    standing: Standing
    together: Together | None
    ahead: Ahead | None
    effects: tuple[Expected, ...]
    has_rule: bool
    has_levels: bool
    projects: int
    invented: bool
    same_as: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an evaluation wants for a goal, and what the programme does about it."""

    goal: str
    text: str
    projects: tuple[str, ...]
    reason: str | Unknown | None
    is_answered: bool


@dataclass(frozen=True, slots=True)
class GoalReport:
    """The document. `measured` and `judged` count goals; `wanted` is of the last evaluation.

    `ruleless` names those that the agreement has no known way of judging.
    """

    area: str
    day: date
    goals: tuple[GoalPart, ...]
    measured: int
    judged: int
    ruleless: tuple[str, ...]
    evaluation: str | None
    published: When | None
    programme: str | None
    wanted: tuple[Wanted, ...]
    invented: bool


def goal_report(area: Area) -> GoalReport:
    """Every goal in the order of the file."""
    found = standings(area)
    effects = _effects(area)
    parts = _without_repeats(_part(area, each, effects) for each in found)
    record, programme = last_evaluation(area), last_programme(area)
    evaluation = record.model if record else None
    return GoalReport(
        area_name(area),
        area.as_of,
        parts,
        sum(1 for each in parts if each.standing.seen),
        sum(1 for each in parts if each.standing.judged),
        tuple(each.name for each in parts if not each.has_rule),
        evaluation.name if evaluation else None,
        _known(evaluation.published) if evaluation else None,
        programme.model.name if programme else None,
        tuple(_wanted(area, evaluation, programme.model if programme else None)) if evaluation else (),
        any(each.invented for each in parts),
    )


def _without_repeats(parts: Iterable[GoalPart]) -> tuple[GoalPart, ...]:
    """Each with the name of the first that has just its figures, where there is one."""
    told: list[GoalPart] = []
    for part in parts:
        same = (each.name for each in told if part.standing.seen and _has_figures_of(part, each))
        told.append(replace(part, same_as=next(same, None)))
    return tuple(told)


def _has_figures_of(part: GoalPart, other: GoalPart) -> bool:
    """Whether the series are the same, with no target of its own for any of them."""
    own, others = part.standing.seen, other.standing.seen
    keys = ([(each.indicator.id, each.series_id) for each in seen] for seen in (own, others))
    targets = zip(own, others, strict=False)
    return next(keys) == next(keys) and all(a.target in (None, b.target) for a, b in targets)


def _effects(area: Area) -> tuple[Expected, ...]:
    """Of the projects in the programme, or of all where there is none."""
    record = programme_of(area, None)
    own = lines(area, record.model if record else None)
    return expected(line.project for line in own if line.project is not None)


def _part(area: Area, standing: Standing, effects: Iterable[Expected]) -> GoalPart:
    goal = standing.goal
    above = area.one(Goal, goal.parent)
    indicators = {each.indicator.id.casefold() for each in standing.seen}
    last = goal.wordings[-1]
    named = [record for record in area.of(Project) if standing.id.casefold() in _goals(record.model)]
    return GoalPart(
        area_name(area),
        standing.id,
        goal.name,
        goal.level,
        above.name if above else None,
        last.text,
        _known(last.since),
        tuple(goal.exceptions),
        standing,
        together(standing, area),
        ahead(standing),
        tuple(each for each in effects if each.indicator.casefold() in indicators),
        any(not each.is_unstated for each in standing.formal),
        any(each.series.comparison not in OF_CHANGE for each in standing.seen),
        len(named),
        has_invented_values(area, standing.seen),
    )


def _goals(project: Project) -> set[str]:
    return {id.casefold() for id in project.goals}


def _wanted(area: Area, evaluation: GoalEvaluation, programme: Programme | None) -> Iterable[Wanted]:
    own = programme.answers if programme else None
    points: list[Answer] = own.points if own and own.evaluation == evaluation.year else []
    answers = {each.point.casefold(): each for each in points if each.says_something}
    for id, point in evaluation.follow_up.items():
        goal, answer = area.one(Goal, point.goal), answers.get(id.casefold())
        yield Wanted(
            goal.name if goal else point.goal,
            point.wanted,
            tuple(project_name(area, each) for each in answer.projects) if answer else (),
            answer.reason if answer else None,
            answer is not None,
        )


def _known(when: object) -> When | None:
    return when if isinstance(when, When) else None
