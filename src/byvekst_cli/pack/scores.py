"""Value set beside money and plans: what `byvekst score` shows, without words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.model.kinds import kind_at
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.project import Project
from byvekst_cli.pack.names import names
from byvekst_cli.pack.score_money import Paid, Priced, mnok_of, paid_of
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.groups import GROUPS
from byvekst_cli.value.ranks import Rank, dominates, likely_places, rank_intervals
from byvekst_cli.value.span import Span
from byvekst_cli.value.told import Scored, Values, values_of
from byvekst_cli.value.total import hull, value
from byvekst_cli.value.weights import Weights, WeightSet

PER: Final = 100
"""MNOK of the agreement's money that a value is told for."""
BY: Final = ("programme", "type", "municipality")
"""What values can be added up by."""


@dataclass(frozen=True, slots=True)
class Row:
    """A project's value with each profile, and its places.

    `place` is the first and last by likely values over the profiles, `rank` over all weights and effects.
    Places by krone are among the projects whose money is known.
    """

    scored: Scored
    values: Mapping[str, Span]
    reach: tuple[Fraction, Fraction]
    place: tuple[int, int]
    rank: Rank
    paid: Paid
    krone_place: tuple[int, int] | None
    krone_rank: Rank | None

    @property
    def mnok(self) -> Fraction | None:
        """What the value is set against; None where it is not known, or nothing."""
        return mnok_of(self.paid.charged)

    def per_krone(self, profile: str) -> Fraction | None:
        """Likely value points per 100 MNOK."""
        return None if self.mnok is None else self.values[profile].likely * PER / self.mnok

    @property
    def order(self) -> tuple[object, ...]:
        """First those whose money is known, by their places for each krone, then the rest by value."""
        first, last = self.krone_place or self.place
        return self.krone_place is None, first + last, first, self.scored.id.casefold()


@dataclass(frozen=True, slots=True)
class Scores:
    """All assessed projects in the model's order, seen with the profiles that were asked for.

    `unread` are the files of profiles and assessments that have faults, and so are left out.
    """

    values: Values
    sets: Mapping[str, WeightSet]
    rows: tuple[Row, ...]
    not_assessed: tuple[str, ...]
    unread: tuple[str, ...]
    priced: Priced
    phases: Mapping[str, Named]

    @property
    def likely(self) -> tuple[Weights, ...]:
        """Likely values by criterion, in the order of the rows."""
        return tuple(tuple(span.likely for span in row.scored.spans) for row in self.rows)

    def under(self, row: Row) -> tuple[Row, ...]:
        """The projects worth no more than this one with any weights and effects, and at times less."""
        return tuple(each for each in self.rows if each is not row and self._dominates(row, each))

    def over(self, row: Row) -> tuple[Row, ...]:
        """The projects that this one is worth no more than, whatever the weights and effects."""
        return tuple(each for each in self.rows if each is not row and self._dominates(each, row))

    def _dominates(self, one: Row, other: Row) -> bool:
        every = [weights for each in self.sets.values() for weights in each.extremes]
        return dominates(one.scored.spans, other.scored.spans, every)


def scores(area: Area, profile: str | None) -> Scores:
    """With one profile, or with all. Raises Unusable, and KeyError for a profile that has no weights."""
    values = values_of(area)
    sets = values.profiles if profile is None else {profile: values.profiles[profile]}
    paid, priced = paid_of(area, ((each.id, each.project) for each in values.projects))
    rows = _rows(values, sets, paid)
    return Scores(
        values, sets, rows, _not_assessed(area, values), unread(area), priced, names(area).words["phase"]
    )


def unread(area: Area, kinds: tuple[str, ...] = ("weighting", "assessment")) -> tuple[str, ...]:
    """Paths of files of some kinds that have faults, so that nothing is reckoned from them."""
    read = {record.path for record in area.records}
    there = ((path, kind_at(path)) for path in sorted(area.files) if path not in read)
    return tuple(path for path, kind in there if kind is not None and kind.name in kinds)


