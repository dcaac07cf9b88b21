"""Project sheets made of somebody's own list: a row a project, the columns told by a map."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.area.incoming import Note
from byvekst_cli.edit.cells import Unfit, meant, plain, value_of
from byvekst_cli.edit.known import Known
from byvekst_cli.edit.list_target import BadMap, Target, target
from byvekst_cli.edit.ordered import in_order
from byvekst_cli.edit.yaml_text import entry
from byvekst_cli.finding import Route
from byvekst_cli.model.list_map import ListMap, MappedColumn
from byvekst_cli.model.near import near
from byvekst_cli.model.project import Event, Project
from byvekst_cli.model.tables import Column, Sort
from byvekst_cli.source.records import build
from byvekst_cli.source.workbook import Cell, Grid, place

_MONEY_SIGNS: Final = re.compile(r"\s*(?:kr\.?|,-)$", re.IGNORECASE)
_SEARCHED: Final = 50
"""Rows from the top in which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class Made:
    """A project made of a row: its id, its data, and the cells that its values came from."""

    row: int
    data: dict[str, Any]
    places: Mapping[Route, str]

    @property
    def text(self) -> str:
        lines = [line for key, value in self.data.items() for line in entry(key, value, "")]
        return "\n".join(lines) + "\n"


@dataclass(slots=True)
class Listed:
    """What a list became: projects, what keeps rows from being taken, and what was passed over."""

    sheet: str
    made: list[Made] = field(default_factory=list)
    faults: list[Note] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def read_list(grids: tuple[Grid, ...], how: ListMap, area: Area) -> Listed:
    """A project for each row of the list. Raises BadMap; rows that cannot be taken are in `faults`."""
    grid = _sheet(grids, how)
    head = _head(grid, how)
    columns, unread = _headings(grid, head, how)
    if how.ids is None and not any(each.column.name == "id" for each, _ in columns.values()):
        raise BadMap("map-no-id")
    found = Listed(grid.name)
    found.notes += [Note("list-unread", grid.name, place(head, at), {"heading": name}) for at, name in unread]
    found.faults += [
        Note("sheet-merged", grid.name, each) for each in grid.merged if _last_row(each) > head + 1
    ]
    fixed = [(target(path), text) for path, text in how.fixed.items()]
    known = Known(area)
    rows = range(head + 1, len(grid.rows))
    for number in rows:
        if _is_project(found, grid, number, how):
            made = _project(found, grid, number, columns, fixed, known)
            if made is not None:
                found.made.append(made)
    _ids(found, how, area)
    for each in found.made:
        _misfits(found, each)
    return found


def _sheet(grids: tuple[Grid, ...], how: ListMap) -> Grid:
    if how.sheet is None:
        return grids[0]
    found = next((grid for grid in grids if _folded(grid.name) == _folded(how.sheet)), None)
    if found is None:
        raise BadMap("map-no-sheet", sheet=how.sheet, near=near(how.sheet, [grid.name for grid in grids]))
    return found


def _head(grid: Grid, how: ListMap) -> int:
    """The row of the headings: the one told, else the one with most of them."""
    if how.head is not None:
        return max(int(how.head) - 1, 0)
    wanted = {_folded(name) for name in how.columns}
    counts = [len(wanted & {_folded(cell) for cell in row}) for row in grid.rows[:_SEARCHED]]
    best = max(range(len(counts)), key=lambda at: (counts[at], -at), default=0)
    if not counts or not counts[best]:
        first = next((row for row in grid.rows if sum(c is not None for c in row) > 1), ())
        likely = near(next(iter(how.columns)), [str(cell) for cell in first if cell is not None])
        raise BadMap("map-no-heading", heading=next(iter(how.columns)), near=likely)
    return best


