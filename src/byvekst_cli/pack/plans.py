"""An area as a choice of programme: candidates, money and bindings, and what could not be taken along."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.choice.instance import (
    Base,
    Bound,
    Candidate,
    Capacity,
    Cover,
    Earmark,
    Instance,
    OwnShare,
    Pair,
    Share,
    Source,
    Span,
    Start,
    Weights,
)
from byvekst_cli.model.funding_plan import Over, Scheme, Split
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.planning import Planning, StartOption
from byvekst_cli.model.programme import Binding, Programme
from byvekst_cli.model.project import Project
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.balance import carried_until
from byvekst_cli.portfolio.earmarks import allows
from byvekst_cli.portfolio.plans import index_of
from byvekst_cli.portfolio.prices import at_level
from byvekst_cli.portfolio.status import is_over
from byvekst_cli.value.told import Scored, Values

HUNDRED: Final = 100
_DONE: Final = frozenset({"åpnet", "ferdig"})
"""Phases of the catalogue in which nothing more is to be built."""


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


@dataclass(frozen=True, slots=True)
class Assumed:
    """A note, and the ids it is about."""

    note: Note
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What a calculation rests on. Purposes and reasons stand by the id of their binding."""

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


class NoMoney(Exception):
    """No programme says what comes in during the years."""


class NoProjects(Exception):
    """No project has both an assessment and a cost by year; `notes` say what each lacks."""

    def __init__(self, notes: tuple[Assumed, ...]) -> None:
        super().__init__(notes)
        self.notes = notes


def plan_programme(area: Area, id: str | None) -> Programme | None:
    """The one asked for, else the last one that says what comes in."""
    if id is not None:
        return area.one(Programme, id)
    told = [record.model for record in area.of(Programme) if record.model.income]
    return max(told, key=lambda each: (_first_year(each), each.id), default=None)


def basis(area: Area, values: Values, programme: Programme, years: tuple[int, int] | None) -> Basis:
    """Of one programme's income and years. Raises NoMoney, NoProjects."""
    return _Gathering(area, values, programme, years).basis()


def _first_year(programme: Programme) -> int:
    since = programme.period.since
    return since.first.year if isinstance(since, When) else 0


def years_of(programme: Programme) -> tuple[int, int] | None:
    """The years of its period, or else those that it has income in."""
    since, until = programme.period.since, programme.period.until
    if isinstance(since, When) and isinstance(until, When):
        return since.first.year, until.last.year
    found = [when.first.year for row in programme.income for when in row.years]
    return (min(found), max(found)) if found else None


