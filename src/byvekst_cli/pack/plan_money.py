"""The money of a programme as sources, and what binds it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from byvekst_cli.choice.instance import (
    Base,
    Candidate,
    Capacity,
    Cover,
    Earmark,
    Share,
    Source,
)
from byvekst_cli.model.funding_plan import Over, Scheme, Split
from byvekst_cli.model.money import Money
from byvekst_cli.model.project import Project
from byvekst_cli.pack.plan_frame import Frame, Note
from byvekst_cli.portfolio.balance import carried_until
from byvekst_cli.portfolio.earmarks import allows

HUNDRED: Final = 100


def incomes_of(frame: Frame) -> dict[str, dict[int, int]]:
    """Øre by source and year, at the plan's price level."""
    found: dict[str, dict[int, int]] = {}
    for row in frame.programme.income:
        means = row.means.casefold()
        for when, amount in row.years.items():
            year = when.first.year
            if not frame.first <= year <= frame.last:
                continue
            money = Money.known(amount, row.price_year)
            moved = frame.moved(money, Note.INCOME_PRICE_YEAR, means)
            if money is None:
                frame.note(Note.UNKNOWN_INCOME, means)
            elif moved is not None:
                own = found.setdefault(means, {})
                own[year] = own.get(year, 0) + moved
    return found


def sources_of(
    frame: Frame, incomes: Mapping[str, Mapping[int, int]], candidates: tuple[Candidate, ...]
) -> tuple[Source, ...]:
    """Income goes on after the last year as in it, as far as the programme lets it be committed."""
    costs = (year for each in candidates for start in each.starts for year, _ in start.cost)
    after = range(frame.last + 1, max(costs, default=frame.last) + 1)
    part = Decimal(HUNDRED) if frame.programme.after is None else frame.programme.after
    carries = _carries(frame)
    found = []
    for means, years in sorted(incomes.items()):
        last = int(max(years.get(frame.last, 0), 0) * part / HUNDRED)
        if after:
            frame.note(Note.INCOME_AFTER, means)
        if means not in carries:
            frame.note(Note.NO_CARRY, means)
        rows = {**years, **dict.fromkeys(after, last)}
        found.append(Source(means, tuple(sorted(rows.items())), carries.get(means)))
    return tuple(found)


def _schemes(frame: Frame, means: str) -> list[tuple[str, Scheme]]:
    """The schemes of a source whose period reaches into the years."""
    return [
        (record.id, record.model)
        for record in frame.area.of(Scheme)
        if isinstance(record.model.means, str)
        and record.model.means.casefold() == means
        and any(record.model.period.has_year(year) for year in range(frame.first, frame.last + 1))
    ]


def _carries(frame: Frame) -> dict[str, int]:
    schemes = (record.model for record in frame.area.of(Scheme))
    told = ((each.means, carried_until(each)) for each in schemes if isinstance(each.means, str))
    return {means.casefold(): year for means, year in told if year is not None}


def earmarks_of(
    frame: Frame, incomes: Mapping[str, object], known: Mapping[str, Candidate]
) -> Iterator[Earmark]:
    """A source is tied where every scheme of it is; one free scheme may pay for all."""
    for means in sorted(incomes):
        schemes = _schemes(frame, means)
        marks = [scheme.earmarked_to for _, scheme in schemes if scheme.earmarked_to]
        if not marks or len(marks) < len(schemes):
            continue
        projects = {id: frame.area.one(Project, id) for id in known}
        members = [id for id, sheet in projects.items() if sheet and any(allows(m, sheet) for m in marks)]
        name = schemes[0][0]
        purposes = [scheme.purpose or scheme.earmark for _, scheme in schemes]
        frame.purposes |= {name: "; ".join(p for p in purposes if p)} if any(purposes) else {}
        yield Earmark(name, means, frozenset(members))


def covers_of(frame: Frame, incomes: Mapping[str, object]) -> Iterator[Cover]:
    for means in sorted(incomes):
        for id, scheme in _schemes(frame, means):
            if isinstance(scheme.covers, Decimal) and scheme.covers < HUNDRED:
                name = f"{id}-del"
                frame.purposes |= {name: scheme.purpose} if scheme.purpose else {}
                yield Cover(name, means, Fraction(scheme.covers) / HUNDRED)


def splits_of(frame: Frame, means: set[str]) -> list[tuple[str, Split]]:
    years = range(frame.first, frame.last + 1)
    found = []
    for record in frame.area.of(Split):
        split = record.model
        in_time = split.period is None or any(split.period.has_year(year) for year in years)
        if isinstance(split.means, str) and split.means.casefold() in means and in_time:
            found.append((record.id, split))
    return found


def shares_of(frame: Frame, splits: list[tuple[str, Split]]) -> Iterator[Share]:
    for id, split in splits:
        if split.purpose:
            frame.purposes[id] = split.purpose
        means, each_year = str(split.means).casefold(), split.over is Over.YEAR
        for party, percent in split.shares.items():
            group = f"{id}:{party.casefold()}"
            part = Fraction(percent) / HUNDRED
            if split.leeway is None:
                yield Share(id, means, group, part, each_year=each_year)
            else:
                give = Fraction(split.leeway) / HUNDRED
                low, high = max(part - give, Fraction(0)), min(part + give, Fraction(1))
                yield Share(id, means, group, high, low, Base.SPENT, each_year)


def capacities_of(frame: Frame) -> Iterator[Capacity]:
    for row in frame.programme.capacity:
        for when, count in row.years.items():
            yield Capacity(row.resource.casefold(), when.first.year, int(count))
