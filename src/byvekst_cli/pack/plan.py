"""A programme worked out within an area's bindings: how firm it is, and what each binding costs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.choice.check import left, used
from byvekst_cli.choice.conflict import Conflict, Relaxation, conflicts, relaxation
from byvekst_cli.choice.instance import Instance, Weights, start_of, value_of, worth
from byvekst_cli.choice.prices import Point, Price, Swap, frontier, prices, scaled, swap
from byvekst_cli.choice.question import Question, question
from byvekst_cli.choice.robust import Place, Robust, TooMany, exact
from byvekst_cli.choice.sampled import sampled
from byvekst_cli.choice.solve import Best, Values, alternatives, best, highest, search
from byvekst_cli.goals.contribution import Contribution, Effect, contribution
from byvekst_cli.goals.effects import expected
from byvekst_cli.goals.standing import standings
from byvekst_cli.model.assessment import Assessment, Score
from byvekst_cli.model.indicator import Indicator, Unit
from byvekst_cli.model.project import Project as Sheet
from byvekst_cli.pack.plans import Basis
from byvekst_cli.value.told import Values as ValueModel

METHOD: Final = "programvalg-1"
"""Changed whenever the same files could give another programme."""
NEAR: Final = 0.01
"""Programmes less than this part below the highest value are called about as good."""
MOST_NEAR: Final = 5
DRAWS: Final = 100
SAMPLED_GAP: Final = 0.005
MANY: Final = 25
"""More candidates than this with several starts are solved to `SAMPLED_GAP` unless another gap is asked for."""
MIDDLE: Final = ""
"""The name of the mean of the profiles, which has no name of its own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line; `income` is per cent that all income is changed by."""

    profile: str | None = None
    inside: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    income: int = 0
    gap: float | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Money:
    """A source over the years (øre): what comes in, what bound projects and the others use, what is left."""

    source: str
    comes: int
    bound: int
    proposed: int

    @property
    def free(self) -> int:
        return self.comes - self.bound - self.proposed


@dataclass(frozen=True, slots=True)
class Commitment:
    """What a source is bound to pay after the period (øre), of what comes in as it is reckoned."""

    source: str
    year: int
    bound: int
    comes: int


@dataclass(frozen=True, slots=True)
class Project:
    """A candidate in the answer. `sure_effects` says whether its place holds whatever the effects are."""

    id: str
    name: str
    start: str | None
    cost: int
    place: Place
    part: float
    sure_effects: bool
    is_bound: bool
    question: Question | None
    swap: Swap | None
    profiles_with: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far the programme is from the one that a profile alone would give, and what differs."""

    profile: str
    part: float
    comes: tuple[str, ...]
    goes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """What the programme is expected to do on one criterion, beside where its indicator stands.

    `unit` is the criterion's; `now` and `target` are per cent of change, with the interval of the former.
    """

    criterion: str
    unit: str
    sum: Contribution
    projects: int
    indicator: str | None = None
    now: float | None = None
    low: float | None = None
    high: float | None = None
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is told of a choice of programme; money is øre and value ticks."""

    basis: Basis
    asked: Asked
    instance: Instance
    best: Best
    near: tuple[Best, ...]
    weights: Robust
    effects: Robust
    projects: tuple[Project, ...]
    distances: tuple[Distance, ...]
    prices: tuple[Price, ...]
    frontier: tuple[Point, ...]
    money: tuple[Money, ...]
    commitments: tuple[Commitment, ...]
    gains: tuple[Gain, ...]

    @property
    def is_alone(self) -> bool:
        """Whether no other set of projects has the same value."""
        return all(each.value < self.best.value for each in self.near)

    def placed(self, place: Place) -> tuple[Project, ...]:
        return tuple(each for each in self.projects if each.place is place)


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No programme keeps all bindings: what is at odds, or the smallest relaxation, None where there is none."""

    basis: Basis
    conflicts: tuple[Conflict, ...]
    relaxation: tuple[Relaxation, ...] | None