class _Gathering:
    """Goes through an area once and remembers what it had to leave out."""

    def __init__(
        self, area: Area, values: Values, programme: Programme, years: tuple[int, int] | None
    ) -> None:
        self._area, self._values, self._programme = area, values, programme
        self._index = index_of(area)
        told = years or years_of(programme)
        levels = Counter(row.price_year for row in programme.income if not row.price_year.is_unknown)
        if told is None or not levels:
            raise NoMoney
        self._first, self._last = told
        self._level = max(levels, key=lambda level: (levels[level], str(level)))
        self._notes: dict[Note, list[str]] = {}
        self._purposes: dict[str, str] = {}
        self._reasons: dict[str, str] = {}
        self._scored = {each.id.casefold(): each for each in values.projects}

    def basis(self) -> Basis:
        incomes = self._incomes()
        if not incomes:
            raise NoMoney
        splits = self._splits(set(incomes))
        candidates = tuple(self._candidates(set(incomes), splits))
        if not candidates:
            raise NoProjects(self._told())
        known = {each.id: each for each in candidates}
        instance = Instance(
            candidates,
            self._sources(incomes, candidates),
            self._last,
            earmarks=tuple(self._earmarks(incomes, known)),
            shares=tuple(self._shares(splits)),
            covers=tuple(self._covers(incomes)),
            own_shares=tuple(self._own_shares(incomes, known)),
            bounds=tuple(self._bounds(known)),
            capacities=tuple(self._capacities()),
            **self._relations(known),
        )
        profiles = {id: _floats(each.point) for id, each in self._values.profiles.items()}
        extremes = dict.fromkeys(_floats(w) for each in self._values.profiles.values() for w in each.extremes)
        return Basis(
            instance,
            self._programme,
            self._first,
            self._last,
            self._level,
            profiles,
            tuple(extremes),
            tuple(each.id for each in self._values.measures),
            self._names(known),
            self._purposes,
            self._reasons,
            self._told(),
            self._is_invented(known),
        )

    def _note(self, note: Note, about: str) -> None:
        found = self._notes.setdefault(note, [])
        if about not in found:
            found.append(about)

    def _told(self) -> tuple[Assumed, ...]:
        return tuple(Assumed(note, tuple(about)) for note, about in self._notes.items())

    def _incomes(self) -> dict[str, dict[int, int]]:
        """Øre by source and year, at the plan's price level."""
        found: dict[str, dict[int, int]] = {}
        for row in self._programme.income:
            means = row.means.casefold()
            for when, amount in row.years.items():
                year = when.first.year
                if not self._first <= year <= self._last:
                    continue
                money = Money.known(amount, row.price_year)
                moved = self._moved(money, Note.INCOME_PRICE_YEAR, means)
                if money is None:
                    self._note(Note.UNKNOWN_INCOME, means)
                elif moved is not None:
                    own = found.setdefault(means, {})
                    own[year] = own.get(year, 0) + moved
        return found

    def _moved(self, money: Money | None, lacks: Note, about: str) -> int | None:
        """Øre at the plan's price level; None where it cannot be told."""
        if money is None or money.year == self._level:
            return None if money is None else money.ore
        basis = self._level.basis
        moved = at_level(money, self._index, basis) if isinstance(basis, int) else None
        self._note(lacks if moved is None else Note.MOVED_PRICES, about)
        return None if moved is None else moved.ore

    def _sources(
        self, incomes: Mapping[str, Mapping[int, int]], candidates: tuple[Candidate, ...]
    ) -> tuple[Source, ...]:
        """Income goes on after the last year as in it, as far as the programme lets it be committed."""
        costs = (year for each in candidates for start in each.starts for year, _ in start.cost)
        after = range(self._last + 1, max(costs, default=self._last) + 1)
        part = Decimal(HUNDRED) if self._programme.after is None else self._programme.after
        carries = self._carries()
        found = []
        for means, years in sorted(incomes.items()):
            last = int(max(years.get(self._last, 0), 0) * part / HUNDRED)
            if after:
                self._note(Note.INCOME_AFTER, means)
            if means not in carries:
                self._note(Note.NO_CARRY, means)
            rows = {**years, **dict.fromkeys(after, last)}
            found.append(Source(means, tuple(sorted(rows.items())), carries.get(means)))
        return tuple(found)

    def _schemes(self, means: str) -> list[tuple[str, Scheme]]:
        """The schemes of a source whose period reaches into the years."""
        return [
            (record.id, record.model)
            for record in self._area.of(Scheme)
            if isinstance(record.model.means, str)
            and record.model.means.casefold() == means
            and any(record.model.period.has_year(year) for year in range(self._first, self._last + 1))
        ]

    def _carries(self) -> dict[str, int]:
        schemes = (record.model for record in self._area.of(Scheme))
        told = ((each.means, carried_until(each)) for each in schemes if isinstance(each.means, str))
        return {means.casefold(): year for means, year in told if year is not None}

    def _earmarks(self, incomes: Mapping[str, object], known: Mapping[str, Candidate]) -> Iterator[Earmark]:
        """A source is tied where every scheme of it is; one free scheme may pay for all."""
        for means in sorted(incomes):
            schemes = self._schemes(means)
            marks = [scheme.earmarked_to for _, scheme in schemes if scheme.earmarked_to]
            if not marks or len(marks) < len(schemes):
                continue
            projects = {id: self._area.one(Project, id) for id in known}
            members = [id for id, sheet in projects.items() if sheet and any(allows(m, sheet) for m in marks)]
            name = schemes[0][0]
            purposes = [scheme.purpose or scheme.earmark for _, scheme in schemes]
            self._purposes |= {name: "; ".join(p for p in purposes if p)} if any(purposes) else {}
            yield Earmark(name, means, frozenset(members))

    def _covers(self, incomes: Mapping[str, object]) -> Iterator[Cover]:
        for means in sorted(incomes):
            for id, scheme in self._schemes(means):
                if isinstance(scheme.covers, Decimal) and scheme.covers < HUNDRED:
                    name = f"{id}-del"
                    self._purposes |= {name: scheme.purpose} if scheme.purpose else {}
                    yield Cover(name, means, Fraction(scheme.covers) / HUNDRED)

    def _splits(self, means: set[str]) -> list[tuple[str, Split]]:
        years = range(self._first, self._last + 1)
        found = []
        for record in self._area.of(Split):
            split = record.model
            in_time = split.period is None or any(split.period.has_year(year) for year in years)
            if isinstance(split.means, str) and split.means.casefold() in means and in_time:
                found.append((record.id, split))
        return found

    def _shares(self, splits: list[tuple[str, Split]]) -> Iterator[Share]:
        for id, split in splits:
            if split.purpose:
                self._purposes[id] = split.purpose
            means, each_year = str(split.means).casefold(), split.over is Over.YEAR
            for party, percent in split.shares.items():
                group = f"{id}:{party.casefold()}"
                part = Fraction(percent) / HUNDRED
                if split.leeway is None:
                    yield Share(id, means, group, part, each_year=each_year)
                else:
                    give = Fraction(split.leeway) / HUNDRED
                    low, high = max(part - give, Fraction(0)), min(part + give, Fraction(1))
                    yield Share(id, means, group, high, low, Base.SPENT, each_year)

    def _candidates(self, means: set[str], splits: list[tuple[str, Split]]) -> Iterator[Candidate]:
        for record in sorted(self._area.of(Project), key=lambda each: each.id):
            scored = self._scored.get(record.id.casefold())
            planning = record.model.planning
            if planning is None:
                if scored is not None and not _is_done(record.model):
                    self._note(Note.NO_COST, record.id)
                continue
            if scored is None and not self._is_bound(record.model):
                self._note(Note.NO_ASSESSMENT, record.id)
                continue
            starts = tuple(self._starts(record.id, planning))
            if len(starts) < len(planning.starts):
                continue
            groups = tuple(self._groups(record.model, splits))
            pay = {each.casefold() for each in planning.means} or means
            yield Candidate(
                record.id, starts, self._effects(record.id, scored), frozenset(pay & means), groups
            )

    def _effects(self, id: str, scored: Scored | None) -> tuple[Span, ...]:
        if scored is None:
            self._note(Note.BOUND_WITHOUT_VALUE, id)
            return (Span(0.0, 0.0, 0.0),) * len(self._values.measures)
        if not scored.is_whole:
            self._note(Note.UNKNOWN_EFFECT, id)
        return tuple(Span(float(s.low), float(s.likely), float(s.high)) for s in scored.spans)

    def _starts(self, id: str, planning: Planning) -> Iterator[Start]:
        """Each way of doing it; none where a cost is unknown or at a level that cannot be moved."""
        for option in planning.starts:
            cost: dict[int, int] = {}
            for when, amount in option.years.items():
                money = Money.known(amount, planning.price_year)
                if money is None:
                    self._note(Note.UNKNOWN_COST, id)
                    return
                ore = self._moved(money, Note.OTHER_PRICE_YEAR, id)
                if ore is None:
                    return
                if when.first.year < self._first:
                    self._note(Note.EARLIER_COST, id)
                else:
                    cost[when.first.year] = cost.get(when.first.year, 0) + ore
            yield Start(option.name, tuple(sorted(cost.items())), tuple(_uses(option)))

    def _groups(self, project: Project, splits: list[tuple[str, Split]]) -> Iterator[tuple[str, Fraction]]:
        whole = sum(project.municipalities.values(), Decimal(0))
        if splits and not whole:
            self._note(Note.NO_PLACE, project.id)
        for id, split in splits:
            named = {
                member.casefold(): party
                for party in split.shares
                for member in (party, *split.includes.get(party, ()))
            }
            for place, percent in project.municipalities.items():
                party = named.get(place.casefold())
                if party is None:
                    self._note(Note.NO_PLACE, project.id)
                elif whole:
                    yield f"{id}:{party.casefold()}", Fraction(percent) / Fraction(whole)

    def _own_shares(
        self, incomes: Mapping[str, object], known: Mapping[str, Candidate]
    ) -> Iterator[OwnShare]:
        for id in known:
            planning = self._planning(id)
            for means, percent in planning.own_shares.items():
                if means.casefold() in incomes:
                    part = Fraction(percent) / HUNDRED
                    yield OwnShare(f"egenandel-{means.casefold()}", id, means.casefold(), part)
                else:
                    self._note(Note.NO_MEANS, f"{id}: {means}")

    def _planning(self, id: str) -> Planning:
        project = self._area.one(Project, id)
        return project.planning if project and project.planning else Planning.model_construct()

    def _is_bound(self, project: Project) -> bool:
        tied = project.planning is not None and project.planning.tie is not None
        return tied or project.id.casefold() in self._bound_lines()

    def _bound_lines(self) -> dict[str, str]:
        """Lines that the programme itself calls bound, and why."""
        lines = (line for line in self._programme.lines if line.binding is Binding.BOUND)
        return {line.project.casefold(): line.note or self._programme.name for line in lines}

    def _bounds(self, known: Mapping[str, Candidate]) -> Iterator[Bound]:
        lines = self._bound_lines()
        for id in known:
            tie = self._planning(id).tie
            if tie is not None:
                self._reasons[id] = tie.reason
                self._purposes |= {id: tie.purpose} if tie.purpose else {}
                yield Bound(id, tie.start)
            elif id.casefold() in lines:
                self._reasons[id] = lines[id.casefold()]
                yield Bound(id)

    def _capacities(self) -> Iterator[Capacity]:
        for row in self._programme.capacity:
            for when, count in row.years.items():
                yield Capacity(row.resource.casefold(), when.first.year, int(count))

    def _relations(self, known: Mapping[str, Candidate]) -> dict[str, Any]:
        """Between candidates; what needs a project that is not among them cannot be in."""
        own = {id.casefold(): id for id in known}
        made: dict[str, dict[object, None]] = {"requires": {}, "excludes": {}, "bundles": {}, "pairs": {}}
        out = set()
        for id in known:
            planning = self._planning(id)
            for name, key in (("requires", "requires"), ("excludes", "excludes"), ("bundle", "bundles")):
                for other in getattr(planning, name):
                    found = own.get(other.casefold())
                    if found is None and name != "excludes":
                        self._note(Note.NOT_HERE, f"{id}: {other}")
                        out.add(id)
                    elif found is not None and found != id:
                        both = (id, found) if name == "requires" else (min(id, found), max(id, found))
                        made[key][both] = None
            for pair in planning.pairs:
                found = own.get(pair.other.casefold())
                if found is not None and found != id:
                    one, other = sorted((id, found))
                    made["pairs"][Pair(one, other, float(pair.points))] = None
        return {key: tuple(rows) for key, rows in made.items()} | {"forced_out": frozenset(out)}

    def _names(self, known: Mapping[str, Candidate]) -> dict[str, str]:
        sheets = ((id, self._area.one(Project, id)) for id in known)
        names = {id: sheet.name for id, sheet in sheets if sheet}
        names |= {record.id: record.model.name for record in self._area.of(Scheme)}
        names |= {f"{record.id}-del": record.model.name for record in self._area.of(Scheme)}
        names |= {record.id: record.model.name for record in self._area.of(Split)}
        names |= {record.id: record.model.name for record in self._area.of(Indicator)}
        names |= dict(self._values.names)
        return names | {each.id: each.criterion.name for each in self._values.measures}

    def _is_invented(self, known: Mapping[str, Candidate]) -> bool:
        """Whether any figure that is reckoned with says that it is."""
        sheets = (self._planning(id) for id in known)
        rows = (row for sheet in sheets for row in (sheet, *sheet.starts))
        marked = [self._programme, *self._programme.income, self._values.model, *rows]
        scored = (each.assessment for each in self._values.projects)
        return any(each.illustration for each in (*marked, *scored))


def _is_done(project: Project) -> bool:
    """Whether there is nothing left to choose, as far as the sheet says."""
    return is_over(project) or (project.phase is not None and project.phase.phase in _DONE)


def _uses(option: StartOption) -> Iterator[tuple[str, int, int]]:
    for resource, years in option.uses.items():
        for when, count in years.items():
            yield resource.casefold(), when.first.year, int(count)


def _floats(weights: tuple[Fraction, ...]) -> Weights:
    return tuple(map(float, weights))
