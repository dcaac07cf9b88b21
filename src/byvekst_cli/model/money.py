"""Money that is exact and knows its price year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, Self

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from byvekst_cli.model.reads import Reads
from byvekst_cli.model.unknown import WORDS, Unknown

ORE_PER_MNOK: Final = 100_000_000


class PriceBasis(Enum):
    """Price levels that are not a year: nominal kroner, and not known."""

    CURRENT = "løpende"
    UNKNOWN = "ukjent"


@dataclass(frozen=True, slots=True)
class PriceYear(Reads):
    """A year's kroner (`2022`), nominal kroner (`løpende`), or not known (`ukjent`)."""

    basis: int | PriceBasis

    @property
    def is_unknown(self) -> bool:
        return self.basis is PriceBasis.UNKNOWN

    @property
    def written(self) -> int | str:
        """As a file has it: a number, or a word."""
        return self.basis.value if isinstance(self.basis, PriceBasis) else self.basis

    def __str__(self) -> str:
        return str(self.written)

    @classmethod
    def read(cls, value: object) -> Self:
        if isinstance(value, int) and not isinstance(value, bool) and 1950 <= value <= 2100:
            return cls(value)
        if value == PriceBasis.CURRENT.value:
            return cls(PriceBasis.CURRENT)
        if isinstance(value, str) and value in WORDS:
            return cls(PriceBasis.UNKNOWN)
        raise PydanticCustomError("price_year", "not a price year")

    @classmethod
    def schema(cls) -> JsonSchemaValue:
        year = {"type": "integer", "minimum": 1950, "maximum": 2100}
        return {"anyOf": [year, {"enum": [PriceBasis.CURRENT.value, *WORDS]}]}


class MixedPriceYears(ValueError):
    """Raised when amounts of different or unknown price years would be added in silence."""


@dataclass(frozen=True, slots=True)
class Money:
    """Whole øre in one price year."""

    ore: int
    year: PriceYear

    @classmethod
    def mnok(cls, amount: Decimal, year: PriceYear) -> Self:
        """From millions of kroner with at most eight decimals, exactly."""
        ore = amount * ORE_PER_MNOK
        if ore != ore.to_integral_value():
            raise ValueError(f"{amount} MNOK is not whole øre")
        return cls(int(ore), year)

    @classmethod
    def known(cls, amount: Decimal | Unknown | None, year: PriceYear) -> Self | None:
        """From millions of kroner as a file has them; None where the amount is not known."""
        return None if isinstance(amount, Unknown | None) else cls.mnok(amount, year)

    @property
    def in_mnok(self) -> Decimal:
        return Decimal(self.ore) / ORE_PER_MNOK

    def __add__(self, other: "Money") -> "Money":
        """Exact sum; raises MixedPriceYears unless both have the same known price level."""
        if self.year != other.year or self.year.is_unknown:
            raise MixedPriceYears(f"{self.year} + {other.year}")
        return Money(self.ore + other.ore, self.year)


def price_years(amounts: Iterable[Money]) -> tuple[PriceYear, ...]:
    """The different price levels among the amounts, in the order they come."""
    return tuple(dict.fromkeys(amount.year for amount in amounts))