def plan(area: Area, model: ValueModel, basis: Basis, asked: Asked) -> Plan | NoPlan:
    """The programme of the middle of the profiles, or of the profile asked for."""
    instance = instance_of(basis, asked)
    found = conflicts(instance)
    if found:
        return NoPlan(basis, found, ())
    asked = replace(asked, gap=_gap(instance) if asked.gap is None else asked.gap)
    gap = asked.gap or 0.0
    weightings = profiles_of(basis, asked)
    values = {name: worth(instance, weights) for name, weights in weightings.items()}
    main = worth(instance, middle(weightings))
    chosen = best(instance, main, gap)
    if chosen is None:
        return NoPlan(basis, (), relaxation(instance))
    own = {name: best(instance, each, gap) or chosen for name, each in values.items()}
    near = alternatives(instance, main, chosen, NEAR, MOST_NEAR, gap)
    weights, effects = _robust(basis, instance, asked, chosen)
    swaps = {id: swap(instance, main, chosen, id, gap) for id in _open(instance, weights, effects)}
    corners = _corners(basis, asked)
    choices = {**_chosen_by(instance, corners, asked), **own}
    every = {MIDDLE: main, **values}
    kept = {MIDDLE: chosen, **own}
    return Plan(
        basis,
        asked,
        instance,
        chosen,
        near,
        weights,
        effects,
        tuple(
            _project(
                basis, instance, id, chosen, (weights, effects), swaps, {**corners, **weightings}, choices
            )
            for id in instance.ids
        ),
        tuple(_distance(instance, values[name], name, chosen, own[name]) for name in weightings),
        prices(instance, every, MIDDLE, kept, gap),
        frontier(instance, main, gap),
        tuple(_money(basis, instance, chosen)),
        tuple(_commitments(instance, chosen)),
        tuple(_gains(area, model, chosen.programme.chosen)),
    )


def _gap(instance: Instance) -> float:
    """None, unless so many may be begun in several ways that it would take minutes."""
    return SAMPLED_GAP if sum(len(each.starts) > 1 for each in instance.candidates) > MANY else 0.0


def _open(instance: Instance, weights: Robust, effects: Robust) -> list[str]:
    """What weights or effects decide."""
    return [id for id in instance.ids if Place.BORDERLINE in (weights.place(id), effects.place(id))]


def _corners(basis: Basis, asked: Asked) -> Mapping[str, Weights]:
    """The extreme points, under names that no profile has."""
    return {f"#{at}": each for at, each in enumerate(basis.extremes)} if asked.profile is None else {}


def _chosen_by(instance: Instance, corners: Mapping[str, Weights], asked: Asked) -> dict[str, Best]:
    found = (
        (name, highest(search(instance, worth(instance, w)), asked.gap or 0.0)) for name, w in corners.items()
    )
    return {name: best for name, best in found if best is not None}


def instance_of(basis: Basis, asked: Asked) -> Instance:
    """With what was asked for on top of what the files say."""
    changed = scaled(basis.instance, asked.income) if asked.income else basis.instance
    return replace(
        changed,
        forced_in=changed.forced_in | asked.inside,
        forced_out=changed.forced_out | asked.outside,
    )


def profiles_of(basis: Basis, asked: Asked) -> Mapping[str, Weights]:
    """All, or the one asked for."""
    if asked.profile is None:
        return basis.profiles
    return {asked.profile: basis.profiles[asked.profile]}


def middle(weightings: Mapping[str, Weights]) -> Weights:
    """The mean of the weightings: where the calculation begins, and never shown alone."""
    rows = list(weightings.values())
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def why(plan: Plan, id: str) -> Swap:
    """What follows from turning any one project."""
    main = worth(plan.instance, middle(profiles_of(plan.basis, plan.asked)))
    return swap(plan.instance, main, plan.best, id, plan.asked.gap or 0.0)


def _robust(basis: Basis, instance: Instance, asked: Asked, chosen: Best) -> tuple[Robust, Robust]:
    """By weights alone, and by weights and effects together: exact where that can be done."""
    extremes = basis.extremes if asked.profile is None else (basis.profiles[asked.profile],)
    found = []
    for use_ranges in (False, True):
        try:
            found.append(exact(instance, extremes, use_ranges))
        except TooMany:
            likely = instance if use_ranges else _likely(instance)
            found.append(sampled(_begun(likely, chosen), extremes, DRAWS, asked.seed, SAMPLED_GAP))
    return found[0], found[1]


def _likely(instance: Instance) -> Instance:
    changed = (
        replace(each, effects=tuple(replace(s, low=s.likely, high=s.likely) for s in each.effects))
        for each in instance.candidates
    )
    return replace(instance, candidates=tuple(changed))


def _begun(instance: Instance, chosen: Best) -> Instance:
    """The starts that the programme has come first, for what keeps only those."""
    starts = dict(chosen.programme.starts)
    changed = (
        replace(each, starts=tuple(sorted(each.starts, key=lambda s: s.id != starts.get(each.id, s.id))))
        for each in instance.candidates
    )
    return replace(instance, candidates=tuple(changed))


