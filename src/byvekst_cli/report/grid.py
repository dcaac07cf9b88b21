"""Tables of money as text: on the screen, in Markdown, with parts that add up as printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final, Literal

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.money import ORE_PER_MNOK
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.rounding import rounded_parts

PLACES: Final = 1
"""Decimals of MNOK in a column where any amount has some."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as text: a title, headings, rows, whether the last row is a sum, and how columns are set."""

    title: str
    head: list[str]
    rows: list[list[str]]
    has_sum: bool = False
    justify: Literal["left", "right"] = "right"


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
        rule = ["---", *("--:" if grid.justify == "right" else "---" for _ in grid.head[1:])]
        lines = [grid.head, rule, *grid.rows]
        table = "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)
        parts.append(f"## {grid.title}\n\n{table}")
    return "\n".join([*parts, *(f"{note}\n" for note in notes)])


def without_empty(grid: Grid) -> Grid:
    """The same without the columns that hold nothing in any row."""
    kept = [at for at in range(len(grid.head)) if any(row[at] for row in grid.rows)]
    rows = [[row[at] for at in kept] for row in grid.rows]
    return replace(grid, head=[grid.head[at] for at in kept], rows=rows)


def column(piles: Sequence[Pile], say: Say) -> list[str]:
    """A column of amounts and their sum, rounded so that what is printed adds up."""
    exact = [Decimal(pile.ore) / ORE_PER_MNOK for pile in piles]
    rounded = rounded_parts(exact, _places(exact))
    cells = [_marked(pile, each, say) for pile, each in zip(piles, rounded, strict=True)]
    return [*cells, _marked(together(piles), sum(rounded, Decimal(0)), say)]


def single(pile: Pile, say: Say) -> str:
    """One amount by itself."""
    return column([pile], say)[0]


def amount(mnok: Decimal, say: Say) -> str:
    """MNOK with at most one decimal."""
    return say.number(rounded_parts([mnok], _places([mnok]))[0])


def pile_json(pile: Pile) -> dict[str, Any]:
    """Amounts by price level, exact, and whether one is unknown."""
    amounts = [{"price_year": str(money.year), "mnok": money.in_mnok} for money in pile.moneys]
    return {"amounts": amounts, "unknown": pile.has_unknown}


def _table(grid: Grid) -> Table:
    table = Table(box=None, pad_edge=False)
    for number, heading in enumerate(grid.head):
        table.add_column(heading, justify=grid.justify if number else "left", overflow="fold")
    for row in grid.rows:
        last = grid.has_sum and row is grid.rows[-1]
        table.add_row(*map(safe, row), style="bold" if last else None)
    return table


def _marked(pile: Pile, mnok: Decimal, say: Say) -> str:
    """`*` for a sum over several or unknown price levels, `?` where an amount is not known."""
    if not pile.levels:
        return "?" if pile.has_unknown else ""
    mark = "*" if pile.is_mixed else ""
    return f"{amount(mnok, say)}{mark}{' + ?' if pile.has_unknown else ''}"


def _places(amounts: Iterable[Decimal]) -> int:
    return PLACES if any(each % 1 for each in amounts) else 0
