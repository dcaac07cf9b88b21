"""The round of unspent money: what is left of a year, and what becomes of it in the next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.model.budget import Budget, Remainder, Transfer
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.portfolio.budget import rows


@dataclass(frozen=True, slots=True)
class Round:
    """One row of the round, and the money it became next year; nothing where there is no such."""

    row: Remainder
    carried: Pile


def budget_of(area: Area, year: int) -> Record[Budget] | None:
    """The budget of a year."""
    return next((record for record in area.of(Budget) if record.model.year == year), None)


def is_over(budget: Budget) -> bool:
    """Whether the year's accounts are ready, or the round has begun."""
    return budget.closed is not None or bool(budget.remainders)


def left(budget: Budget) -> Iterator[tuple[str, Money]]:
    """Regulated budget less what is spent, by project; only where both are known in the same kroner."""
    for row in rows(budget):
        both = row.regulated + row.spent
        if row.spent.levels and row.regulated.levels and not both.is_mixed and not both.has_unknown:
            yield row.name, Money(row.regulated.ore - row.spent.ore, both.levels[0][0])


def in_round(budget: Budget, project: str) -> tuple[Remainder, ...]:
    """The rows of the round that are about a project."""
    return tuple(row for row in budget.remainders if row.project.casefold() == project.casefold())


def transfers_of(row: Remainder, year: int, later: Budget | None) -> tuple[Transfer, ...]:
    """Where a later budget has the money of a row: its project, source and recipient, as far as told."""
    found = later.transfers if later is not None else []
    return tuple(each for each in found if _is_from(each, year) and _are_one(each, row))


def row_of(transfer: Transfer, earlier: Budget) -> tuple[Remainder, ...]:
    """The rows of a round that a transfer may come from."""
    return tuple(row for row in earlier.remainders if _are_one(transfer, row))


def the_round(area: Area, budget: Budget) -> tuple[Round, ...]:
    """Each row with what next year's budget has of it."""
    later = budget_of(area, int(budget.year) + 1)
    return tuple(
        Round(row, Pile.of(each.money for each in transfers_of(row, int(budget.year), later.model)))
        if later is not None
        else Round(row, Pile())
        for row in budget.remainders
    )


def total(moneys: Iterable[Money | None]) -> Money | None:
    """The sum, where all are known in the same kroner."""
    pile = Pile.of(moneys)
    return None if pile.is_mixed or pile.has_unknown or not pile.levels else pile.moneys[0]


def _is_from(transfer: Transfer, year: int) -> bool:
    """A transfer that does not say from which year is taken to be of the year before."""
    return isinstance(transfer.from_year, Unknown | None) or int(transfer.from_year) == year


def _are_one(transfer: Transfer, row: Remainder) -> bool:
    """What one of them does not tell keeps them not apart."""
    pairs = (
        (transfer.project, row.project),
        (transfer.means, row.means),
        (transfer.recipient, row.recipient),
    )
    return all(
        not isinstance(one, str) or not isinstance(other, str) or one.casefold() == other.casefold()
        for one, other in pairs
    )
