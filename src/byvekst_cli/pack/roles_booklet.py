"""`roles`: the bodies, their mandates, who does what, and the words that are used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.governance.bodies import bodies, seats
from byvekst_cli.governance.tasks import Cell, Row, matrix
from byvekst_cli.governance.words import Entry, word_list
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.mandate import Authority, DecisionWay, Mandate, SeatPart, TaskPart
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.names import Names, body_name, names
from byvekst_cli.pack.organisation import Organisation, organisation

_FEW: Final = 2
"""Tasks that a line has room for."""


@dataclass(frozen=True, slots=True)
class Limit:
    """Within what a body may decide itself (MNOK), and which body must hear of it."""

    condition: str | None
    amount: Decimal | Unknown | None
    price_year: PriceYear | None
    reports_to: str | None


@dataclass(frozen=True, slots=True)
class Does:
    """A task, what the area calls it where that is something else, and what a body does with it."""

    task: Named | str
    local: str | None
    part: TaskPart
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A seat that is held on the day: by which organisation, in which function, as what."""

    organisation: str
    function: str | Unknown | None
    part: SeatPart
    since: When | None


@dataclass(frozen=True, slots=True)
class Body:
    """One body on its own page. `in_short` where it does so little that a line tells it."""

    id: str
    name: str
    role: Named | str
    purpose: str | Unknown | None
    agreement: str | None
    way: DecisionWay | None
    frequency: str | Unknown | None
    open: str | Unknown | None
    reports_to: str | Unknown | None
    hears_from: tuple[str, ...]
    other_names: tuple[str, ...]
    does: tuple[Does, ...]
    in_short: bool
    places: tuple[Place, ...]
    remark: str | None
    source: str | None
    invented: bool


@dataclass(frozen=True, slots=True)
class Shared:
    """A task, and what each body does with it, by the body's id; `*` where it has limits."""

    task: Named | str
    local: str | None
    parts: Mapping[str, TaskPart]
    limited: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolesBooklet:
    """The document. `columns` are the bodies of the table of tasks; `nobody` the tasks no mandate lists."""

    organisation: Organisation
    bodies: tuple[Body, ...]
    columns: tuple[tuple[str, str], ...]
    tasks: tuple[Shared, ...]
    nobody: tuple[Named | str, ...]
    silent: tuple[str, ...]
    words: Mapping[str, tuple[Entry, ...]]
    invented: bool


def roles_booklet(area: Area) -> RolesBooklet:
    """As the mandates are on the day."""
    words, rows, there = names(area), matrix(area), bodies(area)
    shared = [row for row in rows if row.cells]
    doing = {id for row in shared for id in row.cells}
    drawn = organisation(area)
    listed = tuple(_body(area, body, rows, words) for body in there)
    return RolesBooklet(
        drawn,
        listed,
        tuple((body.id, body.name) for body in there if body.id in doing),
        tuple(_shared(area, row, words) for row in shared),
        tuple(words.of("task", row.id) for row in rows if not row.cells),
        tuple(body.name for body in there if body.id not in doing),
        _words(area),
        drawn.invented or any(each.invented for each in listed),
    )


def _words(area: Area) -> Mapping[str, tuple[Entry, ...]]:
    """The words that the area has a name of its own for."""
    own = {}
    for sort, entries in word_list([area]).items():
        kept = []
        for entry in entries:
            local = tuple(each for each in entry.local if each.user.casefold() == area.id.casefold())
            if local:
                kept.append(Entry(entry.id, entry.concept, local))
        own[sort] = tuple(kept)
    return own


def _body(area: Area, body: Mandate, rows: tuple[Row, ...], words: Names) -> Body:
    agreement, above, basis = area.one(Agreement, body.agreement), body.reports_to, body.tasks_from
    meets = body.gatherings
    below = [each.name for each in bodies(area) if _same(each.reports_to, body.id)]
    invented = bool(body.illustration or any(each.illustration for each in body.seats))
    does = tuple(_does(area, body, rows, words))
    return Body(
        id=body.id,
        name=body.name,
        role=words.of("role", body.role),
        purpose=body.purpose,
        agreement=agreement.name if agreement else body.agreement,
        way=body.deciding.way if body.deciding else None,
        frequency=meets.frequency if meets else None,
        open=meets.open if meets else None,
        reports_to=body_name(area, above) if isinstance(above, str) else above,
        hears_from=tuple(below),
        other_names=tuple(body.other_names),
        does=does,
        in_short=0 < len(does) <= _FEW and not any(each.limits for each in does),
        places=tuple(_places(area, body)),
        remark=body.note,
        source=str(area.title(basis.source)) if basis and basis.source else None,
        invented=invented or bool(basis and basis.illustration),
    )


def _same(one: object, other: str) -> bool:
    return isinstance(one, str) and one.casefold() == other.casefold()


def _places(area: Area, body: Mandate) -> Iterator[Place]:
    for seat in seats(area, body):
        since = seat.since if isinstance(seat.since, When) else None
        yield Place(area.name_of(seat.organisation), seat.function, seat.part, since)


def _does(area: Area, body: Mandate, rows: tuple[Row, ...], words: Names) -> Iterator[Does]:
    """What the mandate lists, then authority that is for no task of the catalogue."""
    own = [(row, cell) for row in rows if (cell := row.cells.get(body.id))]
    for row, cell in own:
        yield Does(words.of("task", row.id), _local(area, row), cell.part, _limits(area, cell))
    for each in body.authority:
        if not any(each.covers(row.id) for row, _ in own):
            yield Does(each.kind, None, TaskPart.DECIDES, (_limit(area, each),))


def _limits(area: Area, cell: Cell) -> tuple[Limit, ...]:
    return tuple(_limit(area, each) for each in cell.authority)


def _limit(area: Area, each: Authority) -> Limit:
    above = body_name(area, each.reports_to) if each.reports_to else None
    condition = each.condition.rstrip(".") if each.condition else None
    return Limit(condition, each.limit, each.price_year, above)


def _local(area: Area, row: Row) -> str | None:
    """What the area calls the task, where the common names do not begin the same."""
    own = row.task.local if row.task else []
    word = next((each.word for each in own if each.user.casefold() == area.id.casefold()), None)
    common = [name.casefold() for name in row.task.names.values()] if row.task else []
    return None if word is None or any(each.startswith(word.casefold()) for each in common) else word


def _shared(area: Area, row: Row, words: Names) -> Shared:
    parts = {id: cell.part for id, cell in row.cells.items()}
    limited = tuple(id for id, cell in row.cells.items() if cell.authority)
    return Shared(words.of("task", row.id), _local(area, row), parts, limited)
