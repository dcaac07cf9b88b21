"""Amounts that are added only within their price level, and marked where they are of several."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from byvekst_cli.model.money import Money, PriceYear


@dataclass(frozen=True, slots=True)
class Pile:
    """Øre by price level, in the order they came; `has_unknown` where an amount is not known."""

    levels: tuple[tuple[PriceYear, int], ...] = ()
    has_unknown: bool = False

    @classmethod
    def of(cls, amounts: Iterable[Money | None]) -> "Pile":
        """None stands for an amount that is not known."""
        found: dict[PriceYear, int] = {}
        has_unknown = False
        for money in amounts:
            if money is None:
                has_unknown = True
            else:
                found[money.year] = found.get(money.year, 0) + money.ore
        return cls(tuple(found.items()), has_unknown)

    @property
    def moneys(self) -> tuple[Money, ...]:
        return tuple(Money(ore, year) for year, ore in self.levels)

    @property
    def ore(self) -> int:
        """The sum over all levels; only to be shown with the mark when it `is_mixed`."""
        return sum(ore for _, ore in self.levels)

    @property
    def is_mixed(self) -> bool:
        """True when the sum is of kroner of different worth, or of a worth that nobody knows."""
        return len(self.levels) > 1 or any(year.is_unknown for year, _ in self.levels)

    def __bool__(self) -> bool:
        return bool(self.levels) or self.has_unknown

    def __add__(self, other: "Pile") -> "Pile":
        both = Pile.of((*self.moneys, *other.moneys))
        return Pile(both.levels, self.has_unknown or other.has_unknown)


NOTHING: Final = Pile()


def together(piles: Iterable[Pile]) -> Pile:
    """All of them in one."""
    total = NOTHING
    for pile in piles:
        total += pile
    return total
