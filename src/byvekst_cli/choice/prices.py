"""What each binding, each project and the money itself costs in modelled value."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from byvekst_cli.choice.instance import Instance, Source
from byvekst_cli.choice.side_by_side import each
from byvekst_cli.choice.solve import Best, Values, best, first_of_equals, highest, search

STEPS: Final = (-20, -15, -10, -5, 0, 5, 10, 15, 20)
"""Per cent that income is changed by along the frontier."""


class Kind(Enum):
    """A binding that parties have agreed on and could agree otherwise on."""

    EARMARK = "earmark"
    SHARE = "share"
    COVER = "cover"
    OWN_SHARE = "own-share"
    BOUND = "bound"
    FORCED = "forced"


@dataclass(frozen=True, slots=True)
class Price:
    """Value in ticks with and without a binding, by weighting; and what would come and go without it."""

    kind: Kind
    id: str
    kept: Mapping[str, int]
    free: Mapping[str, int]
    comes: tuple[str, ...] = ()
    goes: tuple[str, ...] = ()
    gap: float = 0.0

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
    gap: float = 0.0

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
    gap: float = 0.0


def prices(
    instance: Instance,
    values: Mapping[str, Values],
    main: str,
    kept: Mapping[str, Best],
    gap: float,
    asked: Collection[str] = (),
) -> tuple[Price, ...]:
    """Of every binding; `kept` has the programme of each weighting with all bindings in place.

    What was `asked` in or out for once is a binding too.
    """
    every = (*bindings(instance), *_forced(instance, asked))
    return tuple(_price(kind, id, free, values, main, kept, gap) for kind, id, free in every)


def _forced(instance: Instance, asked: Collection[str]) -> Iterator[tuple[Kind, str, Instance]]:
    for id in sorted(asked):
        yield Kind.FORCED, id, let_go(instance, id)


def let_go(instance: Instance, id: str) -> Instance:
    """The same with a candidate neither asked in nor asked out."""
    inside, outside = instance.forced_in - {id}, instance.forced_out - {id}
    return replace(instance, forced_in=inside, forced_out=outside)


def bindings(instance: Instance) -> Iterator[tuple[Kind, str, Instance]]:
    """Each binding with the instance as it would be without it."""
    for kind, field in _FIELDS.items():
        rows = getattr(instance, field)
        for id in dict.fromkeys(_name(kind, row) for row in rows):
            kept: Any = tuple(row for row in rows if _name(kind, row) != id)
            yield kind, id, replace(instance, **{field: kept})


_FIELDS: Final = {
    Kind.EARMARK: "earmarks",
    Kind.SHARE: "shares",
    Kind.COVER: "covers",
    Kind.OWN_SHARE: "own_shares",
    Kind.BOUND: "bounds",
}


def _name(kind: Kind, row: object) -> str:
    return str(getattr(row, "candidate" if kind is Kind.BOUND else "id"))


def _price(
    kind: Kind,
    id: str,
    free: Instance,
    values: Mapping[str, Values],
    main: str,
    kept: Mapping[str, Best],
    gap: float,
) -> Price:
    ready = {name: search(free, own) for name, own in values.items()}
    answers = each(lambda name: highest(ready[name], gap), ready)
    found = dict(zip(ready, answers, strict=True))
    freed = {name: max(own.value if own else 0, kept[name].value) for name, own in found.items()}
    told = {name: own.value for name, own in kept.items()}
    before = after = kept[main].programme.chosen
    without = found[main]
    if without is not None and without.value > kept[main].value:
        after = (without if gap else first_of_equals(ready[main], without)).programme.chosen
    comes, goes = tuple(sorted(after - before)), tuple(sorted(before - after))
    widest = max(own.gap for own in (*kept.values(), *found.values()) if own)
    return Price(kind, id, told, freed, comes, goes, widest)


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
    return Swap(id, goes_in, now.value, found.value, tuple(comes), tuple(goes), found.gap)


def frontier(instance: Instance, values: Values, gap: float = 0.0) -> tuple[Point, ...]:
    """The highest value by how much money there is."""
    found = each(lambda step: highest(search(scaled(instance, step), values), gap), STEPS)
    return tuple(
        Point(step, own.value, own.gap) if own else Point(step, None)
        for step, own in zip(STEPS, found, strict=True)
    )


def scaled(instance: Instance, percent: int) -> Instance:
    """All income changed by some per cent, down to whole øre."""

    def changed(source: Source) -> Source:
        rows = ((year, ore * (100 + percent) // 100 if ore > 0 else ore) for year, ore in source.income)
        return replace(source, income=tuple(rows))

    return replace(instance, sources=tuple(map(changed, instance.sources)))
