"""Who does what as tables: tasks against bodies, the way of a task, bodies side by side."""

from collections.abc import Iterable, Mapping
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies, corresponding
from byvekst_cli.governance.tasks import Cell, Row, Step, matrix, path
from byvekst_cli.language import Say
from byvekst_cli.model.mandate import Authority, Mandate, TaskPart
from byvekst_cli.model.money import PriceBasis, PriceYear
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.vocabulary import Concept, Role
from byvekst_cli.report.grid import Grid, amount, without_empty

_BETWEEN: Final = 2
"""Columns between two columns of a table on the screen."""
_NAME: Final = 40
"""Columns that the name of a task may take before it is folded."""


def area_name(area: Area) -> str:
    return area.file.name if area.file else area.name


def named(concept: Concept | None, id: str, say: Say) -> str:
    """A word in the language spoken, or in one it has."""
    names = concept.names if concept else {}
    return names.get(say.language) or next(iter(names.values()), id)  # type: ignore[call-overload]


def task_name(row: Row, area: Area, say: Say) -> str:
    """The common name, and in brackets what the area calls it where that is something else."""
    name = named(row.task, row.id, say)
    users = row.task.local if row.task else []
    local = next((each.word for each in users if each.user.casefold() == area.id.casefold()), name)
    return name if local.casefold().startswith(name.casefold()) else f"{name} ({local})"


def matrix_grids(area: Area, say: Say, width: int | None) -> list[Grid]:
    """Tasks against bodies: in words where the screen takes it, else by marks that the notes explain."""
    rows = [row for row in matrix(area) if row.cells]
    there = _with_tasks(area, rows)
    if not rows:
        return []
    short = abbreviations(there)
    names = {body.id: body.name for body in there}
    wide = _table(rows, names, area, say, "part")
    table = wide if width is None or _width(wide) <= width else _table(rows, short, area, say, "mark")
    return [Grid(say("roles-title"), table[0], table[1:], justify="left")]


def matrix_notes(area: Area, say: Say, width: int | None) -> list[str]:
    """What marks and abbreviations stand for, and what is left out of the table."""
    rows = matrix(area)
    shown = [row for row in rows if row.cells]
    there = _with_tasks(area, shown)
    if not shown:
        return [say("roles-nothing")]
    notes = []
    if width is not None and _width(_table(shown, {b.id: b.name for b in there}, area, say, "part")) > width:
        notes.append(
            " · ".join(f"{say(f'mark-{part.value}')} {say(f'part-{part.value}')}" for part in TaskPart)
        )
        notes.append(" · ".join(f"{short} {name}" for short, name in _legend(there)))
    if any(cell.authority for row in shown for cell in row.cells.values()):
        notes.append(say("roles-within"))
    return notes + _left_out(area, there, [row for row in rows if not row.cells], say)


def _left_out(area: Area, there: list[Mandate], rows: list[Row], say: Say) -> list[str]:
    quiet = [body.name for body in bodies(area) if body not in there]
    invented = [body.name for body in there if body.tasks_from and body.tasks_from.illustration]
    notes = [say("roles-illustration", bodies=", ".join(invented))] if invented else []
    notes += [say("roles-none-listed", bodies=", ".join(quiet))] if quiet else []
    names = ", ".join(named(row.task, row.id, say) for row in rows)
    return notes + ([say("roles-not-shared", tasks=names)] if rows else [])


def _with_tasks(area: Area, rows: Iterable[Row]) -> list[Mandate]:
    doing = {id for row in rows for id in row.cells}
    return [body for body in bodies(area) if body.id in doing]


def _table(rows: list[Row], names: Mapping[str, str], area: Area, say: Say, words: str) -> list[list[str]]:
    lines = [
        [task_name(row, area, say), *(_cell(row.cells.get(id), words, say) for id in names)] for row in rows
    ]
    return [[say("roles-task"), *names.values()], *lines]


def _cell(cell: Cell | None, words: str, say: Say) -> str:
    if cell is None:
        return ""
    return say(f"{words}-{cell.part.value}") + ("*" if cell.authority else "")


def _width(table: list[list[str]]) -> int:
    """What a table takes when its headings and the longest names of tasks are folded."""
    tasks, *columns = zip(*table, strict=True)
    widths = [max(*map(len, cells), *map(len, head.split())) for head, *cells in columns]
    return min(max(map(len, tasks)), _NAME) + sum(_BETWEEN + width for width in widths)


