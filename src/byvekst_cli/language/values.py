"""Typed values as they read in a document."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area.facts import Named, Quantity, Span
from byvekst_cli.language.facts import fact_words
from byvekst_cli.language.say import Say, safe
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.ratio import Ratio


class NoWords(TypeError):
    """A value of a type that has no words; the text names the type."""


def value_words(value: Any, say: Say) -> str:
    """A value by its type; empty for None, and never a figure without its unit. Raises NoWords.

    Amounts have their price year, `ukjent` is a word, and several values are listed.
    """
    match value:
        case None:
            return ""
        case bool():
            return say.doc("doc-yes" if value else "doc-no")
        case Choice():
            return say.choice(value)
        case str():
            return safe(value)
        case Money():
            return fact_words(_rounded(value), say)
        case Span():
            return fact_words(Span(_rounded(value.low), _rounded(value.high)), say)
        case Quantity() | Named() | Unknown():
            return fact_words(value, say)
        case When():
            return say("fact-date", date=value)
        case tuple() | list():
            return listed([_inside(at, each, say) for at, each in enumerate(value)], say)
    return _figure_words(value, say)


def _inside(at: int, value: Any, say: Say) -> str:
    """A word of the catalogue has a capital letter only where it begins; names keep theirs."""
    words = value_words(value, say)
    is_plain = at > 0 and isinstance(value, Named) and words[1:2].islower()
    return words[:1].lower() + words[1:] if is_plain else words


def _figure_words(value: Any, say: Say) -> str:
    match value:
        case int() | Decimal():
            return say.number(value)
        case Ratio():
            percent = rounded_parts([value.value * 100], 1)[0]
            return f"{'+' if percent > 0 else ''}{say('unit-percent', n=percent)}"
        case date():
            return say.day(value)
        case Pile():
            return pile_words(value, say)
    raise NoWords(type(value).__name__)


def pile_words(pile: Pile, say: Say) -> str:
    """`75 mill. 2022-kroner`; amounts of different years stand by themselves, never as one sum.

    Kroner of a price year that nobody knows have a `*`, as in the tables.
    """
    amounts = [_marked(money, say) for money in pile.moneys]
    if pile.has_unknown:
        amounts.append(say.doc("doc-unknown-amount") if amounts else say("unknown"))
    return listed(amounts, say)


def _marked(money: Money, say: Say) -> str:
    return fact_words(_rounded(money), say) + ("*" if money.year.is_unknown else "")


_SMALL: Final = 10
"""MNOK: below this, two decimals are kept."""


def _rounded(money: Money) -> Money:
    """An amount as it is read: one decimal of MNOK, two where it is small; what is smaller stays."""
    exact = money.in_mnok
    decimals = 1 if abs(exact) >= _SMALL else 2
    mnok = rounded_parts([exact], decimals if exact % 1 else 0)[0]
    return (Money.known(mnok, money.year) or money) if mnok else money


def listed(words: list[str], say: Say) -> str:
    """`a, b og c`."""
    *first, last = words or [""]
    return f"{', '.join(first)} {say('and')} {last}" if first else last
