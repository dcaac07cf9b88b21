"""Bindings and what they cost, in words that tables and pictures share."""

from decimal import Decimal
from typing import Final

from byvekst_cli.choice.prices import Kind, Price
from byvekst_cli.language.facts import fact_words
from byvekst_cli.language.say import Say
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.pack.plan_frame import Basis
from byvekst_cli.pack.planned import MIDDLE, Plan

_SMALL: Final = 0.0005
"""Differences below this part are printed as none: one decimal of per cent is more than is known."""


def ordered(plan: Plan) -> list[Price]:
    """The dearest first."""
    return sorted(plan.prices, key=lambda each: (-each.part(MIDDLE), each.kind.value, each.id))


def named(plan: Plan, price: Price, say: Say) -> str:
    """A binding by what it is and the name it has."""
    name = plan.basis.names.get(price.id) or source(plan.basis, price.id.removeprefix("egenandel-"), say)
    if price.kind in (Kind.BOUND, Kind.FORCED):
        return say(f"choice-binding-{price.kind.value}", id=price.id, what=name)
    return say(f"choice-binding-{price.kind.value}", what=name)


def source(basis: Basis, id: str, say: Say) -> str:
    """A source of money by its name, or by its id where the word list does not have it."""
    found = basis.means.get(id.casefold())
    return fact_words(found, say) if found else id


def source_within(basis: Basis, id: str, say: Say) -> str:
    """The same in the middle of a sentence."""
    name = source(basis, id, say)
    return name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"


def purpose(plan: Plan, price: Price, say: Say) -> str:
    """What a binding is for, and for a bound project also why it is bound."""
    told, reason = plan.basis.purposes.get(price.id), plan.basis.reasons.get(price.id)
    if price.kind is Kind.BOUND and reason:
        return say("choice-purpose-bound", purpose=told, reason=reason.rstrip("."))
    return say("choice-purpose-forced") if price.kind is Kind.FORCED else told or say("choice-no-purpose")


def difference(price: Price, say: Say) -> str:
    """With the middle weighting, and how it varies between the profiles."""
    low, high = price.parts
    if high < _SMALL:
        return say("choice-no-difference")
    own = percent(price.part(MIDDLE), say)
    ends = [percent(low, say), percent(high, say)]
    return own if ends[0] == ends[1] else say("choice-span", own=own, low=ends[0], high=ends[1])


def percent(part: float, say: Say, *, signed: bool = False) -> str:
    """A ratio as per cent with one decimal, rounded once."""
    shown = rounded_parts([Decimal(repr(part)) * 100], 1)[0]
    shown = Decimal(0) if shown == 0 else shown
    return say("unit-percent", n=say.signed(shown) if signed else say.number(shown))