def _headings(
    grid: Grid, head: int, how: ListMap
) -> tuple[dict[int, tuple[Target, MappedColumn]], list[tuple[int, str]]]:
    """The field of each column, and the columns that the map does not name."""
    cells = grid.rows[head] if head < len(grid.rows) else ()
    there = {_folded(cell): at for at, cell in reversed(list(enumerate(cells))) if cell is not None}
    columns = {}
    for name, mapped in how.columns.items():
        if _folded(name) not in there:
            raise BadMap(
                "map-no-heading", heading=name, near=near(name, [str(c) for c in cells if c is not None])
            )
        columns[there[_folded(name)]] = (target(mapped.field), mapped)
    routes = [each.route for each, _ in columns.values()]
    if twice := next((route for route in routes if routes.count(route) > 1), None):
        raise BadMap("map-twice", field=".".join(map(str, twice)))
    known = {_folded(name) for name in how.left_out}
    unread = [(at, str(cell)) for at, cell in enumerate(cells) if cell is not None and at not in columns]
    return columns, [(at, name) for at, name in unread if _folded(name) not in known]


def _is_project(found: Listed, grid: Grid, number: int, how: ListMap) -> bool:
    """Rows without anything are no projects, nor those that the map says are something else."""
    cells = [cell for cell in grid.rows[number] if cell is not None]
    skipped = {_folded(word) for word in how.not_projects}
    word = next((cell for cell in cells if _folded(cell) in skipped), None)
    if word is not None:
        found.notes.append(Note("list-skipped", grid.name, place(number, 0), {"word": str(word)}))
    return bool(cells) and word is None


def _project(
    found: Listed,
    grid: Grid,
    number: int,
    columns: Mapping[int, tuple[Target, MappedColumn]],
    fixed: list[tuple[Target, Any]],
    known: Known,
) -> Made | None:
    flat: dict[Route, Any] = {}
    places: dict[Route, str] = {}
    before = len(found.faults)
    for at, (goal, mapped) in columns.items():
        where = place(number, at)
        try:
            text = _text(_sound(grid, number, at), goal.column, mapped, known)
            if text:
                flat[goal.route] = value_of(text, goal.column)
        except Unfit as unfit:
            facts = {
                "value": str(grid.at(number, at))[:40],
                "near": known.near(grid.at(number, at), goal.column),
            }
            found.faults.append(Note(unfit.why, grid.name, where, facts))
        places[goal.route] = where
    for goal, value in fixed:
        flat.setdefault(
            goal.route, True if value is True or goal.column.sort is Sort.YES else _fixed(goal, value)
        )
    return None if len(found.faults) > before else Made(number, _nested(flat, columns), places)


def _sound(grid: Grid, number: int, at: int) -> Cell:
    """A cell that is no error, and no formula that was never worked out. Raises Unfit."""
    cell = grid.at(number, at)
    if (number, at) in grid.errors or ((number, at) in grid.formulas and cell is None):
        raise Unfit("cell-error")
    return cell


def _fixed(goal: Target, value: Any) -> Any:
    return value_of(str(value), goal.column)


def _text(cell: Cell, column: Column, mapped: MappedColumn, known: Known) -> str:
    """A cell in the words of the files: translated, counted in their units, names as ids. Raises Unfit."""
    words = {_folded(word): str(meaning) for word, meaning in mapped.words.items()}
    if cell is not None and _folded(cell) in words:
        cell = words[_folded(cell)]
    if isinstance(cell, str) and column.sort is Sort.NUMBER:
        cell = _MONEY_SIGNS.sub("", cell)
    if isinstance(cell, str) and (column.refers_to or column.words):
        cell = known.ids(cell, column, words)
    text = meant(cell, column)
    number = plain(text)
    if mapped.unit is not None and isinstance(number, int | Decimal):
        scaled = (Decimal(number) * mapped.unit.factor).normalize()
        return f"{scaled:f}"
    if (
        column.sort is Sort.NUMBER
        and text
        and not isinstance(number, int | Decimal)
        and not text.startswith("ukj")
    ):
        raise Unfit("cell-number")
    return text


