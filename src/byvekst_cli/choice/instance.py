"""What a choice of programme is made of: candidates, money and bindings, as plain data.

Money is whole øre in one price level. Shares are exact fractions. Everything is named by id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from fractions import Fraction
from typing import Any, Final

TICKS: Final = 10_000
"""Parts of a point that values are counted in, so that equal is equal and not nearly so."""
Weights = tuple[float, ...]
"""One weight per criterion, the sum is 1."""


@dataclass(frozen=True, slots=True)
class Span:
    """A value on the value scale; 0 is not doing the project.

    Effects with one `driver` move together in draws; where a stronger effect is worth less, it does not
    `rise`.
    """

    low: float
    likely: float
    high: float
    driver: str | None = None
    rises: bool = True


@dataclass(frozen=True, slots=True)
class Start:
    """One way of doing a project: its cost by year, and what it takes of scarce capacity."""

    id: str
    cost: tuple[tuple[int, int], ...]
    uses: tuple[tuple[str, int, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(ore for _, ore in self.cost)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project that may be chosen. `sources` are those it qualifies for, apart from earmarks."""

    id: str
    starts: tuple[Start, ...]
    effects: tuple[Span, ...]
    sources: frozenset[str]
    groups: tuple[tuple[str, Fraction], ...] = ()

    def part_in(self, group: str) -> Fraction:
        return sum((part for name, part in self.groups if name == group), Fraction(0))


@dataclass(frozen=True, slots=True)
class Source:
    """What comes in by year, and whether what is left may be used the year after."""

    id: str
    income: tuple[tuple[int, int], ...]
    carries_until: int | None = None

    def in_year(self, year: int) -> int:
        return sum(ore for own, ore in self.income if own == year)

    @property
    def total(self) -> int:
        return sum(ore for _, ore in self.income)


@dataclass(frozen=True, slots=True)
class Earmark:
    """Only these candidates may have money from the source."""

    id: str
    source: str
    members: frozenset[str]


class Base(Enum):
    """What a group's share is a share of."""

    INCOME = "income"
    SPENT = "spent"


@dataclass(frozen=True, slots=True)
class Share:
    """A group's money from a source: from `low` to `high` of the base, over all years or in each."""

    id: str
    source: str
    group: str
    high: Fraction
    low: Fraction = Fraction(0)
    base: Base = Base.INCOME
    each_year: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """A source pays at most so much of the cost of any candidate; the rest is the own share."""

    id: str
    source: str
    most: Fraction


@dataclass(frozen=True, slots=True)
class OwnShare:
    """A source pays at least so much of the cost of one candidate."""

    id: str
    candidate: str
    source: str
    least: Fraction


@dataclass(frozen=True, slots=True)
class Bound:
    """A candidate that is already decided; `start` where that is too."""

    candidate: str
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """What two candidates are worth together beyond their own: more, or less where they overlap."""

    one: str
    other: str
    points: float


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much there is of something in a year that candidates use, in its own whole unit."""

    resource: str
    year: int
    limit: int


@dataclass(frozen=True, slots=True)
class Instance:
    """One choice to be made. Years after `last_year` are commitments on the next period."""

    candidates: tuple[Candidate, ...]
    sources: tuple[Source, ...]
    last_year: int
    earmarks: tuple[Earmark, ...] = ()
    shares: tuple[Share, ...] = ()
    covers: tuple[Cover, ...] = ()
    own_shares: tuple[OwnShare, ...] = ()
    bounds: tuple[Bound, ...] = ()
    requires: tuple[tuple[str, str], ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()
    bundles: tuple[tuple[str, str], ...] = ()
    pairs: tuple[Pair, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    forced_in: frozenset[str] = frozenset()
    forced_out: frozenset[str] = frozenset()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.candidates)

    @property
    def years(self) -> tuple[int, ...]:
        """Every year in which something comes in or is paid."""
        costs = {year for each in self.candidates for start in each.starts for year, _ in start.cost}
        return tuple(sorted(costs | {year for source in self.sources for year, _ in source.income}))

    def may_pay(self, source: str, candidate: Candidate) -> bool:
        """Whether the candidate qualifies, and no earmark keeps it out."""
        marks = (mark for mark in self.earmarks if mark.source == source)
        return source in candidate.sources and all(candidate.id in mark.members for mark in marks)

    def in_order(self) -> "Instance":
        """The same whatever order it was put together in."""
        rows: dict[str, Any] = {name: tuple(sorted(getattr(self, name), key=repr)) for name in _ROWS}
        return replace(
            self,
            candidates=tuple(sorted(self.candidates, key=lambda each: each.id)),
            sources=tuple(sorted(self.sources, key=lambda each: each.id)),
            **rows,
        )


_ROWS: Final = (
    "earmarks", "shares", "covers", "own_shares", "bounds", "requires", "excludes", "bundles", "pairs",
    "capacities",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Programme:
    """A choice: the start of each chosen candidate, and who pays what (øre by candidate, source, year)."""

    starts: tuple[tuple[str, str], ...]
    flows: tuple[tuple[tuple[str, str, int], int], ...] = field(repr=False, default=())

    @property
    def chosen(self) -> frozenset[str]:
        return frozenset(id for id, _ in self.starts)


def start_of(instance: Instance, id: str, start: str) -> Start:
    """A candidate's start by name."""
    found = next(each for each in instance.candidates if each.id == id)
    return next(each for each in found.starts if each.id == start)


def cost_of(instance: Instance, programme: Programme) -> int:
    """Everything the programme costs, also after the last year (øre)."""
    return sum(start_of(instance, id, start).total for id, start in programme.starts)


def worth(instance: Instance, weights: Weights) -> Mapping[str, int]:
    """The likely value of each candidate in ticks."""
    return {
        each.id: round(
            TICKS * sum(weight * span.likely for weight, span in zip(weights, each.effects, strict=True))
        )
        for each in instance.candidates
    }


def value_of(instance: Instance, values: Mapping[str, int], chosen: frozenset[str]) -> int:
    """The value of a set of candidates in ticks, with what they are worth together."""
    together = sum(round(TICKS * pair.points) for pair in instance.pairs if {pair.one, pair.other} <= chosen)
    return together + sum(values[id] for id in chosen)