def _project(
    basis: Basis,
    instance: Instance,
    id: str,
    chosen: Best,
    robust: tuple[Robust, Robust],
    swaps: Mapping[str, Swap],
    weightings: Mapping[str, Weights],
    own: Mapping[str, Best],
) -> Project:
    weights, effects = robust
    start = dict(chosen.programme.starts).get(id)
    candidate = next(each for each in instance.candidates if each.id == id)
    cost = start_of(instance, id, start).total if start else min(each.total for each in candidate.starts)
    has_it = {name: id in found.programme.chosen for name, found in own.items()}
    turned = swaps.get(id)
    place = weights.place(id)
    return Project(
        id,
        basis.names.get(id, id),
        start if len(candidate.starts) > 1 else None,
        cost,
        place,
        weights.parts[id],
        effects.place(id) is place,
        any(bound.candidate == id for bound in instance.bounds),
        question(candidate, weightings, has_it) if turned else None,
        turned,
        tuple(name for name, has in has_it.items() if has and not name.startswith("#")),
    )


def _distance(instance: Instance, values: Values, profile: str, chosen: Best, own: Best) -> Distance:
    here, there = chosen.programme.chosen, own.programme.chosen
    lost = own.value - value_of(instance, values, here)
    part = lost / own.value if own.value > 0 else 0.0
    return Distance(profile, part, tuple(sorted(there - here)), tuple(sorted(here - there)))


def _money(basis: Basis, instance: Instance, chosen: Best) -> Iterator[Money]:
    bound = {each.candidate for each in instance.bounds}
    for source in instance.sources:
        flows = [
            (id, ore)
            for (id, own, year), ore in chosen.programme.flows
            if own == source.id and year <= basis.last
        ]
        comes = sum(ore for year, ore in source.income if year <= basis.last)
        tied = sum(ore for id, ore in flows if id in bound)
        yield Money(source.id, comes, tied, sum(ore for _, ore in flows) - tied)


def _commitments(instance: Instance, chosen: Best) -> Iterator[Commitment]:
    for source in instance.sources:
        for year, _ in left(instance, source, chosen.programme):
            bound = used(chosen.programme, source.id, year)
            if year > instance.last_year and bound:
                yield Commitment(source.id, year, bound, source.in_year(year))


def _gains(area: Area, model: ValueModel, chosen: frozenset[str]) -> Iterator[Gain]:
    """On each criterion in a unit; effects with one driver move together."""
    own = [each.assessment for each in model.projects if each.id in chosen]
    for measure in model.measures:
        criterion = measure.criterion
        if criterion.unit is None:
            continue
        scores = [_score(each, measure.id) for each in own]
        effects = [_effect(score) for score in scores]
        known = sum(1 for effect in effects if effect)
        row = Gain(measure.id, criterion.unit, contribution(effects), known, criterion.indicator)
        yield _beside(area, row)
    told = frozenset(
        (each.criterion.indicator or "").casefold() for each in model.measures if each.criterion.unit
    )
    yield from _of_sheets(area, chosen, told)


def _of_sheets(area: Area, chosen: frozenset[str], told: frozenset[str]) -> Iterator[Gain]:
    """What the sheets themselves say of indicators that no criterion tells of."""
    sheets = [sheet for id in sorted(chosen) if (sheet := area.one(Sheet, id))]
    for each in expected(sheets):
        indicator = area.one(Indicator, each.indicator)
        if indicator is None or each.indicator.casefold() in told:
            continue
        unit = indicator.unit.value if isinstance(indicator.unit, Unit) else ""
        silent = len(sheets) - each.projects
        total = replace(each.sum, unknown=each.sum.unknown + silent)
        yield _beside(area, Gain(indicator.id, unit, total, each.known, indicator.id))


def _score(assessment: Assessment, criterion: str) -> Score | None:
    found = (score for id, score in assessment.scores.items() if id.casefold() == criterion.casefold())
    return next(found, None)


def _effect(score: Score | None) -> Effect | None:
    if score is None or score.stated is None:
        return None
    likely = float(score.stated)
    low = likely if score.low is None else float(score.low)
    high = likely if score.high is None else float(score.high)
    return Effect(min(low, likely), likely, max(high, likely), score.driver)


def _beside(area: Area, row: Gain) -> Gain:
    if row.indicator is None:
        return row
    for standing in standings(area):
        for seen in standing.seen:
            if seen.indicator.id.casefold() == row.indicator.casefold() and seen.target is not None:
                reading = seen.reading
                return replace(row, now=reading.value, low=reading.low, high=reading.high, target=seen.target)
    return row
