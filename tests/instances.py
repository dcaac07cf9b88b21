"""Small choices of programme for tests, and a second way to solve them that shares nothing with the rows."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random

import numpy as np
from scipy.optimize import linprog

from byvekst_cli.choice.instance import (
    Base,
    Bound,
    Candidate,
    Capacity,
    Cover,
    Earmark,
    Instance,
    OwnShare,
    Pair,
    Share,
    Source,
    Span,
    Start,
)

MNOK = 100_000_000


def project(
    id: str, cost: object, value: float = 50, sources: str = "toll grant", group: str = "", uses: object = ()
) -> Candidate:
    """Worth `value` for sure on one criterion; `cost` is MNOK in 2027, or by year, or by start."""
    if isinstance(cost, int | float):
        cost = {2027: cost}
    starts = cost if all(isinstance(each, dict) for each in cost.values()) else {"a": cost}
    made = tuple(
        Start(name, tuple((year, round(mnok * MNOK)) for year, mnok in years.items()), tuple(uses))
        for name, years in starts.items()
    )
    groups = ((group, Fraction(1)),) if group else ()
    return Candidate(id, made, (Span(value, value, value),), frozenset(sources.split()), groups)


def source(id: str, income: dict[int, float], carries_until: int | None = None) -> Source:
    return Source(id, tuple((year, round(mnok * MNOK)) for year, mnok in income.items()), carries_until)


def feasible(instance: Instance, starts: dict[str, str]) -> bool:
    """Whether a set of starts can be done and paid: relations by hand, money by SciPy."""
    return _related(instance, starts) and _payable(instance, starts)


def every(instance: Instance) -> Iterator[dict[str, str]]:
    """All ways of choosing."""
    options = [[None, *(start.id for start in each.starts)] for each in instance.candidates]
    for picked in product(*options):
        pairs = zip(instance.ids, picked, strict=True)
        yield {id: start for id, start in pairs if start is not None}


def value(instance: Instance, values: dict[str, int], chosen: set[str]) -> int:
    own = sum(values[id] for id in chosen)
    return own + sum(round(10_000 * p.points) for p in instance.pairs if {p.one, p.other} <= chosen)


def brute(instance: Instance, values: dict[str, int]) -> int | None:
    """The highest value of all, by trying every one, the most valuable first."""
    ways = sorted(every(instance), key=lambda starts: -value(instance, values, set(starts)))
    found = next((starts for starts in ways if feasible(instance, starts)), None)
    return None if found is None else value(instance, values, set(found))


def _related(instance: Instance, starts: dict[str, str]) -> bool:
    has = starts.__contains__
    bound = all(has(b.candidate) and b.start in (None, starts[b.candidate]) for b in instance.bounds)
    needs = all(has(b) or not has(a) for a, b in instance.requires)
    apart = not any(has(a) and has(b) for a, b in instance.excludes)
    whole = all(has(a) == has(b) for a, b in instance.bundles)
    asked = instance.forced_in <= set(starts) and not instance.forced_out & set(starts)
    used: dict[tuple[str, int], int] = {}
    for each in instance.candidates:
        for start in each.starts:
            if starts.get(each.id) == start.id:
                for name, year, count in start.uses:
                    used[name, year] = used.get((name, year), 0) + count
    room = all(used.get((c.resource, c.year), 0) <= c.limit for c in instance.capacities)
    return bound and needs and apart and whole and asked and room


def _payable(instance: Instance, starts: dict[str, str]) -> bool:
    """Flows and carried money as a linear program of its own, to a hundredth of a krone."""
    chosen = [
        (each, next(s for s in each.starts if s.id == starts[each.id]))
        for each in instance.candidates
        if each.id in starts
    ]
    years = sorted(
        {y for s in instance.sources for y, _ in s.income} | {y for _, s in chosen for y, _ in s.cost}
    )
    flow = {
        (each.id, s.id, year): at
        for at, (each, s, year) in enumerate(
            (each, s, year)
            for each, start in chosen
            for s in instance.sources
            if s.id in each.sources
            and all(each.id in m.members for m in instance.earmarks if m.source == s.id)
            for year in dict(start.cost)
        )
    }
    kept = {(s.id, year): len(flow) + at for at, (s, year) in enumerate(product(instance.sources, years))}
    width = len(flow) + len(kept)
    below: list[tuple[np.ndarray, float]] = []
    equal: list[tuple[np.ndarray, float]] = []
    for each, start in chosen:
        for year in dict(start.cost):
            row = np.zeros(width)
            for s in instance.sources:
                if (each.id, s.id, year) in flow:
                    row[flow[each.id, s.id, year]] = 1
            equal.append((row, sum(ore for y, ore in start.cost if y == year) / MNOK))
    for s in instance.sources:
        for at, year in enumerate(years):
            row = np.zeros(width)
            for (_, own, paid), column in flow.items():
                if own == s.id and paid == year:
                    row[column] = 1
            row[kept[s.id, year]] = 1
            if at:
                row[kept[s.id, years[at - 1]]] = -1
            below.append((row, s.in_year(year) / MNOK))
            if s.carries_until is None or year >= s.carries_until:
                nothing = np.zeros(width)
                nothing[kept[s.id, year]] = 1
                below.append((nothing, 0))
    totals = {each.id: start.total / MNOK for each, start in chosen}
    for cover in instance.covers:
        for each, _ in chosen:
            below.append((_paid(flow, width, each.id, cover.source), float(cover.most) * totals[each.id]))
    for own in instance.own_shares:
        if own.candidate in totals:
            row = -_paid(flow, width, own.candidate, own.source)
            below.append((row, -float(own.least) * totals[own.candidate]))
    for share in instance.shares:
        period = [y for y in years if y <= instance.last_year]
        for inside in [[y] for y in years] if share.each_year else [period, years]:
            below.extend(_share(instance, share, inside, flow, width))
    found = linprog(
        np.zeros(width),
        A_ub=np.array([row for row, _ in below]),
        b_ub=np.array([limit for _, limit in below]) + 1e-8,
        A_eq=np.array([row for row, _ in equal]) if equal else None,
        b_eq=np.array([due for _, due in equal]) if equal else None,
        method="highs-ds",
    )
    return bool(found.status == 0)


def _paid(flow: dict[tuple[str, str, int], int], width: int, id: str, source: str) -> np.ndarray:
    row = np.zeros(width)
    for (own, q, _), column in flow.items():
        if own == id and q == source:
            row[column] = 1
    return row


def _share(
    instance: Instance, share: Share, years: list[int], flow: dict[tuple[str, str, int], int], width: int
) -> Iterator[tuple[np.ndarray, float]]:
    group, whole = np.zeros(width), np.zeros(width)
    for (id, q, year), column in flow.items():
        if q == share.source and year in years:
            whole[column] = 1
            group[column] = float(next(c for c in instance.candidates if c.id == id).part_in(share.group))
    comes = sum(next(s for s in instance.sources if s.id == share.source).in_year(y) for y in years) / MNOK
    if share.base is Base.INCOME:
        yield group, float(share.high) * comes
        if share.low:
            yield -group, -float(share.low) * comes
    else:
        yield group - float(share.high) * whole, 0
        yield float(share.low) * whole - group, 0


def drawn(seed: int, count: int = 6) -> Instance:
    """A choice with a bit of everything, by chance."""
    chance = Random(seed)
    years = [2027, 2028]
    candidates = []
    for at in range(count):
        names = ["x", "y"] if chance.random() < 0.3 else ["x"]
        starts = tuple(
            Start(
                name,
                tuple(
                    (year, chance.randint(1, 30) * MNOK)
                    for year in chance.sample(years, chance.randint(1, 2))
                ),
                (("planners", 2027, chance.randint(0, 3)),),
            )
            for name in names
        )
        spans = []
        for _ in range(2):
            low, likely, high = sorted(chance.uniform(-10, 90) for _ in range(3))
            spans.append(Span(low, likely, high))
        pay = frozenset(chance.sample(["toll", "grant"], chance.randint(1, 2)))
        group = (("in", Fraction(chance.randint(0, 4), 4)),)
        candidates.append(Candidate(f"p{at}", starts, tuple(spans), pay, group))
    ids = [each.id for each in candidates]

    def some(chances: float) -> list[tuple[str, str]]:
        return [tuple(chance.sample(ids, 2))] if chance.random() < chances else []

    return Instance(
        tuple(candidates),
        (
            source("toll", {year: chance.randint(10, 40) for year in years}, chance.choice([None, 2028])),
            source("grant", {year: chance.randint(5, 30) for year in years}, chance.choice([None, 2028])),
        ),
        2028,
        earmarks=(Earmark("e", "grant", frozenset(ids[:4])),) if chance.random() < 0.5 else (),
        shares=(
            Share(
                "s",
                "toll",
                "in",
                Fraction(chance.randint(4, 8), 10),
                Fraction(chance.randint(0, 3), 10) if chance.random() < 0.3 else Fraction(0),
                Base.SPENT if chance.random() < 0.5 else Base.INCOME,
                chance.random() < 0.3,
            ),
        )
        if chance.random() < 0.5
        else (),
        covers=(Cover("c", "toll", Fraction(3, 4)),) if chance.random() < 0.4 else (),
        own_shares=(OwnShare("o", ids[0], "grant", Fraction(1, 4)),) if chance.random() < 0.3 else (),
        bounds=(Bound(ids[1]),) if chance.random() < 0.3 else (),
        requires=tuple(some(0.4)),
        excludes=tuple(some(0.4)),
        bundles=tuple(some(0.2)),
        pairs=tuple(Pair(a, b, chance.randint(-60, 60)) for a, b in some(0.6)),
        capacities=(Capacity("planners", 2027, chance.randint(2, 8)),) if chance.random() < 0.4 else (),
    )
