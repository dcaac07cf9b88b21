"""Whether a programme keeps every binding, in whole øre and apart from the rows that the solver had."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from byvekst_cli.choice.instance import Base, Instance, Programme, Share, Source, start_of
from byvekst_cli.choice.rows import Binding

SLIP: Final = 100
"""Øre: one krone is the finest that files hold, so less than that is rounding and not a breach."""


@dataclass(frozen=True, slots=True)
class Breach:
    """What is not kept, and by how much: øre, or a count for what is no money."""

    binding: Binding
    about: tuple[str, ...]
    over: int


def breaches(instance: Instance, programme: Programme) -> tuple[Breach, ...]:
    """Nothing where every binding is kept."""
    checks = (_starts, _money, _incomes, _shares, _parts, _relations, _capacity)
    return tuple(breach for check in checks for breach in check(instance, programme))


def _starts(instance: Instance, programme: Programme) -> Iterator[Breach]:
    known = {each.id: {start.id for start in each.starts} for each in instance.candidates}
    for id in sorted(programme.chosen):
        own = [start for chosen, start in programme.starts if chosen == id]
        if len(own) != 1 or own[0] not in known.get(id, set()):
            yield Breach(Binding.ONE_START, (id,), len(own))
    for bound in instance.bounds:
        own = [start for id, start in programme.starts if id == bound.candidate]
        if not own or (bound.start is not None and own != [bound.start]):
            yield Breach(Binding.BOUND, (bound.candidate,), 1)
    for id in sorted(instance.forced_in - programme.chosen | instance.forced_out & programme.chosen):
        yield Breach(Binding.FORCED, (id,), 1)


def _money(instance: Instance, programme: Programme) -> Iterator[Breach]:
    """Every chosen year is paid in full, by sources that may, and nothing else is paid."""
    due: dict[tuple[str, int], int] = {}
    for id, start in programme.starts:
        for year, ore in start_of(instance, id, start).cost:
            due[id, year] = due.get((id, year), 0) + ore
    paid: dict[tuple[str, int], int] = {}
    candidates = {each.id: each for each in instance.candidates}
    for (id, source, year), ore in programme.flows:
        paid[id, year] = paid.get((id, year), 0) + ore
        if ore < 0 or not instance.may_pay(source, candidates[id]):
            yield Breach(Binding.FUNDING, (id, source, str(year)), abs(ore))
    for id, year in sorted({*due, *paid}):
        lacks = due.get((id, year), 0) - paid.get((id, year), 0)
        if lacks:
            yield Breach(Binding.FUNDING, (id, str(year)), lacks)


def used(programme: Programme, source: str, year: int | None = None, candidate: str | None = None) -> int:
    """What is paid from a source, of a year and to a candidate where these are given (øre)."""
    return sum(
        ore
        for (id, own, paid), ore in programme.flows
        if own == source and year in (None, paid) and candidate in (None, id)
    )


def left(instance: Instance, source: Source, programme: Programme) -> tuple[tuple[int, int], ...]:
    """By year what is not used, with what was carried over; less than 0 where too much is used."""
    carried, found = 0, []
    for year in instance.years:
        over = carried + source.in_year(year) - used(programme, source.id, year)
        found.append((year, over))
        may = source.carries_until is not None and year < source.carries_until
        carried = max(over, 0) if may else 0
    return tuple(found)


def _incomes(instance: Instance, programme: Programme) -> Iterator[Breach]:
    for source in instance.sources:
        for year, over in left(instance, source, programme):
            if over <= -SLIP:
                yield Breach(Binding.INCOME, (source.id, str(year)), -over)


def _shares(instance: Instance, programme: Programme) -> Iterator[Breach]:
    for share in instance.shares:
        every, last = instance.years, instance.last_year
        for until in every if share.each_year else {min(last, every[-1]), every[-1]}:
            years = [until] if share.each_year else [year for year in every if year <= until]
            base = sum(_base(instance, programme, share, year) for year in years)
            own = sum(
                each.part_in(share.group) * used(programme, share.source, year, each.id)
                for each in instance.candidates
                for year in years
            )
            over = max(own - share.high * base, (share.low * base - own) if share.low else Fraction(0))
            if over >= SLIP:
                yield Breach(Binding.SHARE, (share.id, share.group), round(over))


def _base(instance: Instance, programme: Programme, share: Share, year: int) -> int:
    source = next(each for each in instance.sources if each.id == share.source)
    if share.base is Base.SPENT:
        return used(programme, share.source, year)
    return source.in_year(year)


def _parts(instance: Instance, programme: Programme) -> Iterator[Breach]:
    costs = {id: start_of(instance, id, start).total for id, start in programme.starts}
    for cover in instance.covers:
        for id, cost in costs.items():
            over = used(programme, cover.source, candidate=id) - cover.most * cost
            if over >= SLIP:
                yield Breach(Binding.COVER, (cover.id, id), round(over))
    for own in instance.own_shares:
        cost = costs.get(own.candidate, 0)
        lacks = own.least * cost - used(programme, own.source, candidate=own.candidate)
        if lacks >= SLIP:
            yield Breach(Binding.OWN_SHARE, (own.id, own.candidate), round(lacks))


def _relations(instance: Instance, programme: Programme) -> Iterator[Breach]:
    has = programme.chosen.__contains__
    for one, other in instance.requires:
        if has(one) and not has(other):
            yield Breach(Binding.REQUIRES, (one, other), 1)
    for one, other in instance.excludes:
        if has(one) and has(other):
            yield Breach(Binding.EXCLUDES, (one, other), 1)
    for one, other in instance.bundles:
        if has(one) != has(other):
            yield Breach(Binding.BUNDLE, (one, other), 1)


def _capacity(instance: Instance, programme: Programme) -> Iterator[Breach]:
    for each in instance.capacities:
        uses = (use for id, start in programme.starts for use in start_of(instance, id, start).uses)
        taken = sum(n for name, year, n in uses if (name, year) == (each.resource, each.year))
        if taken > each.limit:
            yield Breach(Binding.CAPACITY, (each.resource, str(each.year)), taken - each.limit)
