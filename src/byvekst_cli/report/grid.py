"""Tables as text: on the screen and in Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.language.say import safe
from byvekst_cli.model.pile import Pile

_ID: Final = 12
"""Columns that names may be as long as and still never be folded."""
_GUTTER: Final = 2
"""Empty columns between two columns of a table."""


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


def with_same_widths(grids: Sequence[Grid], room: int) -> list[Grid]:
    """Tables with the same headings, to stand under each other: each column as wide as if they were one."""
    together = [row for grid in grids for row in grid.rows]
    return [replace(grid, widths=_widths(replace(grid, rows=together), room)) for grid in grids]


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
        console.print(_table(grid, console.width))
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


def _table(grid: Grid, room: int) -> Table:
    table = Table(box=None, pad_edge=False)
    widths = grid.widths or _widths(grid, room)
    for number, heading in enumerate(grid.head):
        side: Literal["left", "right"] = "right" if grid.is_number(number) else "left"
        table.add_column(heading, justify=side, overflow="fold", width=widths[number])
    for row in grid.rows:
        last = grid.has_sum and row is grid.rows[-1]
        table.add_row(*map(safe, row), style="bold" if last else None)
    return table


def _widths(grid: Grid, room: int) -> tuple[int, ...]:
    """As wide as the text; where that is too much, the widest give way first, as far as words stay whole."""
    columns = [[head, *cells] for head, *cells in zip(grid.head, *map(_shown, grid.rows), strict=True)]
    whole = [max(map(cell_len, each), default=0) for each in columns]
    words = [
        max((cell_len(word) for cell in each for word in cell.split(" ")), default=0) for each in columns
    ]
    if all(cell_len(row[0]) <= _ID for row in grid.rows):
        words[0] = max(words[0], *(cell_len(row[0]) for row in grid.rows), 0)
    left = room - _GUTTER * (len(columns) - 1)
    return tuple(_levelled(whole, words if sum(words) <= left else _short(words, left), left))


def _shown(row: list[str]) -> list[str]:
    return [safe(cell) for cell in row]


def _short(words: list[int], room: int) -> list[int]:
    """Where not even whole words have room: the longest are broken, the first column last."""
    others = _levelled(words[1:], [1] * (len(words) - 1), max(room - words[0], 1))
    return [words[0], *others]


def _levelled(whole: list[int], least: list[int], room: int) -> list[int]:
    """All cut to one level, none below its least, so that their sum is at most the room."""
    level = max(whole, default=0)
    while level > 1 and sum(_cut(whole, least, level)) > room:
        level -= 1
    found = _cut(whole, least, level)
    for at in sorted(range(len(whole)), key=lambda at: whole[at] - found[at], reverse=True):
        if sum(found) < room and found[at] < whole[at]:
            found[at] += 1
    return found


def _cut(whole: list[int], least: list[int], level: int) -> list[int]:
    return [min(full, max(low, level)) for full, low in zip(whole, least, strict=True)]
