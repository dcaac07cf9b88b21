"""What each binding, each project and the money itself costs in modelled value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from byvekst_cli.choice.instance import Instance, Source
from byvekst_cli.choice.solve import Best, Values, best, highest, search

STEPS: Final = (-20, -15, -10, -5, 0, 5, 10, 15, 20)
"""Per cent that income is changed by along the frontier."""


class Kind(Enum):
    """A binding that parties have agreed on and could agree otherwise on."""

    EARMARK = "earmark"
    SHARE = "share"
    COVER = "cover"
    OWN_SHARE = "own-share"
    BOUND = "bound"


@dataclass(frozen=True, slots=True)
class Price:
    """Value in ticks with and without a binding, by weighting; and what would come and go without it."""

    kind: Kind
    id: str
    kept: Mapping[str, int]
    free: Mapping[str, int]
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()

    def part(self, weighting: str) -> float:
        """What the binding takes of the value there would be without it, as a ratio."""
        free = self.free[weighting]
        return (free - self.kept[weighting]) / free if free > 0 else 0.0

    @property
    def parts(self) -> tuple[float, float]:
        """The lowest and the highest over the weightings."""
        found = [self.part(name) for name in self.free]
        return min(found), max(found)


@dataclass(frozen=True, slots=True)
class Swap:
    """The best programme with one candidate turned: in where it was out, or out where it was in.

    `value` is None where that cannot be done within the bindings.
    """

    candidate: str
    goes_in: bool
    before: int
    value: int | None
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()

    @property
    def part(self) -> float | None:
        """How much of the value is lost, as a ratio."""
        if self.value is None or self.before <= 0:
            return None
        return (self.before - self.value) / self.before


@dataclass(frozen=True, slots=True)
class Point:
    """The highest value when all income is changed by some per cent; None where nothing can be paid."""

    percent: int
    value: int | None


def prices(
    instance: Instance, values: Mapping[str, Values], main: str, kept: Mapping[str, Best], gap: float
) -> tuple[Price, ...]:
    """Of every binding; `kept` has the programme of each weighting with all bindings in place."""
    return tuple(_price(kind, id, free, values, main, kept, gap) for kind, id, free in bindings(instance))


def bindings(instance: Instance) -> Iterator[tuple[Kind, str, Instance]]:
    """Each binding with the instance as it would be without it."""
    for kind, field in _FIELDS.items():
        rows = getattr(instance, field)
        for id in dict.fromkeys(_name(kind, each) for each in rows):
            kept: Any = tuple(each for each in rows if _name(kind, each) != id)
            yield kind, id, replace(instance, **{field: kept})


_FIELDS: Final = {
    Kind.EARMARK: "earmarks",
    Kind.SHARE: "shares",
    Kind.COVER: "covers",
    Kind.OWN_SHARE: "own_shares",
    Kind.BOUND: "bounds",
}


def _name(kind: Kind, each: object) -> str:
    return str(getattr(each, "candidate" if kind is Kind.BOUND else "id"))


def _price(
    kind: Kind,
    id: str,
    free: Instance,
    values: Mapping[str, Values],
    main: str,
    kept: Mapping[str, Best],
    gap: float,
) -> Price:
    found = {name: highest(search(free, own), gap) for name, own in values.items()}
    freed = {name: max(best.value if best else 0, kept[name].value) for name, best in found.items()}
    before = kept[main].programme.chosen
    without = best(free, values[main], gap)
    after = without.programme.chosen if without and freed[main] > kept[main].value else before
    told = {name: each.value for name, each in kept.items()}
    return Price(kind, id, told, freed, tuple(sorted(after - before)), tuple(sorted(before - after)))


def swap(instance: Instance, values: Values, now: Best, id: str, gap: float = 0.0) -> Swap:
    """What follows from taking a candidate in, or out where it is in."""
    goes_in = id not in now.programme.chosen
    field = "forced_in" if goes_in else "forced_out"
    turned = replace(instance, **{field: getattr(instance, field) | {id}})
    found = best(turned, values, gap)
    if found is None:
        return Swap(id, goes_in, now.value, None)
    before, after = now.programme.chosen, found.programme.chosen
    comes, goes = sorted(after - before - {id}), sorted(before - after - {id})
    return Swap(id, goes_in, now.value, found.value, tuple(comes), tuple(goes))


def frontier(instance: Instance, values: Values, gap: float = 0.0) -> tuple[Point, ...]:
    """The highest value by how much money there is."""
    found = ((step, highest(search(scaled(instance, step), values), gap)) for step in STEPS)
    return tuple(Point(step, best.value if best else None) for step, best in found)


def scaled(instance: Instance, percent: int) -> Instance:
    """All income changed by some per cent, down to whole øre."""

    def changed(source: Source) -> Source:
        rows = ((year, ore * (100 + percent) // 100 if ore > 0 else ore) for year, ore in source.income)
        return replace(source, income=tuple(rows))

    return replace(instance, sources=tuple(map(changed, instance.sources)))