def abbreviations(there: Iterable[Mandate]) -> dict[str, str]:
    """A short and different name for each body: the initials, and as much of the last word as it takes."""
    found: dict[str, str] = {}
    for body in there:
        *first, last = body.name.split()
        initials = "".join(part[0] for part in first).upper()
        begin = 1 if first else 3
        tries = [initials + last[0].upper() + last[1:end] for end in range(begin, len(last) + 1)]
        found[body.id] = next((each for each in tries if each not in found.values()), body.id)
    return found


def _legend(there: list[Mandate]) -> Iterable[tuple[str, str]]:
    short = abbreviations(there)
    return ((short[body.id], body.name) for body in there)


def limits(cell: Cell, area: Area, say: Say) -> str:
    """Within what a body may decide itself, and to whom it must tell it."""
    return "; ".join(limit(each, area, say) for each in cell.authority)


def limit(authority: Authority, area: Area, say: Say) -> str:
    """One authority in words."""
    parts = [authority.condition.rstrip(".")] if authority.condition else []
    if isinstance(authority.limit, Unknown):
        parts.append(say("limit-unknown"))
    elif authority.limit is not None:
        level = say_level(authority.price_year or PriceYear(PriceBasis.UNKNOWN), say)
        parts.append(say("limit-amount", amount=amount(authority.limit, say), level=level))
    if authority.reports_to:
        above = area.one(Mandate, authority.reports_to)
        parts.append(say("limit-report", body=above.name if above else authority.reports_to))
    return ", ".join(parts)


def say_level(year: PriceYear, say: Say) -> str:
    """`2020-kr`, `løpende kr`."""
    return say("level-year", year=str(year)) if isinstance(year.basis, int) else say(f"level-{year}")


def path_grid(area: Area, row: Row, say: Say) -> Grid:
    """The way of a task: a line for each body, in order."""
    names = {each.id.casefold(): named(each.task, each.id, say) for each in matrix(area)}
    steps = path(area, row.id)
    several = len({step.task for step in steps}) > 1
    first = {step.task: at for at, step in reversed(list(enumerate(steps)))}
    lines = [
        [str(at + 1), names[step.task] if several and first[step.task] == at else "", *_step(step, area, say)]
        for at, step in enumerate(steps)
    ]
    head = [say("path-step"), *(say(f"roles-{name}") for name in ("task", "body", "does", "limit"))]
    return without_empty(Grid(say("path-title"), head, lines, justify="left"))


def path_notes(row: Row, say: Say) -> list[str]:
    """What the word means, and what no mandate says."""
    meaning = row.task.meaning if row.task else None
    notes = [meaning.get(say.language) or next(iter(meaning.values()))] if meaning else []  # type: ignore[call-overload]
    if not row.cells:
        return [*notes, say("path-empty")]
    decided = any(cell.part is TaskPart.DECIDES and not cell.authority for cell in row.cells.values())
    return notes if decided else [*notes, say("path-undecided")]


def _step(step: Step, area: Area, say: Say) -> list[str]:
    if step.body is None or step.cell is None:
        names = ", ".join(area.name_of(each) for each in step.councils)
        return [say("path-councils"), say("path-local", parties=names), ""]
    return [step.body.name, say(f"part-{step.cell.part.value}"), limits(step.cell, area, say)]


def same_grid(areas: list[Area], say: Say) -> Grid:
    """Bodies with the same role side by side, an area a column."""
    roles = {id.casefold(): role for area in areas for id, role in area.all_of(Role).items()}
    rows = [
        [
            named(roles.get(role.casefold()), role, say),
            *(", ".join(b.name for b in there) or "–" for there in each),
        ]
        for role, each in corresponding(areas).items()
    ]
    return Grid(
        say("same-title"), [say("roles-role"), *(area_name(area) for area in areas)], rows, justify="left"
    )


def decider_grid(areas: list[Area], say: Say) -> Grid:
    """Who decides each task in each area, for those that any mandate decides."""
    tables = [{row.id.casefold(): row for row in matrix(area)} for area in areas]
    rows = []
    for id in dict.fromkeys(id for table in tables for id in table):
        deciders = [_deciders(table.get(id), area) for table, area in zip(tables, areas, strict=True)]
        if any(deciders):
            row = next(table[id] for table in tables if id in table)
            rows.append([named(row.task, row.id, say), *(each or "–" for each in deciders)])
    head = [say("roles-task"), *(area_name(area) for area in areas)]
    return Grid(say("same-tasks"), head, rows, justify="left")


def _deciders(row: Row | None, area: Area) -> str:
    cells = row.cells if row else {}
    names = {body.id: body.name for body in bodies(area)}
    return ", ".join(
        f"{names[id]}{'*' if cell.authority else ''}"
        for id, cell in cells.items()
        if cell.part is TaskPart.DECIDES
    )
