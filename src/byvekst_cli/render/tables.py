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
    "plan-sure": "report.programme_plan:sure",
    "plan-depends": "report.programme_plan:depends",
    "plan-swaps": "report.programme_plan:swaps",
    "plan-no-room": "report.programme_plan:no_room",
    "plan-money": "report.programme_plan:money",
    "plan-after": "report.programme_plan:commitments",
    "plan-prices": "report.programme_plan:prices",
    "plan-purposes": "report.programme_plan:purposes",
    "plan-frontier": "report.programme_plan:frontier",
    "plan-gains": "report.programme_plan:gains",
    "plan-distances": "report.programme_plan:distances",
    "plan-refused": "report.programme_plan_none:refused",
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
