"""Whether two figures agree when one of them, or what it is made of, has been rounded."""

from collections.abc import Iterable
from decimal import Decimal


def unit(number: Decimal) -> Decimal:
    """One in the last place that a number is written with: 0.1 for 15.6, 1 for 461."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """15.65 agrees with 15.6, 15.7 and 16: within half a unit in the rounded number's last place."""
    return abs(exact - rounded) <= unit(rounded) / 2


def agree(found: Decimal, stated: Decimal, parts: Iterable[Decimal]) -> bool:
    """Whether a stated sum fits the sum found from parts that were each rounded before.

    Parts of one sum are taken to be rounded alike, to the finest place that any of them shows.
    """
    units = [unit(part) for part in parts]
    slack = (unit(stated) + len(units) * min(units, default=Decimal(0))) / 2
    return abs(found - stated) <= slack
