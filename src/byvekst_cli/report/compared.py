"""Areas side by side: which bodies have the same role, and which of them decide the same."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies, corresponding
from byvekst_cli.governance.tasks import Row, matrix
from byvekst_cli.language import Say
from byvekst_cli.model.agreement import Agreement, AgreementType
from byvekst_cli.model.mandate import Mandate, TaskPart
from byvekst_cli.model.vocabulary import Role
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.roles import area_name, meaning, named

_BETWEEN: Final = 2
"""Columns between two columns of a table on the screen."""
Line = tuple[str, list[list[str]]]
"""What is the same, and the bodies in each area."""


def compared_grids(areas: Sequence[Area], say: Say, width: int | None) -> list[Grid]:
    """An area a column where the screen takes it without breaking words, else an area a line."""
    heads = [(say("same-title"), say("roles-role")), (say("same-tasks"), say("same-decides"))]
    names, below = [area_name(area) for area in areas], [say("same-area"), say("roles-body")]
    grids = []
    for (title, head), lines in zip(heads, (_same(areas, say), _deciding(areas, say)), strict=True):
        wide = [[head, *names], *_beside(lines)]
        rows = wide if width is None or _fits(wide, width) else [[head, *below], *_below(lines, names)]
        grids.append(Grid(title, rows[0], rows[1:], numbers=()))
    return grids


def _beside(lines: Sequence[Line]) -> list[list[str]]:
    """A body a line, so that each name is seen to be one."""
    return [
        ["" if at else same, *cells]
        for same, each in lines
        for at, cells in enumerate(zip_longest(*(there or ["–"] for there in each), fillvalue=""))
    ]


def _below(lines: Sequence[Line], names: Sequence[str]) -> list[list[str]]:
    """Only the areas that have such a body."""
    rows = []
    for same, each in lines:
        having = [(name, there) for name, there in zip(names, each, strict=True) if there]
        rows += [["" if at else same, name, ", ".join(there)] for at, (name, there) in enumerate(having)]
    return rows


def _fits(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether the longest words of all columns stand side by side."""
    columns = (" ".join(cells).split() for cells in zip(*rows, strict=True))
    return sum(max(map(len, words), default=0) + _BETWEEN for words in columns) - _BETWEEN <= width


def _same(areas: Sequence[Area], say: Say) -> list[Line]:
    roles = {id.casefold(): role for area in areas for id, role in area.all_of(Role).items()}
    return [
        (
            named(roles.get(role.casefold()), role, say),
            [_told_apart(there, area) for there, area in zip(each, areas, strict=True)],
        )
        for role, each in corresponding(areas).items()
    ]


def _told_apart(there: Sequence[Mandate], area: Area) -> list[str]:
    """Their names; with the toll package that one of several is for, where its name does not say so."""
    packages = [_package(body, area) if len(there) > 1 else "" for body in there]
    return [
        f"{body.name} ({name})" if name else body.name for body, name in zip(there, packages, strict=True)
    ]


def _package(body: Mandate, area: Area) -> str:
    found = area.one(Agreement, body.agreement)
    if found is None or found.type is not AgreementType.TOLL_PACKAGE:
        return ""
    return "" if found.name.casefold() in body.name.casefold() else found.name


def same_notes(areas: Sequence[Area], say: Say) -> list[str]:
    """What each role means, for readers who know none of the areas."""
    roles = {id.casefold(): role for area in areas for id, role in area.all_of(Role).items()}
    there = (roles.get(id.casefold()) for id in corresponding(areas))
    return [f"{named(role, '', say)}: {meaning(role, say)}" for role in there if role and role.meaning]


def _deciding(areas: Sequence[Area], say: Say) -> list[Line]:
    """A line for all tasks that the same bodies decide in each area."""
    tables = [{row.id.casefold(): row for row in matrix(area)} for area in areas]
    tasks: dict[tuple[str, ...], list[str]] = {}
    for id in dict.fromkeys(id for table in tables for id in table):
        deciders = tuple(_deciders(table.get(id), area) for table, area in zip(tables, areas, strict=True))
        if any(deciders):
            row = next(table[id] for table in tables if id in table)
            tasks.setdefault(deciders, []).append(named(row.task, row.id, say))
    return [(_listed(names), [[each] if each else [] for each in who]) for who, names in tasks.items()]


def _listed(names: Sequence[str]) -> str:
    first, *others = names
    return ", ".join([first, *(name[:1].lower() + name[1:] for name in others)])


def decider_notes(areas: Sequence[Area], say: Say) -> list[str]:
    """What the star means where it is used, and in which areas the tasks are invented."""
    cells = [cell for area in areas for row in matrix(area) for cell in row.cells.values()]
    limited = any(cell.authority for cell in cells if cell.part is TaskPart.DECIDES)
    invented = [
        area_name(area)
        for area in areas
        if any(body.tasks_from and body.tasks_from.illustration for body in bodies(area))
    ]
    notes = [say("roles-within")] if limited else []
    return notes + ([say("same-illustration", areas=", ".join(invented))] if invented else [])


def _deciders(row: Row | None, area: Area) -> str:
    cells = row.cells if row else {}
    names = {body.id: body.name for body in bodies(area)}
    return ", ".join(
        f"{names[id]}{'*' if cell.authority else ''}"
        for id, cell in cells.items()
        if cell.part is TaskPart.DECIDES
    )
