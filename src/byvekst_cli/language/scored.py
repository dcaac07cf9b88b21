"""Value points, weights and places as people read them: rounded once, here."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from byvekst_cli.language.amounts import single
from byvekst_cli.language.say import Say
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.value.ranks import Rank

_ALMOST: Final = 0.005
"""Half a per cent: a share nearer to never or always than this would be rounded to it."""
_ROUGH: Final = 10
"""From here up no decimals are shown of what is told for each krone."""


def points(value: Fraction, say: Say, places: int = 0) -> str:
    """Value points; whole, where they stand beside each other."""
    return say.number(rounded_parts([decimal_of(value)], places)[0])


def reach(ends: Iterable[Fraction], say: Say) -> str:
    """`20–51`, or one number where both ends are alike when rounded."""
    return _span([points(end, say) for end in ends], say)


def for_money(values: Sequence[Fraction | None], say: Say) -> str:
    """The least and the most of values for the same money; empty where the money is not known."""
    known = [each for each in values if each is not None]
    if not known:
        return ""
    places = 0 if max(map(abs, known)) >= _ROUGH else 1
    return _span([points(end, say, places) for end in (min(known), max(known))], say)


def percent(share: Fraction | float, say: Say, places: int = 0) -> str:
    """A share of 1 in per cent."""
    exact = decimal_of(Fraction(share) * 100)
    return say("unit-percent", n=rounded_parts([exact], places)[0])


def drawn_share(share: float, say: Say) -> str:
    """In whole per cent; what happened at times, or not always, is not told as never or always."""
    if 0 < share < _ALMOST:
        return say("score-less-than", share=percent(2 * _ALMOST, say))
    if 1 - _ALMOST < share < 1:
        return say("score-more-than", share=percent(1 - 2 * _ALMOST, say))
    return percent(share, say)


def places(likely: tuple[int, int] | None, rank: Rank | None, say: Say) -> str:
    """`4–7 (1–13)`: by likely values, and over everything; empty where there is no place."""
    if likely is None or rank is None:
        return ""
    shown, around = _from_to(likely, say), place(rank, say)
    return shown if shown == around else f"{shown} ({around})"


def place(rank: Rank, say: Say) -> str:
    """`2–7`; `°` where the true interval may be narrower."""
    shown = _from_to((rank.best, rank.worst), say)
    return shown if rank.is_reached else f"{shown}°"


def _from_to(ends: tuple[int, int], say: Say) -> str:
    return _span(list(map(str, ends)), say)


def _span(shown: Sequence[str], say: Say) -> str:
    """`20–51`, `−7 til 25`, or one where both ends are written alike."""
    low, high = shown[0], shown[-1]
    if low == high:
        return low
    below = low.startswith("−") or high.startswith("−")
    return say("score-from-to" if below else "score-reach", low=low, high=high)


def parts(values: Sequence[Fraction], say: Say) -> list[str]:
    """Contributions and last their sum, to one decimal, so that what is printed adds up."""
    rounded = rounded_parts([decimal_of(each) for each in values], 1)
    return [say.number(each) for each in [*rounded, sum(rounded, Decimal(0))]]


def money(charged: Pile, by_cost: bool, is_alike: bool, say: Say) -> str:
    """What is charged; `*` where it cannot be set beside others, `k` where the cost stands in for it."""
    shown = single(charged, say) if charged else ""
    if shown and not is_alike and not charged.is_mixed:
        shown = f"{shown}*"
    return f"{shown} k" if shown and by_cost else shown


def decimal_of(value: Fraction) -> Decimal:
    """To 28 figures, which is far beyond anything that is printed."""
    return Decimal(value.numerator) / value.denominator
