"""Growth as it is computed, before anybody rounds it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Ratio:
    """0.1 is ten per cent up."""

    value: Decimal
