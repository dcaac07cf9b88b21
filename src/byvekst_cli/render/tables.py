"""The tables that templates may ask for by name: figures and words → a `Grid` or several."""

from collections.abc import Mapping, Sequence
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.render.registry import imported
from byvekst_cli.render.tree import Line, Span, Table
from byvekst_cli.report.grid import Grid

TABLES: Final[Mapping[str, str]] = {
    "sheet-funding": "report.project_sheet:funding",
    "sheet-estimates": "report.project_sheet:estimates",
    "sheet-effects": "report.project_sheet:effects",
    "sheet-milestones": "report.project_sheet:milestones",
}
"""Name → `room.module:function`, called as `function(figures, say)`."""


def tables(name: str, figures: object, say: Say) -> tuple[Table, ...]:
    """The tables of a name that have rows. Raises KeyError where there is no such name."""
    made = imported(TABLES[name])(figures, say)
    grids: Sequence[Grid] = [made] if isinstance(made, Grid) else made
    return tuple(_table(name, grid) for grid in grids if grid.rows)


def _table(name: str, grid: Grid) -> Table:
    numbers = tuple(at for at in range(len(grid.head)) if grid.is_number(at))
    rows = tuple(tuple(map(_line, row)) for row in grid.rows)
    return Table(tuple(map(_line, grid.head)), rows, _line(grid.title), name, numbers, grid.has_sum)


def _line(words: str) -> Line:
    words = " ".join(words.split(" ")).strip()
    return (Span(words),) if words else ()
