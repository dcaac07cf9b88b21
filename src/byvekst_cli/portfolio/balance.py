"""What comes in and goes out of each source of money, by year, with what is carried and borrowed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.funding_plan import FundingPlan, Scheme
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.lines import Line
from byvekst_cli.portfolio.prices import moved

_NO: Final = ("nei", "inga", "ingen", "ikke", "ikkje", "kan ikke", "kan ikkje")
_ALWAYS: Final = 9999
Entry = tuple[str, int, Money | None]
"""A source of money, a year, and an amount; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Year:
    """One source in one year.

    `loans` is what is borrowed less instalments and interest, with advance payments in the year they
    come and out again in the year they are paid back. `carried` is what was left the year before,
    where the source may be carried over.
    """

    means: str
    year: int
    income: Pile = NOTHING
    loans: Pile = NOTHING
    carried: Pile = NOTHING
    use: Pile = NOTHING
    has_income: bool = True

    @property
    def left(self) -> Money | None:
        """Income, loans and what was carried, less use; None where it cannot be told.

        It cannot where amounts stand at several or unknown levels, an amount is unknown, or nobody
        has said what comes in.
        """
        everything = together((self.income, self.loans, self.carried, self.use))
        if not self.has_income or not everything.levels or everything.is_mixed or everything.has_unknown:
            return None
        comes = self.income.ore + self.loans.ore + self.carried.ore
        return Money(comes - self.use.ore, everything.levels[0][0])


def gathered(area: Area, programme: Programme | None, lines: Iterable[Line]) -> tuple[Year, ...]:
    """Each source and year of the programme in which something comes in or goes out; nothing carried."""
    plan = next((record.model for record in area.of(FundingPlan)), FundingPlan())
    rows: dict[tuple[str, int], Year] = {}

    def add(field: str, entries: Iterable[Entry]) -> None:
        for name, year, money in entries:
            means = name.casefold()
            if programme is not None and not programme.period.has_year(year):
                continue
            row = rows.setdefault((means, year), Year(means, year))
            rows[means, year] = replace(row, **{field: getattr(row, field) + Pile.of([money])})

    add("income", _income(area, programme))
    add("loans", _loans(plan))
    add("use", _use(lines))
    with_income = {row.means for row in rows.values() if row.income}
    found = (replace(row, has_income=row.means in with_income) for row in rows.values())
    return tuple(sorted(found, key=lambda row: (row.means, row.year)))


def carried_over(rows: Iterable[Year], area: Area) -> Iterator[Year]:
    """What is left goes on to the next year where a scheme says that it may; a lack stays in its year.

    Where it cannot be told what is left, it cannot be told what is carried either.
    """
    last_years = {scheme.model.means: carried_until(scheme.model) for scheme in area.of(Scheme)}
    before: Year | None = None
    for row in rows:
        until = last_years.get(row.means)
        if before is not None and before.means == row.means and until is not None and row.year <= until:
            left = before.left
            goes_on = left is None or left.ore > 0
            before = replace(row, carried=Pile.of([left])) if goes_on else row
        else:
            before = row
        yield before


def at_year_level(row: Year, index: PriceIndex | None, year: int) -> Year:
    """What comes in, in one year's kroner as far as it can be told; the use is the lines' own."""
    return replace(row, income=moved(row.income, index, year), loans=moved(row.loans, index, year))


def carried_until(scheme: Scheme) -> int | None:
    """The last year that money of a scheme may be carried into; None where it may not be at all."""
    carry = scheme.carry_over
    allowed = carry.allowed if carry else None
    if carry is None or not isinstance(allowed, str) or allowed.casefold().startswith(_NO):
        return None
    return carry.deadline.last.year if isinstance(carry.deadline, When) else _ALWAYS


def _income(area: Area, programme: Programme | None) -> Iterator[Entry]:
    """The programme's own word, or else that of the funding plan."""
    if programme is not None and programme.income:
        for row in programme.income:
            yield from _yearly(row.means, row.years.items(), row.price_year)
        return
    for scheme in area.of(Scheme):
        if isinstance(scheme.model.means, str):
            yield from ((scheme.model.means, year, money) for year, money in scheme.model.incomes)


def _loans(plan: FundingPlan) -> Iterator[Entry]:
    """Of rows that tell of one loan on different days, the latest counts, year by year."""
    found: dict[tuple[str, str | None, str, When], Money | None] = {}
    for loan in sorted(plan.loans, key=lambda loan: loan.dated.last):
        for field in ("borrowed", "instalments", "interest"):
            for when, amount in getattr(loan, field).items():
                money = Money.known(amount, loan.price_year)
                found[loan.means, loan.name, field, when] = money
    for (means, _, field, when), money in found.items():
        sign = 1 if field == "borrowed" else -1
        yield means, when.first.year, money and Money(sign * money.ore, money.year)
    for advance in plan.advances:
        for when, sign in ((advance.year, 1), (advance.repaid, -1)):
            money = advance.money
            if isinstance(when, When):
                yield advance.means, when.first.year, money and Money(sign * money.ore, money.year)


def _use(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        for (means, year), pile in line.cells.items():
            if means is not None and year is not None:
                yield from ((means, year, money) for money in pile.moneys)
                if pile.has_unknown:
                    yield means, year, None


def _yearly(
    means: str, years: Iterable[tuple[When, Decimal | Unknown | None]], level: PriceYear
) -> Iterator[Entry]:
    for when, amount in years:
        yield means, when.first.year, Money.known(amount, level)
