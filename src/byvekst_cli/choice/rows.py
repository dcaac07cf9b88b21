"""Each binding as rows of the mixed-integer program: one small function a binding. Money is in MNOK."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from math import inf
from typing import Final

from byvekst_cli.choice.columns import Columns
from byvekst_cli.choice.instance import Base, Instance, Share

UNIT: Final = 100_000_000
"""Øre in one MNOK."""


class Binding(Enum):
    """What a row stands for."""

    ONE_START = "one-start"
    FUNDING = "funding"
    INCOME = "income"
    SHARE = "share"
    COVER = "cover"
    OWN_SHARE = "own-share"
    BOUND = "bound"
    REQUIRES = "requires"
    EXCLUDES = "excludes"
    BUNDLE = "bundle"
    SYNERGY = "synergy"
    CAPACITY = "capacity"
    FORCED = "forced"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Row:
    """low ≤ the sum of the terms ≤ high. `about` names what it is of, in the order people read it."""

    binding: Binding
    about: tuple[str, ...]
    terms: Mapping[int, float]
    low: float
    high: float


Builder = Callable[[Instance, Columns], Iterator[Row]]


def one_start(instance: Instance, columns: Columns) -> Iterator[Row]:
    """A candidate is begun once or not at all."""
    for id in instance.ids:
        yield Row(Binding.ONE_START, (id,), dict.fromkeys(columns.of(id), 1.0), -inf, 1)


def funding(instance: Instance, columns: Columns) -> Iterator[Row]:
    """Each year of a chosen candidate is paid in full, and nothing more."""
    for each in instance.candidates:
        for year in sorted({year for start in each.starts for year, ore in start.cost if ore}):
            terms = {
                columns.starts[each.id, start.id]: -ore / UNIT
                for start in each.starts
                for own, ore in start.cost
                if own == year
            }
            sources = (source.id for source in instance.sources)
            keys = ((each.id, source, year) for source in sources)
            terms |= {columns.flows[key]: 1.0 for key in keys if key in columns.flows}
            yield Row(Binding.FUNDING, (each.id, str(year)), terms, 0, 0)


def income(instance: Instance, columns: Columns) -> Iterator[Row]:
    """What is paid and carried on is at most what comes in and was carried over."""
    years = instance.years
    for source in instance.sources:
        for at, year in enumerate(years):
            terms = {
                column: 1.0 for (_, q, t), column in columns.flows.items() if q == source.id and t == year
            }
            if (source.id, year) in columns.carried:
                terms[columns.carried[source.id, year]] = 1.0
            if at and (source.id, years[at - 1]) in columns.carried:
                terms[columns.carried[source.id, years[at - 1]]] = -1.0
            yield Row(Binding.INCOME, (source.id, str(year)), terms, -inf, source.in_year(year) / UNIT)


def shares(instance: Instance, columns: Columns) -> Iterator[Row]:
    """A group's part of a source lies within its bounds."""
    for share in instance.shares:
        for years in spans(instance, share):
            about = (share.id, share.group, *(map(str, years) if share.each_year else ()))
            if share.base is Base.INCOME:
                yield _of_income(instance, columns, share, years, about)
            else:
                yield from _of_spent(instance, columns, share, years, about)


def spans(instance: Instance, share: Share) -> list[tuple[int, ...]]:
    """Each year, or the period and what is committed after it too: later income is no room in the period."""
    if share.each_year:
        return [(year,) for year in instance.years]
    period = tuple(year for year in instance.years if year <= instance.last_year)
    return [period] if period == instance.years else [period, instance.years]


def _of_income(
    instance: Instance, columns: Columns, share: Share, years: tuple[int, ...], about: tuple[str, ...]
) -> Row:
    source = next(each for each in instance.sources if each.id == share.source)
    comes = sum(source.in_year(year) for year in years)
    terms = _group(instance, columns, share, years, Fraction(0))
    low = float(share.low * comes / UNIT) if share.low else -inf
    return Row(Binding.SHARE, about, terms, low, float(share.high * comes / UNIT))


def _of_spent(
    instance: Instance, columns: Columns, share: Share, years: tuple[int, ...], about: tuple[str, ...]
) -> Iterator[Row]:
    yield Row(Binding.SHARE, about, _group(instance, columns, share, years, share.high), -inf, 0)
    if share.low:
        yield Row(Binding.SHARE, about, _group(instance, columns, share, years, share.low), 0, inf)


def _group(
    instance: Instance, columns: Columns, share: Share, years: tuple[int, ...], less: Fraction
) -> dict[int, float]:
    parts = {each.id: each.part_in(share.group) - less for each in instance.candidates}
    return {
        column: float(parts[id])
        for (id, source, year), column in columns.flows.items()
        if source == share.source and year in years and parts[id]
    }


