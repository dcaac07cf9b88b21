"""Tasks against bodies as a table: in words where the screen takes it, else by marks with a legend."""

from collections.abc import Iterable, Mapping
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies
from byvekst_cli.governance.tasks import Cell, Row, matrix
from byvekst_cli.language import Say
from byvekst_cli.model.mandate import Mandate, TaskPart
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.roles import named, task_name

_BETWEEN: Final = 2
"""Columns between two columns of a table on the screen."""
_DOT: Final = " · "
_SMALL: Final = ("og", "for", "i", "av", "til", "på", "om", "and", "of", "the")
"""Words that give no letter to an abbreviation."""
_NAME: Final = 40
"""Columns that the name of a task may take before it is folded."""


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
    return [Grid(say("roles-title"), table[0], table[1:], numbers=())]


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
        notes += _packed([f"{short} {name}" for short, name in _legend(there)], width)
    if any(cell.authority for row in shown for cell in row.cells.values()):
        notes.append(say("roles-within"))
    return notes + _left_out(area, there, [row for row in rows if not row.cells], say)


def _left_out(area: Area, there: list[Mandate], rows: list[Row], say: Say) -> list[str]:
    quiet = [body.name for body in bodies(area) if body not in there]
    invented = [body.name for body in there if body.tasks_from and body.tasks_from.illustration]
    notes = [say("roles-illustration", bodies=", ".join(invented))] if invented else []
    if len(invented) == len(there) > 1:
        notes = [say("roles-all-illustration")]
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
        *first, last = [word for word in body.name.split() if word.casefold() not in _SMALL] or [body.name]
        initials = "".join(part[0] for part in first).upper()
        begin = 1 if first else 3
        tries = [initials + last[0].upper() + last[1:end] for end in range(begin, len(last) + 1)]
        found[body.id] = next((each for each in tries if each not in found.values()), body.id)
    return found


def _packed(entries: Iterable[str], width: int) -> list[str]:
    """In as few lines as they need, with no entry divided between two."""
    lines: list[str] = []
    for entry in entries:
        if lines and len(lines[-1]) + len(_DOT + entry) <= width:
            lines[-1] += _DOT + entry
        else:
            lines.append(entry)
    return lines


def _legend(there: list[Mandate]) -> Iterable[tuple[str, str]]:
    short = abbreviations(there)
    return ((short[body.id], body.name) for body in there)
