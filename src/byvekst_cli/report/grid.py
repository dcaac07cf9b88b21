"""Tables as text: on the screen and in Markdown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.language.say import safe
from byvekst_cli.model.pile import Pile

_ID: Final = 12
"""Columns that names may be as long as and still never be folded."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as text: a title, headings, rows, whether the last row is a sum, and columns of numbers.

    `numbers` are the columns set to the right; without them all but the first. `widths` are of the
    columns on the screen, where several tables are to stand under each other.
    """

    title: str
    head: list[str]
    rows: list[list[str]]
    has_sum: bool = False
    numbers: tuple[int, ...] | None = None
    widths: tuple[int, ...] | None = None

    def is_number(self, column: int) -> bool:
        return column > 0 if self.numbers is None else column in self.numbers

    def without_empty(self) -> "Grid":
        """The same without the columns that have nothing in any row."""
        kept = [at for at in range(len(self.head)) if at == 0 or any(row[at] for row in self.rows)]
        numbers = tuple(new for new, at in enumerate(kept) if self.is_number(at))
        rows = [[row[at] for at in kept] for row in self.rows]
        return Grid(self.title, [self.head[at] for at in kept], rows, self.has_sum, numbers)


def print_grids(
    title: str, grids: Iterable[Grid], notes: list[str], console: Console, lead: Iterable[str] = ()
) -> None:
    """On the screen; `lead` stands right below the title."""
    console.print(Text(safe(title), style="bold"))
    for line in lead:
        console.print(Text(line))
    for grid in grids:
        console.print()
        console.print(Text(safe(grid.title), style="bold"))
        console.print(_table(grid))
    print_notes(notes, console)


def print_notes(notes: list[str], console: Console) -> None:
    """Below tables, after an empty line."""
    if notes:
        console.print()
        for note in notes:
            console.print(Text(note, style="dim"))


def markdown_grids(title: str, grids: Iterable[Grid], notes: list[str], lead: Iterable[str] = ()) -> str:
    """For a page or a note; `lead` stands right below the title."""
    parts = [f"# {title}\n", *(f"{line}\n" for line in lead)]
    for grid in grids:
        rule = ["--:" if grid.is_number(at) else "---" for at in range(len(grid.head))]
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
        is_id = number == 0 and all(len(row[0]) <= _ID for row in grid.rows)
        side: Literal["left", "right"] = "right" if grid.is_number(number) else "left"
        width = grid.widths[number] if grid.widths else None
        table.add_column(heading, justify=side, overflow="fold", width=width, no_wrap=is_id and width is None)
    for row in grid.rows:
        last = grid.has_sum and row is grid.rows[-1]
        table.add_row(*map(safe, row), style="bold" if last else None)
    return table