def covers(instance: Instance, columns: Columns) -> Iterator[Row]:
    """A source pays no more than its part of each candidate's cost."""
    for cover in instance.covers:
        for each in instance.candidates:
            terms = _paid(columns, each.id, cover.source)
            if terms:
                terms |= _cost(instance, columns, each.id, cover.most)
                yield Row(Binding.COVER, (cover.id, each.id), terms, -inf, 0)


def own_shares(instance: Instance, columns: Columns) -> Iterator[Row]:
    """A source pays at least its part of one candidate's cost."""
    for own in instance.own_shares:
        terms = _paid(columns, own.candidate, own.source)
        terms |= _cost(instance, columns, own.candidate, own.least)
        yield Row(Binding.OWN_SHARE, (own.id, own.candidate), terms, 0, inf)


def _paid(columns: Columns, candidate: str, source: str) -> dict[int, float]:
    return {column: 1.0 for (id, q, _), column in columns.flows.items() if id == candidate and q == source}


def _cost(instance: Instance, columns: Columns, candidate: str, part: Fraction) -> dict[int, float]:
    found = next(each for each in instance.candidates if each.id == candidate)
    return {columns.starts[candidate, start.id]: -float(part * start.total / UNIT) for start in found.starts}


def bounds(instance: Instance, columns: Columns) -> Iterator[Row]:
    """What is decided already is in."""
    for bound in instance.bounds:
        own = (
            columns.of(bound.candidate)
            if bound.start is None
            else (columns.starts[bound.candidate, bound.start],)
        )
        yield Row(Binding.BOUND, (bound.candidate,), dict.fromkeys(own, 1.0), 1, 1)


def requires(instance: Instance, columns: Columns) -> Iterator[Row]:
    """The first is in only if the second is."""
    for one, other in instance.requires:
        yield Row(Binding.REQUIRES, (one, other), _difference(columns, one, other), -inf, 0)


def bundles(instance: Instance, columns: Columns) -> Iterator[Row]:
    """Both or neither."""
    for one, other in instance.bundles:
        yield Row(Binding.BUNDLE, (one, other), _difference(columns, one, other), 0, 0)


def excludes(instance: Instance, columns: Columns) -> Iterator[Row]:
    """At most one of the two."""
    for one, other in instance.excludes:
        terms = dict.fromkeys((*columns.of(one), *columns.of(other)), 1.0)
        yield Row(Binding.EXCLUDES, (one, other), terms, -inf, 1)


def synergy(instance: Instance, columns: Columns) -> Iterator[Row]:
    """A pair counts exactly when both are in; all three rows, or an overlap could be left out."""
    for at, pair in enumerate(instance.pairs):
        column, about = columns.pairs[at], (pair.one, pair.other)
        for id in about:
            yield Row(Binding.SYNERGY, about, {column: 1.0, **dict.fromkeys(columns.of(id), -1.0)}, -inf, 0)
        both = dict.fromkeys((*columns.of(pair.one), *columns.of(pair.other)), 1.0)
        yield Row(Binding.SYNERGY, about, {column: -1.0, **both}, -inf, 1)


def capacities(instance: Instance, columns: Columns) -> Iterator[Row]:
    """What candidates use in a year is at most what there is."""
    for each in instance.capacities:
        terms: dict[int, float] = {}
        for candidate in instance.candidates:
            for start in candidate.starts:
                used = sum(n for name, year, n in start.uses if (name, year) == (each.resource, each.year))
                if used:
                    terms[columns.starts[candidate.id, start.id]] = float(used)
        yield Row(Binding.CAPACITY, (each.resource, str(each.year)), terms, -inf, each.limit)


def forced(instance: Instance, columns: Columns) -> Iterator[Row]:
    """What was asked to be in or out for once."""
    for ids, number in ((instance.forced_in, 1), (instance.forced_out, 0)):
        for id in sorted(ids):
            yield Row(Binding.FORCED, (id,), dict.fromkeys(columns.of(id), 1.0), number, number)


BUILDERS: Final[tuple[Builder, ...]] = (
    one_start, funding, income, shares, covers, own_shares, bounds, requires, bundles, excludes, synergy,
    capacities, forced,
)  # fmt: skip


def rows(instance: Instance, columns: Columns) -> tuple[Row, ...]:
    """Everything that binds."""
    return tuple(row for build in BUILDERS for row in build(instance, columns))


def chosen_is(columns: Columns, ids: tuple[str, ...], chosen: frozenset[str]) -> Row:
    """A row that only another set of candidates fulfils."""
    terms = {column: -1.0 if id in chosen else 1.0 for id in ids for column in columns.of(id)}
    return Row(Binding.CHOSEN, (), terms, 1 - len(chosen), inf)


def _difference(columns: Columns, one: str, other: str) -> dict[int, float]:
    return {**dict.fromkeys(columns.of(one), 1.0), **dict.fromkeys(columns.of(other), -1.0)}
