"""A year's budget after everything that has moved: adopted + carried over ± reallocated = regulated."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from byvekst_cli.model.budget import Budget, Purse
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING, Pile


@dataclass(frozen=True, slots=True)
class Row:
    """One project, or the purse that is no project, by its name."""

    name: str
    adopted: Pile = NOTHING
    carried: Pile = NOTHING
    moved: Pile = NOTHING
    promised: Pile = NOTHING
    bound: Pile = NOTHING
    paid: Pile = NOTHING
    spent: Pile = NOTHING

    @property
    def regulated(self) -> Pile:
        return self.adopted + self.carried + self.moved


def rows(budget: Budget) -> tuple[Row, ...]:
    """Every project and purse that the year has money for, in the order that it is named."""
    found: dict[str, Row] = {}
    for name, column, money in _entries(budget):
        row = found.setdefault(name.casefold(), Row(name))
        found[name.casefold()] = replace(row, **{column: getattr(row, column) + Pile.of([money])})
    return tuple(found.values())


def _entries(budget: Budget) -> Iterator[tuple[str, str, Money | None]]:
    for post in budget.posts:
        yield post.project, "adopted", post.money
        for column in ("promised", "bound", "paid", "spent"):
            amount = getattr(post, column)
            if amount is not None:
                yield post.project, column, Money.known(amount, post.price_year)
    for transfer in budget.transfers:
        yield transfer.project, "carried", transfer.money
    for moved in budget.reallocations:
        money = moved.money
        if _is_of(moved.origin, budget):
            yield _name(moved.origin), "moved", money and Money(-money.ore, money.year)
        if _is_of(moved.target, budget):
            yield _name(moved.target), "moved", money


def _is_of(purse: Purse, budget: Budget) -> bool:
    """Whether the money is this year's; a purse that does not say which year is taken to be."""
    return not isinstance(purse.year, Decimal) or purse.year == budget.year


def _name(purse: Purse) -> str:
    """The project, or what the money belongs to, or else the source itself."""
    return purse.project or purse.what or str(purse.means)