def _nested(flat: Mapping[Route, Any], columns: Mapping[int, tuple[Target, MappedColumn]]) -> dict[str, Any]:
    """Values by route as a sheet holds them. A row that only fixed values would fill is left out."""
    filled = {goal.route for goal, _ in columns.values() if goal.route in flat}
    wanted = {goal.route for goal, _ in columns.values()}
    rows = {_row(route) for route in flat if _row(route)}
    bare = {
        row for row in rows if not any(_row(r) == row for r in filled) and any(_row(r) == row for r in wanted)
    }
    made: dict[str, Any] = {}
    for route, value in flat.items():
        if _row(route) not in bare:
            _put(made, route, value)
    if "milepæler" in made:
        names = [event.value for event in Event]
        rows_by = made["milepæler"]
        made["milepæler"] = {at: {"hva": names[at], **rows_by[at]} for at in sorted(rows_by)}
    ordered: dict[str, Any] = in_order(_listed(made), Project)
    return ordered


def _row(route: Route) -> Route:
    """The row of a list, or the sum, that a value is in; nothing for a field of the sheet's own."""
    at = next((at for at, step in enumerate(route) if isinstance(step, int)), None)
    if at is not None:
        return route[: at + 1]
    return route[:2] if route[0] == "finansiering" and len(route) > 2 else ()


def _put(made: dict[Any, Any], route: Route, value: Any) -> None:
    for step in route[:-1]:
        made = made.setdefault(step, {})
    made[route[-1]] = value


def _listed(value: Any) -> Any:
    """Mappings whose keys are places become lists."""
    if not isinstance(value, Mapping):
        return value
    if value and all(isinstance(key, int) for key in value):
        return [_listed(value[key]) for key in sorted(value)]
    return {key: _listed(each) for key, each in value.items()}


def _ids(found: Listed, how: ListMap, area: Area) -> None:
    """Ids for those that lack one, and a fault for those that are taken."""
    taken = {record.id.casefold() for record in area.records}
    given = {str(made.data["id"]).casefold() for made in found.made if "id" in made.data}
    number = int(how.ids.start) if how.ids else 0
    for at, made in enumerate(found.made):
        if "id" not in made.data and how.ids is not None:
            while (id := _numbered(how, number)).casefold() in taken | given:
                number += 1
            found.made[at] = Made(made.row, {"id": id, **made.data}, made.places)
        elif "id" not in made.data:
            found.faults.append(Note("row-no-id", found.sheet, place(made.row, 0)))
            continue
        id = str(found.made[at].data["id"])
        if id.casefold() in taken:
            where = made.places.get(("id",), place(made.row, 0))
            found.faults.append(Note("list-id-taken", found.sheet, where, {"id": id}))
        taken.add(id.casefold())


def _numbered(how: ListMap, number: int) -> str:
    if how.ids is None or "{nr}" not in how.ids.pattern:
        raise BadMap("map-pattern")
    return how.ids.pattern.replace("{nr}", f"{number:0{int(how.ids.digits)}}")


def _misfits(found: Listed, made: Made) -> None:
    """What keeps the data from being a project sheet, told by the cell that it came from."""
    misfits = build(Project, made.data)
    for misfit in misfits if isinstance(misfits, list) else []:
        asked = (misfit.route, (*misfit.route, str(misfit.facts.get("field", ""))))
        where = next((cell for route, cell in made.places.items() if route in asked), place(made.row, 0))
        route = ".".join(str(step) for step in asked[misfit.slug in ("missing-field", "missing-price-year")])
        found.faults.append(Note("list-misfit", found.sheet, where, {"field": route, "misfit": misfit}))


def _last_row(merged: str) -> int:
    return int(re.sub(r"\D", "", merged.rpartition(":")[2]) or 0)


def _folded(cell: object) -> str:
    """A heading without what people write differently: capitals, spaces, line breaks, a colon at the end."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).casefold().split()).rstrip(" :*.")
