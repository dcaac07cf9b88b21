"""A programme worked out within an area's bindings: how firm it is, and what each binding costs."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from byvekst_cli.area import Area
from byvekst_cli.choice.check import left, used
from byvekst_cli.choice.conflict import conflicts, relaxation
from byvekst_cli.choice.highs import NoAnswer
from byvekst_cli.choice.instance import Instance, Weights, start_of, value_of, worth
from byvekst_cli.choice.prices import Swap, frontier, let_go, prices, scaled, swap
from byvekst_cli.choice.question import question
from byvekst_cli.choice.robust import Place, Robust, TooMany, exact
from byvekst_cli.choice.sampled import sampled, with_first_starts
from byvekst_cli.choice.side_by_side import each as each_of
from byvekst_cli.choice.solve import Best, Values, alternatives, best, highest, search
from byvekst_cli.pack.plan_frame import Basis
from byvekst_cli.pack.plan_gains import gains
from byvekst_cli.pack.planned import (
    DRAWS,
    MIDDLE,
    MOST_NEAR,
    MOST_SWAPS,
    NEAR,
    SAMPLED_GAP,
    Asked,
    Commitment,
    Distance,
    Money,
    NoPlan,
    Plan,
    Project,
    has_many_starts,
)
from byvekst_cli.value.told import Values as ValueModel


def plan(area: Area, model: ValueModel, basis: Basis, asked: Asked) -> Plan | NoPlan:
    """The programme of the middle of the profiles, or of the profile asked for. Raises NoAnswer."""
    instance = instance_of(basis, asked)
    found = conflicts(instance)
    if found:
        return NoPlan(basis, found, ())
    gap = asked.gap or 0.0
    asked = replace(asked, gap=_gap(instance) if asked.gap is None else asked.gap)
    weightings = profiles_of(basis, asked)
    values = {name: worth(instance, weights) for name, weights in weightings.items()}
    main = worth(instance, middle(weightings))
    chosen = best(instance, main, asked.gap or 0.0)
    if chosen is None:
        return NoPlan(basis, (), relaxation(instance))
    chosen = _as_good(instance, main, chosen)
    side = _aside(instance, chosen)
    answers = each_of(lambda name: best(side, values[name], gap) or chosen, values)
    own = dict(zip(values, answers, strict=True))
    near = _near(side, main, chosen, gap)
    weights, effects = _robust(basis, instance, asked, chosen)
    unsettled = _open(instance, weights, effects)
    turned = each_of(lambda each: swap(side, main, chosen, each, gap), unsettled[:MOST_SWAPS])
    swaps = {each.candidate: each for each in turned}
    corners = _corners(basis, asked)
    choices = {**_chosen_by(side, corners, gap), **own}
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
        prices(side, every, MIDDLE, kept, gap, asked.inside | asked.outside),
        frontier(side, main, gap),
        tuple(_money(basis, instance, chosen)),
        tuple(_commitments(instance, chosen)),
        tuple(gains(area, model, chosen.programme.chosen)),
    )


def _gap(instance: Instance) -> float:
    """None, unless so many may be begun in several ways that it would take minutes."""
    return SAMPLED_GAP if has_many_starts(instance) else 0.0


def _as_good(instance: Instance, values: Values, chosen: Best) -> Best:
    """With many starts, at least as good as what was found, now that each is begun in one way."""
    if not has_many_starts(instance):
        return chosen
    better = best(_aside(instance, chosen), values) or chosen
    if better.value < chosen.value:
        return chosen
    bound = chosen.value + chosen.gap * abs(chosen.value)
    left = (bound - better.value) / abs(better.value) if better.value else 0.0
    return replace(better, gap=max(left, better.gap, 0.0))


def _near(instance: Instance, values: Values, chosen: Best, gap: float) -> tuple[Best, ...] | None:
    """None where there was not time to tell."""
    try:
        return alternatives(instance, values, chosen, NEAR, MOST_NEAR, gap)
    except NoAnswer:
        return None


def _aside(instance: Instance, chosen: Best) -> Instance:
    """For all that is compared with the programme; with many starts each is begun in one way."""
    return with_first_starts(_begun(instance, chosen)) if has_many_starts(instance) else instance


def _open(instance: Instance, weights: Robust, effects: Robust) -> list[str]:
    """What weights or effects decide, the least settled first."""
    found = [id for id in instance.ids if Place.BORDERLINE in (weights.place(id), effects.place(id))]
    return sorted(found, key=lambda each: (_settled(weights, each), _settled(effects, each), each))


def _settled(robust: Robust, id: str) -> float:
    return abs(robust.parts[id] - 0.5)


def _corners(basis: Basis, asked: Asked) -> Mapping[str, Weights]:
    """The extreme points, under names that no profile has."""
    return {f"#{at}": each for at, each in enumerate(basis.extremes)} if asked.profile is None else {}


def _chosen_by(instance: Instance, corners: Mapping[str, Weights], gap: float) -> dict[str, Best]:
    ready = [search(instance, worth(instance, weights)) for weights in corners.values()]
    found = zip(corners, each_of(lambda each: highest(each, gap), ready), strict=True)
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


def placed_otherwise(plan: Plan) -> frozenset[str]:
    """What was asked in or out that the calculation would have placed otherwise of itself."""
    asked = plan.asked
    free = instance_of(plan.basis, replace(asked, inside=frozenset(), outside=frozenset()))
    main = worth(free, middle(profiles_of(plan.basis, asked)))
    found = best(free, main, asked.gap or 0.0)
    if found is None:
        return asked.inside | asked.outside
    own = found.programme.chosen
    return (asked.inside - own) | (asked.outside & own)


def why(plan: Plan, id: str) -> Swap:
    """What follows from turning any one project."""
    main = worth(plan.instance, middle(profiles_of(plan.basis, plan.asked)))
    side = _aside(plan.instance, plan.best)
    asked = plan.asked.inside | plan.asked.outside
    return swap(let_go(side, id) if id in asked else side, main, plan.best, id)


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
    place = weights.place(id)
    is_open = Place.BORDERLINE in (place, effects.place(id))
    return Project(
        id,
        basis.names.get(id, id),
        start if len(candidate.starts) > 1 else None,
        cost,
        place,
        weights.parts[id],
        effects.place(id) is place,
        any(bound.candidate == id for bound in instance.bounds),
        question(candidate, weightings, has_it) if is_open else None,
        swaps.get(id),
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
