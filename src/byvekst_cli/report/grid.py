"""Tables as text: on the screen and in Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.language.say import safe
from byvekst_cli.model.pile import Pile


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as text: a title, headings, rows, and whether the last row is a sum."""

    title: str
    head: list[str]
    rows: list[list[str]]
    has_sum: bool = False


def print_grids(title: str, grids: Iterable[Grid], notes: list[str], console: Console) -> None:
    """On the screen."""
    console.print(Text(safe(title), style="bold"))
    for grid in grids:
        console.print()
        console.print(Text(safe(grid.title), style="bold"))
        console.print(_table(grid))
    if notes:
        console.print()
        for note in notes:
            console.print(Text(note, style="dim"))


def markdown_grids(title: str, grids: Iterable[Grid], notes: list[str]) -> str:
    """For a page or a note."""
    parts = [f"# {title}\n"]
    for grid in grids:
        rule = ["---", *("--:" for _ in grid.head[1:])]
        lines = [grid.head, rule, *grid.rows]
        table = "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)
        parts.append(f"## {grid.title}\n\n{table}")
    return "\n".join([*parts, *(f"{note}\n" for note in notes)])


def pile_json(pile: Pile) -> dict[str, Any]:
    """Amounts by price level, exact, and whether one is unknown."""
    amounts = [{"price_year": str(money.year), "mnok": money.in_mnok} for money in pile.moneys]
    return {"amounts": amounts, "unknown": pile.has_unknown}


def _table(grid: Grid) -> Table:
    table = Table(box=None, pad_edge=False)
    for number, heading in enumerate(grid.head):
        table.add_column(heading, justify="right" if number else "left", overflow="fold")
    for row in grid.rows:
        last = grid.has_sum and row is grid.rows[-1]
        table.add_row(*map(safe, row), style="bold" if last else None)
    return table
