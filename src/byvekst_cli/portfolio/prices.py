"""Amounts put at another price level with a declared index, and never beyond what the index covers."""

from dataclasses import dataclass
from decimal import Decimal

from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.price_index import PriceIndex


@dataclass(frozen=True, slots=True)
class Factor:
    """What an amount is multiplied by: the index in the year wanted over that in its own year."""

    index: str
    since: int
    until: int
    value: Decimal


def level(index: PriceIndex, year: int) -> Decimal | None:
    """The index of a whole year: its own value, or the mean of all its quarters or months; else None.

    Statistics Norway's yearly figures are such means: table 3 of 2013-01-24 has 111.1 for 2006, whose
    quarters (table 1 of 2008-04-24) are 109.0, 110.4, 111.7 and 113.3.
    """
    values = {str(when): value for when, value in index.values.items()}
    if str(year) in values:
        return values[str(year)]
    for parts in ([f"{year}-Q{n}" for n in range(1, 5)], [f"{year}-{n:02}" for n in range(1, 13)]):
        found = [values[part] for part in parts if part in values]
        if len(found) == len(parts):
            return sum(found, Decimal(0)) / len(found)
    return None


def years_covered(index: PriceIndex) -> tuple[int, ...]:
    """The years that the index has a level for, in order."""
    years = sorted({when.first.year for when in index.values})
    return tuple(year for year in years if level(index, year) is not None)


def factor(index: PriceIndex | None, since: PriceYear, until: int) -> Factor | None:
    """From one price level to a year's, or None where it cannot be told.

    Nominal and unknown kroner belong to no year, so nothing can be told of them.
    """
    own = since.basis
    if not isinstance(own, int):
        return None
    if own == until:
        return Factor("", own, until, Decimal(1))
    before, after = (level(index, year) if index else None for year in (own, until))
    if index is None or before is None or after is None or before <= 0 or after <= 0:
        return None
    return Factor(index.id, own, until, after / before)


def at_level(money: Money, index: PriceIndex | None, until: int) -> Money | None:
    """The amount in another year's kroner, to the nearest øre; None where it cannot be told."""
    found = factor(index, money.year, until)
    return Money(round(money.ore * found.value), PriceYear(until)) if found else None


def moved(pile: Pile, index: PriceIndex | None, until: int) -> Pile:
    """A pile in one year's kroner as far as it can be told; the rest stays as it was."""
    found = Pile.of(at_level(money, index, until) or money for money in pile.moneys)
    return Pile(found.levels, pile.has_unknown)
