"""The portfolio on one page: every line of the programme in force, and which of them the cases touch."""

from collections.abc import Mapping
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.project import Project
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.pack.money_told import named
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """One line: money before, in the programme, later and in all, and the items that concern it."""

    id: str
    name: str
    phase: Named | None
    earlier: Pile
    programme: Pile
    later: Pile
    total: Pile
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The lines in the programme's order; `programme` is None where the area has none in force.

    `outside` are projects that the items concern and that have no line. `has_money` where any line has an
    amount, `has_numbers` where any is concerned by an item, and `has_rest` where any
    has more in all than in parts.
    """

    programme: str | None
    stated: Money | None
    rows: tuple[Row, ...]
    outside: tuple[str, ...]
    has_money: bool
    has_numbers: bool
    has_rest: bool


def overview(area: Area, touched: Mapping[str, tuple[str, ...]]) -> Overview:
    """Of the programme in force on the day; `touched` has the items by the id of a project they concern."""
    record = programme_of(area, None)
    numbers = {id.casefold(): items for id, items in touched.items()}
    rows = tuple(_row(area, line, numbers) for line in current(area).lines)
    total = record.model.total if record else None
    lines = {row.id.casefold() for row in rows}
    outside = tuple(_name(area, id) for id in touched if id.casefold() not in lines)
    has_money = any(row.total for row in rows)
    name = record.model.name if record else None
    return Overview(
        name,
        total.money if total else None,
        rows,
        outside,
        has_money,
        any(row.numbers for row in rows),
        any(_has_rest(row) for row in rows),
    )


def _has_rest(row: Row) -> bool:
    return bool(row.total.levels) and row.total.levels != (row.earlier + row.programme + row.later).levels


def _name(area: Area, id: str) -> str:
    project = area.one(Project, id)
    return f"{id} {project.name}" if project else id


def _row(area: Area, line: Line, numbers: Mapping[str, tuple[str, ...]]) -> Row:
    project = line.project
    phase = area.all_of(Phase).get(project.phase.phase) if project and project.phase else None
    return Row(
        line.id,
        project.name if project else line.id,
        named(phase) if phase else None,
        line.earlier,
        line.programme,
        line.remaining,
        line.total,
        numbers.get(line.id.casefold(), ()),
    )
