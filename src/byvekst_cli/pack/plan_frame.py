"""What a calculation of a programme rests on, and what it takes for given or leaves out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.choice.instance import (
    Instance,
    Weights,
)
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.plans import index_of
from byvekst_cli.portfolio.prices import at_level
from byvekst_cli.value.told import Values


class Note(Enum):
    """Something that the calculation takes for given or leaves out, and says so."""

    NO_COST = "no-cost"
    UNKNOWN_COST = "unknown-cost"
    NO_ASSESSMENT = "no-assessment"
    BOUND_WITHOUT_VALUE = "bound-without-value"
    OTHER_PRICE_YEAR = "other-price-year"
    MOVED_PRICES = "moved-prices"
    UNKNOWN_EFFECT = "unknown-effect"
    UNKNOWN_INCOME = "unknown-income"
    INCOME_PRICE_YEAR = "income-price-year"
    INCOME_AFTER = "income-after"
    NO_MEANS = "no-means"
    NO_PLACE = "no-place"
    EARLIER_COST = "earlier-cost"
    NOT_HERE = "not-here"
    NO_CARRY = "no-carry"
    UNCLEAR_START = "unclear-start"
    TWO_PAIRS = "two-pairs"
    REFUSED_PROFILE = "refused-profile"


OF_MEANS: Final = frozenset((Note.UNKNOWN_INCOME, Note.INCOME_PRICE_YEAR, Note.INCOME_AFTER, Note.NO_CARRY))
"""Notes about sources of money; the others are about projects and profiles."""


@dataclass(frozen=True, slots=True)
class Assumed:
    """A note, and the ids it is about."""

    note: Note
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a calculation rests on.

    Purposes and reasons stand by the id of their binding; `means` is what sources of money are called,
    by id in lower case.
    """

    instance: Instance
    programme: Programme | None
    first: int
    last: int
    price_year: PriceYear
    profiles: Mapping[str, Weights]
    extremes: tuple[Weights, ...]
    criteria: tuple[str, ...]
    names: Mapping[str, str]
    purposes: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Assumed, ...] = ()
    invented: bool = False
    means: Mapping[str, Named] = field(default_factory=dict)


def told_about(assumed: Assumed, basis: Basis) -> str:
    """What a note is about: projects by id and name, profiles by name, and ids that nothing is called by."""
    names = [basis.names.get(id, "") for id in assumed.about]
    if assumed.note is not Note.REFUSED_PROFILE:
        names = [f"{id} {name}".rstrip() for id, name in zip(assumed.about, names, strict=True)]
    return "; ".join(name or id for id, name in zip(assumed.about, names, strict=True))


class NoMoney(Exception):
    """No programme says what comes in during the years."""


class NoProjects(Exception):
    """No project has both an assessment and a cost by year; `notes` say what each lacks."""

    def __init__(self, notes: tuple[Assumed, ...]) -> None:
        super().__init__(notes)
        self.notes = notes


def years_of(programme: Programme) -> tuple[int, int] | None:
    """The years of its period, or else those that it has income in."""
    since, until = programme.period.since, programme.period.until
    if isinstance(since, When) and isinstance(until, When):
        return since.first.year, until.last.year
    found = [when.first.year for row in programme.income for when in row.years]
    return (min(found), max(found)) if found else None


class Frame:
    """An area seen through one programme: years, price level, and all that had to be left out.

    Raises NoMoney where the programme says no years or no price level.
    """

    def __init__(
        self, area: Area, values: Values, programme: Programme, years: tuple[int, int] | None
    ) -> None:
        told = years or years_of(programme)
        levels = Counter(row.price_year for row in programme.income if not row.price_year.is_unknown)
        if told is None or not levels:
            raise NoMoney
        self.area, self.values, self.programme = area, values, programme
        self.index = index_of(area)
        self.first, self.last = told
        self.level = max(levels, key=lambda level: (levels[level], str(level)))
        self.purposes: dict[str, str] = {}
        self.reasons: dict[str, str] = {}
        self.scored = {each.id.casefold(): each for each in values.projects}
        self._notes: dict[Note, list[str]] = {}
        for profile in values.refused:
            self.note(Note.REFUSED_PROFILE, profile)

    def note(self, note: Note, about: str) -> None:
        """Remember that something is taken for given or left out."""
        found = self._notes.setdefault(note, [])
        if about not in found:
            found.append(about)

    def told(self) -> tuple[Assumed, ...]:
        """Everything that was remembered."""
        return tuple(Assumed(note, tuple(about)) for note, about in self._notes.items())

    def moved(self, money: Money | None, lacks: Note, about: str) -> int | None:
        """Øre at the plan's price level; None where it cannot be told."""
        if money is None or money.year == self.level:
            return None if money is None else money.ore
        basis = self.level.basis
        moved = at_level(money, self.index, basis) if isinstance(basis, int) else None
        self.note(lacks if moved is None else Note.MOVED_PRICES, about)
        return None if moved is None else moved.ore
