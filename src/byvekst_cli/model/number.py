"""Exact numbers with bounds: int and Decimal as read, never float, never true or false."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


@dataclass(frozen=True, slots=True)
class Number:
    """Marks a number field: bounds (both included) and the most decimals it may have.

    `figure` says that the number is a statement about the world and needs a source; `unit` is what
    it counts, where that is always the same.
    """

    low: int | None = None
    high: int | None = None
    places: int | None = None
    figure: bool = True
    unit: str | None = None

    def read(self, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise PydanticCustomError("number", "not a number")
        number = Decimal(value)
        if self.low is not None and number < self.low:
            raise PydanticCustomError("too_low", "too low", {"limit": self.low})
        if self.high is not None and number > self.high:
            raise PydanticCustomError("too_high", "too high", {"limit": self.high})
        if self.places is not None and _decimals(number) > self.places:
            kind = "whole" if self.places == 0 else "decimals"
            raise PydanticCustomError(kind, "too many decimals", {"limit": self.places})
        return number

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        bounds = {"minimum": self.low, "maximum": self.high}
        kind = "integer" if self.places == 0 else "number"
        return {"type": kind} | {key: at for key, at in bounds.items() if at is not None}


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


MILLION = 1_000_000
Amount = Annotated[Decimal, Number(low=-MILLION, high=MILLION, places=6, unit="MNOK")]
"""MNOK with at most 6 decimals, which is whole kroner."""
Percent = Annotated[Decimal, Number(low=0, high=100, unit="percent")]
Share = Annotated[Decimal, Number(low=0, high=100, figure=False)]
"""Percent that says how something is divided, by definition rather than by measurement."""
Measured = Annotated[Decimal, Number()]
Count = Annotated[Decimal, Number(low=0, high=MILLION, places=0)]
Year = Annotated[Decimal, Number(low=1900, high=2199, places=0, figure=False)]
Days = Annotated[Decimal, Number(low=0, high=366, places=0, unit="days")]
