"""Whether two figures agree when one of them, or what it is made of, has been rounded."""

from collections.abc import Iterable
from decimal import Decimal


def unit(number: Decimal) -> Decimal:
    """One in the last place that a number is written with: 0.1 for 15.6, 1 for 461."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def coarse_unit(total: Decimal) -> Decimal:
    """As `unit`, but the final zeros of a whole total are rounding too: 100 for 15 600."""
    return unit(total.normalize()) if total == total.to_integral_value() else unit(total)


def rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """15.65 agrees with 15.6, 15.7 and 16: within half a unit in the rounded number's last place."""
    return abs(exact - rounded) <= unit(rounded) / 2


def agree(found: Decimal, stated: Decimal, parts: Iterable[Decimal]) -> bool:
    """Whether a stated sum fits the sum found from parts that were each rounded before.

    Parts of one sum are taken to be rounded alike, to the finest place that any of them shows;
    a total is often stated in round figures.
    """
    units = [unit(part) for part in parts]
    slack = (coarse_unit(stated) + len(units) * min(units, default=Decimal(0))) / 2
    return abs(found - stated) <= slack
