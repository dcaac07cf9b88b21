"""Amounts as people read them: rounded so that what is printed adds up, and marked where they must be."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from byvekst_cli.language.say import Say
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.rounding import rounded_parts

PLACES: Final = 1
"""Decimals of MNOK in a column where any amount has some, as long as none is then printed as nothing."""
MOST: Final = 3
"""Decimals of MNOK in a column: whole thousands of kroner. What is still smaller is called near zero."""
_ORE: Final = 8
"""Decimals of MNOK that an amount can have."""


def column(piles: Sequence[Pile], say: Say) -> list[str]:
    """A column of amounts and their sum, rounded so that what is printed adds up; only zero is printed so."""
    exact = [Decimal(pile.ore) / ORE_PER_MNOK for pile in piles]
    whole = together(piles)
    rounded = _rounded(exact, MOST)
    every = zip([*piles, whole], [*rounded, sum(rounded, Decimal(0))], strict=True)
    return [_marked(pile, each, say) for pile, each in every]


def single(pile: Pile, say: Say) -> str:
    """One amount by itself."""
    return column([pile], say)[0]


def amount(mnok: Decimal, say: Say) -> str:
    """MNOK with at most one decimal, or as many as show that it is not zero."""
    return _shown(_rounded([mnok], _ORE)[0], say)


def _marked(pile: Pile, mnok: Decimal, say: Say) -> str:
    """`*` for a sum over several or unknown price levels, `?` where an amount is not known."""
    if not pile.levels:
        return "?" if pile.has_unknown else ""
    shown = say("near-zero") if pile.ore and not mnok else _shown(mnok, say)
    return f"{shown}{'*' if pile.is_mixed else ''}{' + ?' if pile.has_unknown else ''}"


def _rounded(exact: Sequence[Decimal], most: int) -> list[Decimal]:
    """With the fewest decimals that show all that so many decimals at most would show."""
    least = PLACES if any(each % 1 for each in exact) else 0
    finest = rounded_parts(exact, most)
    tries = (rounded_parts(exact, places) for places in range(least, most))
    return next((found for found in tries if _seen(found) == _seen(finest)), finest)


def _seen(amounts: Sequence[Decimal]) -> list[bool]:
    return [bool(each) for each in (*amounts, sum(amounts, Decimal(0)))]


def _shown(mnok: Decimal, say: Say) -> str:
    """Whole amounts without decimals."""
    return say.number(mnok if mnok % 1 else mnok.quantize(Decimal(1)))
