"""Where each goal stands, as three truths that are never blended: formal, statistical and political."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from byvekst_cli.area import Area
from byvekst_cli.goals.estimate import Estimate
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.told import OF_CHANGE, latest, readings
from byvekst_cli.goals.transition import NotComparable, Transition, side_by_side
from byvekst_cli.goals.verdict import (
    Attainment,
    Equivalence,
    Lean,
    attainment,
    detectable,
    equivalence,
    lean,
)
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.evaluation import GoalEvaluation, GoalVerdict
from byvekst_cli.model.goal import Basis, FormalRule, Goal, Margin, Target
from byvekst_cli.model.indicator import Comparison, Indicator, Series
from byvekst_cli.model.when import When

OLD_WINDOW, NEW_WINDOW = 36, 12
"""Months of the official headline until and from 1 January 2027."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A series as it was last told, against a target (per cent of change).

    What rests on the standard error is None where that is not known; `equivalence` also where no margin
    was set beforehand.
    """

    indicator: Indicator
    series_id: str
    series: Series
    reading: Reading
    target: float | None
    estimate: Estimate | None = None
    probability: float | None = None
    attainment: Attainment | None = None
    lean: Lean | None = None
    detectable: float | None = None
    equivalence: Equivalence | None = None


class State(Enum):
    """What the agreement's own rule says so far."""

    WITHIN = "within"
    BEYOND = "beyond"
    OPEN = "open"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Formal:
    """The rule, what it was tried on, and its answer by point and by interval.

    `state` is the rule's own; where it does not say which of the two decides it is UNTOLD unless both
    say the same. `period_over` tells whether the agreement's period has ended: the last reading of that
    time is then tried. A `margin` that was set beforehand moves the limit.
    """

    rule: FormalRule
    agreement: Agreement | None
    seen: Seen | None
    by_point: State
    by_interval: State
    state: State
    period_over: bool
    margin: Margin | None

    @property
    def is_unstated(self) -> bool:
        """Whether the agreement's way of judging is not known."""
        return not isinstance(self.rule.comparison, Comparison)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the parties said themselves, and when."""

    evaluation: GoalEvaluation
    verdict: GoalVerdict


@dataclass(frozen=True, slots=True)
class Standing:
    """One goal: formally, statistically and politically, and how the answer moves with the window."""

    id: str
    goal: Goal
    formal: tuple[Formal, ...]
    seen: tuple[Seen, ...]
    judged: tuple[Judged, ...]
    transition: Transition | None


def standings(area: Area) -> tuple[Standing, ...]:
    """Every goal in the order of the file."""
    return tuple(_standing(record.id, record.model, area) for record in area.of(Goal))


def _standing(id: str, goal: Goal, area: Area) -> Standing:
    formal = tuple(_formal(rule, goal, area) for rule in goal.formal_rules if _is_in_force(rule, area))
    names = dict.fromkeys(str(name) for name in goal.followed_by)
    found = [indicator for name in names if (indicator := area.one(Indicator, name))]
    margin = next((each.rule.margin for each in formal if isinstance(each.rule.margin, Margin)), None)
    seen = tuple(each for indicator in found for each in _seen(indicator, goal, margin))
    judged = tuple(
        Judged(record.model, verdict)
        for record in area.of(GoalEvaluation)
        for name, verdict in record.model.verdicts.items()
        if name.casefold() == id.casefold()
    )
    changes = (_transition(indicator) for indicator in found if indicator.city_index is not None)
    return Standing(id, goal, formal, seen, judged, next(filter(None, changes), None))


def _is_in_force(rule: FormalRule, area: Area) -> bool:
    """The rule of an agreement that another has replaced is history."""
    replaced = {
        id.casefold()
        for record in area.of(Agreement)
        if isinstance(record.model.period.since, When) and record.model.period.since.first <= area.as_of
        for id in record.model.replaces
    }
    return rule.agreement is None or rule.agreement.casefold() not in replaced


def _seen(
    indicator: Indicator, goal: Goal, margin: Margin | None, until: When | None = None
) -> Iterator[Seen]:
    for id, series in indicator.series.items():
        reading = latest(series, until)
        if reading is not None:
            target = _target(indicator, series, goal.targets)
            yield judged_against(Seen(indicator, id, series, reading, target), margin)


def judged_against(seen: Seen, margin: Margin | None) -> Seen:
    """With what the standard error can tell of the target. Only changes are judged, never levels."""
    estimate = seen.reading.estimate if seen.series.comparison in OF_CHANGE else None
    if estimate is None or seen.target is None:
        return seen
    likely = estimate.probability_at_most(seen.target)
    return Seen(
        seen.indicator,
        seen.series_id,
        seen.series,
        seen.reading,
        seen.target,
        estimate,
        likely,
        attainment(likely),
        lean(likely),
        detectable(estimate.se),
        equivalence(estimate, float(margin.points), seen.target) if margin and margin.points > 0 else None,
    )


def _target(indicator: Indicator, series: Series, targets: list[Target]) -> float | None:
    """The change that the goal asks for against the reference year of the series."""
    for target in targets:
        year = target.reference_year
        same_year = isinstance(year, Decimal) and year == series.reference_year
        own = str(target.indicator).casefold() == indicator.id.casefold()
        if own and target.change is not None and same_year and series.comparison in OF_CHANGE:
            return float(target.change)
    return None


def _formal(rule: FormalRule, goal: Goal, area: Area) -> Formal:
    agreement = area.one(Agreement, rule.agreement)
    until = agreement.period.until if agreement else None
    over = isinstance(until, When) and until.has_passed(area.as_of)
    margin = rule.margin if isinstance(rule.margin, Margin) else None
    found = _tried_on(rule, goal, area, margin, until if isinstance(until, When) and over else None)
    if found is None or found.target is None:
        return Formal(rule, agreement, found, State.UNTOLD, State.UNTOLD, State.UNTOLD, over, margin)
    limit = found.target + (float(margin.points) if margin else 0)
    point = State.WITHIN if found.reading.value <= limit else State.BEYOND
    interval = _by_interval(found.reading, limit)
    decided = {Basis.POINT: point, Basis.INTERVAL: interval}
    own = decided[rule.basis] if isinstance(rule.basis, Basis) else State.UNTOLD
    return Formal(rule, agreement, found, point, interval, point if point is interval else own, over, margin)


def _by_interval(reading: Reading, limit: float) -> State:
    if reading.low is None or reading.high is None:
        return State.UNTOLD
    if reading.high <= limit:
        return State.WITHIN
    return State.BEYOND if reading.low > limit else State.OPEN


def _tried_on(
    rule: FormalRule, goal: Goal, area: Area, margin: Margin | None, until: When | None
) -> Seen | None:
    """The series that the rule names, or else the only one that is made as it says."""
    indicator = area.one(Indicator, str(rule.indicator))
    own = list(_seen(indicator, goal, margin, until)) if indicator else []
    named = [each for each in own if each.series_id in rule.series]
    fitting = named or [each for each in own if _fits(each.series, rule)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(series: Series, rule: FormalRule) -> bool:
    if not isinstance(rule.comparison, Comparison) or series.comparison is not rule.comparison:
        return False
    asked = ((rule.window, series.window), (rule.reference_year, series.reference_year))
    return all(wanted == has for wanted, has in asked if isinstance(wanted, Decimal))


def _transition(indicator: Indicator) -> Transition | None:
    """The last period that both the old and the new window tell of."""
    rolling = {
        int(series.window): {reading.period.text: reading for reading in readings(series)}
        for series in indicator.series.values()
        if series.comparison is Comparison.ROLLING and isinstance(series.window, Decimal)
    }
    old, new = rolling.get(OLD_WINDOW, {}), rolling.get(NEW_WINDOW, {})
    for period in reversed(old):
        if period in new:
            try:
                return side_by_side(old[period], new[period])
            except NotComparable:
                return None
    return None
