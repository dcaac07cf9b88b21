"""Why no programme keeps all bindings: conflicts that can be read off, else the smallest relaxation."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from math import inf
from typing import Final

from byvekst_cli.choice.columns import columns
from byvekst_cli.choice.highs import Problem, optimum
from byvekst_cli.choice.instance import Instance
from byvekst_cli.choice.rows import UNIT, Binding, Row, rows

_MONEY: Final = (Binding.INCOME, Binding.SHARE, Binding.COVER, Binding.OWN_SHARE)
_LEAST: Final = 1e-7


class Clash(Enum):
    """What is at odds, as people can see it without a calculation."""

    IN_AND_OUT = "in-and-out"
    NEEDS_OUT = "needs-out"
    BOTH_EXCLUDE = "both-exclude"
    UNPAID = "unpaid"
    NO_START = "no-start"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Candidates that cannot all have it their way."""

    clash: Clash
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How much a binding must give: øre for money, else in its own unit."""

    binding: Binding
    about: tuple[str, ...]
    amount: int

    @property
    def is_money(self) -> bool:
        return self.binding in _MONEY


def conflicts(instance: Instance) -> tuple[Conflict, ...]:
    """Everything at odds among what is bound and forced, with what these need."""
    return tuple(dict.fromkeys(_conflicts(instance.in_order())))


def _conflicts(instance: Instance) -> Iterator[Conflict]:
    must = _closure(instance)
    for id, why in must.items():
        if id in instance.forced_out:
            yield Conflict(
                Clash.IN_AND_OUT if why == id else Clash.NEEDS_OUT, tuple(dict.fromkeys((why, id)))
            )
    for one, other in instance.excludes:
        if one in must and other in must:
            yield Conflict(Clash.BOTH_EXCLUDE, (one, other))
    for each in instance.candidates:
        if each.id in must and not each.starts:
            yield Conflict(Clash.NO_START, (each.id,))
        elif each.id in must and not _may_be_paid(instance, each.id):
            yield Conflict(Clash.UNPAID, (each.id,))


def _may_be_paid(instance: Instance, id: str) -> bool:
    found = next(each for each in instance.candidates if each.id == id)
    is_free = any(start.total == 0 for start in found.starts)
    return is_free or any(instance.may_pay(source.id, found) for source in instance.sources)


def _closure(instance: Instance) -> dict[str, str]:
    """What must be in, and for whose sake."""
    must = {id: id for id in (*(bound.candidate for bound in instance.bounds), *sorted(instance.forced_in))}
    needs = [*instance.requires, *instance.bundles, *((b, a) for a, b in instance.bundles)]
    grown = True
    while grown:
        grown = False
        for one, other in needs:
            if one in must and other not in must:
                must[other], grown = one, True
    return must


def relaxation(instance: Instance) -> tuple[Relaxation, ...] | None:
    """The smallest sum of kroner that would let all that must be in be paid; None where money cannot help.

    Capacity gives way only where nothing else will do.
    """
    ordered = instance.in_order()
    made = columns(ordered)
    elastic: list[tuple[Row, int]] = []
    count, changed = made.count, []
    for row in rows(ordered, made):
        if row.binding in _MONEY or row.binding is Binding.CAPACITY:
            terms = dict(row.terms)
            for sign in ([-1.0] if row.high < inf else []) + ([1.0] if row.low > -inf else []):
                elastic.append((row, count))
                terms[count] = sign
                count += 1
            changed.append(replace(row, terms=terms))
        else:
            changed.append(row)
    worth = {column: -1.0 if row.binding in _MONEY else -1e6 for row, column in elastic}
    answer = optimum(Problem(count, made.whole, tuple(changed), worth, {}))
    if answer is None:
        return None
    found = ((row, answer.columns[column]) for row, column in elastic)
    return tuple(_told(row, amount) for row, amount in found if amount > _LEAST)


def _told(row: Row, amount: float) -> Relaxation:
    scale = UNIT if row.binding in _MONEY else 1
    return Relaxation(row.binding, row.about, round(amount * scale))