def in_programme(area: Area, found: Scores) -> tuple[tuple[Row, ...], str | None]:
    """The rows of the projects in the programme, and its name; all of them where none of them is in one."""
    record = programme_of(area, None)
    ids = {line.project.casefold() for line in record.model.lines} if record else set()
    rows = tuple(row for row in found.rows if row.scored.id.casefold() in ids)
    return (rows, record.model.name) if record and rows else (found.rows, None)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows put together: likely value by profile, and the money of those whose money is known.

    `whole` says that the money of all is known, so that value can be set against it.
    """

    name: str | None
    projects: int
    likely: Mapping[str, Fraction]
    charged: Pile
    whole: bool

    def per_krone(self, profile: str) -> Fraction | None:
        mnok = mnok_of(self.charged)
        return None if mnok is None or not self.whole else self.likely[profile] * PER / mnok


def grouped(area: Area, found: Scores, by: str) -> tuple[Group, ...]:
    """By programme, type or municipality; a project in several is shared as its sheet says."""
    parts: dict[str | None, list[tuple[Row, Fraction]]] = {}
    for row in found.rows:
        for name, share in _shares(area, row.scored.project, by):
            parts.setdefault(name, []).append((row, share))
    order = sorted(parts, key=lambda name: (name is None, name or ""))
    return tuple(_group(name, parts[name], list(found.sets)) for name in order)


def _group(name: str | None, parts: list[tuple[Row, Fraction]], profiles: list[str]) -> Group:
    likely = {
        each: sum((row.values[each].likely * share for row, share in parts), Fraction(0)) for each in profiles
    }
    charged = together(_part(row.paid.charged, share) for row, share in parts)
    return Group(name, len(parts), likely, charged, all(row.mnok is not None for row, _ in parts))


def _shares(area: Area, project: Project | None, by: str) -> Iterable[tuple[str | None, Fraction]]:
    if project is None:
        return [(None, Fraction(1))]
    if by == "programme":
        return [(_programme(area, project), Fraction(1))]
    found = GROUPS["measure" if by == "type" else by](project)
    return [(name, Fraction(share)) for name, share in found]


def _programme(area: Area, project: Project) -> str | None:
    """The one its sheet names, or else the one in force where that has it."""
    if project.portfolio and project.portfolio.programme:
        return project.portfolio.programme
    record = programme_of(area, None)
    ids = {line.project.casefold() for line in record.model.lines} if record else set()
    return record.id if record and project.id.casefold() in ids else None


def _part(pile: Pile, share: Fraction) -> Pile:
    if share == 1:
        return pile
    moneys = Pile.of(Money(round(money.ore * share), money.year) for money in pile.moneys)
    return Pile(moneys.levels, pile.has_unknown)


def _rows(values: Values, sets: Mapping[str, WeightSet], paid: list[Paid]) -> tuple[Row, ...]:
    if not sets or not values.projects:
        return ()
    spans, mnok = [each.spans for each in values.projects], [mnok_of(own.charged) for own in paid]
    placed = _placed(spans, sets)
    known = [(at, money) for at, money in enumerate(mnok) if money is not None]
    by_krone = _placed([tuple(span.times(1 / money) for span in spans[at]) for at, money in known], sets)
    krone = dict(zip((at for at, _ in known), by_krone, strict=True))
    every = [weights for each in sets.values() for weights in each.extremes]
    found = []
    for at, each in enumerate(values.projects):
        likely = {name: value(each.spans, chosen.point) for name, chosen in sets.items()}
        place, rank = placed[at]
        own_krone = krone.get(at, (None, None))
        found.append(Row(each, likely, hull(each.spans, every), place, rank, paid[at], *own_krone))
    return tuple(sorted(found, key=lambda row: row.order))


def _placed(
    projects: list[tuple[Span, ...]], sets: Mapping[str, WeightSet]
) -> list[tuple[tuple[int, int], Rank]]:
    """By likely values with the profiles' own points, and over everything that they allow."""
    places = likely_places(projects, [each.point for each in sets.values()])
    ranks = rank_intervals(projects, [each.extremes for each in sets.values()])
    return list(zip(places, ranks, strict=True))


def _not_assessed(area: Area, values: Values) -> tuple[str, ...]:
    done = {each.id.casefold() for each in values.projects}
    return tuple(each.id for each in area.of(Project) if each.id.casefold() not in done)
