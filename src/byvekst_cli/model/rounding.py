"""Whether two figures agree when one of them, or what it is made of, has been rounded."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal


def unit(number: Decimal) -> Decimal:
    """One in the last place that a number is written with: 0.1 for 15.6, 1 for 461."""
    return Decimal(1).scaleb(int(number.as_tuple().exponent))


def coarse_unit(total: Decimal) -> Decimal:
    """As `unit`, but up to two final zeros of a whole total of three digits and more are rounding too.

    100 for 15 600 and 10 for 1 000: what is rounded still says its two first digits.
    """
    if total != total.to_integral_value() or total == 0:
        return unit(total)
    most = Decimal(1).scaleb(max(0, total.adjusted() - 2))
    return min(unit(total.normalize()), max(most, unit(total)))


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


def rounded_parts(parts: Sequence[Decimal], places: int) -> list[Decimal]:
    """The parts rounded so that they add up to their rounded sum: the largest remainders go up.

    The method of largest remainder (Hamilton); each part is at most one unit from its exact value.
    Ties go to the part that comes first.
    """
    one = Decimal(1).scaleb(-places)
    floors = [(part / one).to_integral_value(ROUND_FLOOR) for part in parts]
    total = (sum(parts, Decimal(0)) / one).to_integral_value(ROUND_HALF_UP)
    missing = int(total - sum(floors, Decimal(0)))
    order = sorted(range(len(parts)), key=lambda at: (floors[at] - parts[at] / one, at))
    up = set(order[:missing])
    return [(floor + (at in up)) * one for at, floor in enumerate(floors)]
