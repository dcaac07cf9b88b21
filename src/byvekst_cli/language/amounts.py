"""Amounts as people read them: rounded so that what is printed adds up, and marked where they must be."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from byvekst_cli.language.say import Say
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.rounding import rounded_parts

PLACES: Final = 1
"""Decimals of MNOK in a column where any amount has some."""


def column(piles: Sequence[Pile], say: Say) -> list[str]:
    """A column of amounts and their sum, rounded so that what is printed adds up."""
    exact = [Decimal(pile.ore) / ORE_PER_MNOK for pile in piles]
    rounded = rounded_parts(exact, _places(exact))
    cells = [_marked(pile, each, say) for pile, each in zip(piles, rounded, strict=True)]
    return [*cells, _marked(together(piles), sum(rounded, Decimal(0)), say)]


def single(pile: Pile, say: Say) -> str:
    """One amount by itself."""
    return column([pile], say)[0]


def amount(mnok: Decimal, say: Say) -> str:
    """MNOK with at most one decimal."""
    return say.number(rounded_parts([mnok], _places([mnok]))[0])


def _marked(pile: Pile, mnok: Decimal, say: Say) -> str:
    """`*` for a sum over several or unknown price levels, `?` where an amount is not known."""
    if not pile.levels:
        return "?" if pile.has_unknown else ""
    mark = "*" if pile.is_mixed else ""
    return f"{amount(mnok, say)}{mark}{' + ?' if pile.has_unknown else ''}"


def _places(amounts: Iterable[Decimal]) -> int:
    return PLACES if any(each % 1 for each in amounts) else 0
