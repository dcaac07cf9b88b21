"""Facts by name: what a text may ask a record for with `{{ BG-SYK-002.kostnad }}`."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area.area import Area
from byvekst_cli.area.record import Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.case import Case
from byvekst_cli.model.funding import Estimate, Sum
from byvekst_cli.model.indicator import Indicator, Unit
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.money import Money
from byvekst_cli.model.near import near
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Event, Project
from byvekst_cli.model.text import LETTER
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.model.when import When

_NAME: Final = re.compile(rf"([{LETTER}]+(?:-[{LETTER}]+)*)\.([{LETTER}_]+(?:-[{LETTER}_]+)*)")


@dataclass(frozen=True, slots=True)
class Span:
    """From one amount to another, in one price year."""

    low: Money
    high: Money


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts: `percent`, `m` (metres) or nothing; `until` is the last day it covers."""

    number: Decimal
    unit: str | None = None
    until: When | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Something that each language has its own word for."""

    names: Mapping[str, str]

    @property
    def within(self) -> "Named":
        """As it stands in the middle of a sentence; abbreviations keep their letters."""
        return Named(
            {
                language: name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"
                for language, name in self.names.items()
            }
        )


Value = str | Money | Span | When | Quantity | Named | Unknown | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a record: its name, its value, and the attributes that lead to it."""

    name: str
    value: Value
    way: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a text got no fact; `near` is the id or the name that was probably meant."""

    lacks: str
    name: str
    near: str | None = None
    record: str | None = None


def facts_of(record: Record[Block], area: Area) -> Mapping[str, Fact]:
    """The facts that a record has, by name; one that nobody knows is there as unknown."""
    model = record.model
    maker = _MAKERS.get(type(model))
    found = [*_called(model), *(maker(model, area) if maker else ())]
    return {name: Fact(name, value, way) for name, value, way in found if value is not None}


def ask(asked: str, area: Area) -> Fact | Missing:
    """The fact that `BG-SYK-002.kostnad` names; `lacks` is `form`, `record` or `fact` where there is none."""
    parts = _NAME.fullmatch(asked.strip())
    if parts is None:
        return Missing("form", asked.strip())
    records = area.named(parts[1])
    if not records:
        kinds = tuple(dict.fromkeys(record.kind for record in area.records))
        return Missing("record", parts[1], area.near(parts[1], kinds))
    known = [facts_of(record, area) for record in records]
    name = parts[2].casefold()
    fact = next((facts[name] for facts in known if name in facts), None)
    return fact or Missing("fact", parts[2], near(name, known[0]), records[0].id)


_Found = Iterator[tuple[str, Any, tuple[str | int, ...]]]


def _called(model: Block) -> _Found:
    """What nearly every kind has."""
    yield "id", getattr(model, "id", None), ("id",)
    yield "navn", getattr(model, "name", None), ("name",)
    yield "tittel", getattr(model, "title", None), ("title",)


def _project(project: Project, area: Area) -> _Found:
    funding = project.funding
    yield from _estimates(project)
    for name, attribute in (
        ("ramme", "frame"),
        ("bevilget", "granted_before"),
        ("i_program", "in_programme"),
        ("restbehov", "remaining"),
        ("sum", "total"),
    ):
        yield name, _money(getattr(funding, attribute, None)), ("funding", attribute)
    for position, each in enumerate(project.milestones):
        column = "actual" if each.actual is not None else each.open_column
        if each.event in _MILESTONES:
            yield each.event.value, getattr(each, column), ("milestones", position, column)
    phase = area.all_of(Phase).get(project.phase.phase) if project.phase else None
    yield (
        "fase",
        Named({str(key): name for key, name in phase.names.items()}) if phase else None,
        ("phase", "phase"),
    )
    yield "kommuner", tuple(map(area.name_of, project.municipalities)), ("municipalities",)
    yield "vegnummer", tuple(project.road_numbers) or None, ("road_numbers",)
    length = project.length
    yield "lengde", Quantity(length, "m") if isinstance(length, Decimal) else length, ("length",)
    for name, role in (("eier", "owner"), ("byggherre", "builder")):
        who = getattr(project.responsibility, role, None)
        yield name, area.name_of(who) if isinstance(who, str) else who, ("responsibility", role)


_MILESTONES: Final = (Event.BUILDING_START, Event.OPENING, Event.FINISHED)


def latest(project: Project) -> tuple[int, Estimate] | None:
    """The last estimate by date, or as they stand where one is undated, and its position."""
    estimates = list(enumerate(project.estimates))
    if all(isinstance(each.dated, When) for _, each in estimates):
        estimates.sort(key=lambda pair: (pair[1].dated.last, pair[0]))  # type: ignore[union-attr]
    return estimates[-1] if estimates else None


def _estimates(project: Project) -> _Found:
    """The latest estimate: P50 or the one figure it has, or else a span."""
    found = latest(project)
    if found is None:
        return
    position, last = found
    way = ("estimates", position)
    exact = next((name for name in ("p50", "amount") if getattr(last, name) is not None), None)
    if exact:
        amount = getattr(last, exact)
        yield "kostnad", Money.known(amount, last.price_year) or UNKNOWN, (*way, exact)
    else:
        low, high = (Money.known(each, last.price_year) for each in (last.low, last.high))
        yield "kostnad", Span(low, high) if low and high else UNKNOWN, way
    yield "kostnad_dato", last.dated, (*way, "dated")
    if last.p85 is not None:
        yield "p85", Money.known(last.p85, last.price_year) or UNKNOWN, (*way, "p85")


def _programme(programme: Programme) -> _Found:
    yield "fra", programme.period.since, ("period", "since")
    yield "til", programme.period.until, ("period", "until")
    yield "vedtatt", programme.adopted, ("adopted",)
    yield "sum", _money(programme.total), ("total",)


def _budget(budget: Budget) -> _Found:
    yield "vedtatt", _money(budget.adopted), ("adopted",)
    yield "regulert", _money(budget.regulated), ("regulated",)


def _case(case: Case, area: Area) -> _Found:
    sender = case.sender
    yield "meldt", case.reported, ("reported",)
    yield "avsender", area.name_of(sender) if isinstance(sender, str) else sender, ("sender",)
    yield "lokal_frist", case.local_by, ("local_by",)


def _meeting(meeting: Meeting, area: Area) -> _Found:
    bodies = [record.model for record in area.named(meeting.body)]
    yield "dato", meeting.dated, ("dated",)
    yield "klokkeslett", meeting.time, ("time",)
    yield "sted", meeting.place, ("place",)
    yield "organ", next((getattr(body, "name", None) for body in bodies), None), ("body",)


def _indicator(indicator: Indicator) -> _Found:
    """The latest value of each series under the id of the series."""
    unit = "percent" if indicator.unit is Unit.PERCENT else None
    yield "referanseår", _plain(indicator.reference_year), ("reference_year",)
    for id, series in indicator.series.items():
        if series.in_order:
            until, last = series.in_order[-1]
            way = ("series", id, "values", str(until), "value")
            value = last.value
            yield id.casefold(), Quantity(value, unit, until) if isinstance(value, Decimal) else value, way


def _plain(number: Decimal | Unknown | None) -> str | Unknown | None:
    return str(number) if isinstance(number, Decimal) else number


def _money(total: Sum | None) -> Money | Unknown | None:
    """None where nothing is stated, unknown where it says so."""
    if total is None or total.amount is None:
        return None
    return total.money or UNKNOWN


_MAKERS: Final[Mapping[type, Callable[[Any, Area], _Found]]] = {
    Project: _project,
    Programme: lambda each, _: _programme(each),
    Budget: lambda each, _: _budget(each),
    Case: _case,
    Meeting: _meeting,
    Indicator: lambda each, _: _indicator(each),
}
