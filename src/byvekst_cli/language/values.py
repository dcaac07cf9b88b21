"""Typed values as they read in a document."""

from datetime import date
from decimal import Decimal
from typing import Any

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
        case Money() | Span() | Quantity() | Named() | Unknown():
            return fact_words(value, say)
        case When():
            return say("fact-date", date=value)
        case int() | Decimal():
            return say.number(value)
        case Ratio():
            percent = rounded_parts([value.value * 100], 1)[0]
            return f"{'+' if percent > 0 else ''}{say('unit-percent', n=percent)}"
        case date():
            return say.day(value)
        case Pile():
            return pile_words(value, say)
        case tuple() | list():
            return listed([value_words(each, say) for each in value], say)
    raise NoWords(type(value).__name__)


def pile_words(pile: Pile, say: Say) -> str:
    """`75 mill. 2022-kroner`; amounts of different years stand by themselves, never as one sum."""
    amounts = [fact_words(money, say) for money in pile.moneys]
    if pile.has_unknown:
        amounts.append(say.doc("doc-unknown-amount") if amounts else say("unknown"))
    return listed(amounts, say)


def listed(words: list[str], say: Say) -> str:
    """`a, b og c`."""
    *first, last = words or [""]
    return f"{', '.join(first)} {say('and')} {last}" if first else last
