"""What stands in the cells of a document's tables: no cell is empty without a reason."""

from collections.abc import Iterable, Sequence
from typing import Any

from byvekst_cli.language import Say
from byvekst_cli.language.amounts import column
from byvekst_cli.language.values import value_words
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.project_sheet import kroner

NOTHING = "–"
"""A cell that has nothing by right: no money in a year."""


def amounts(piles: Sequence[Pile], say: Say) -> list[str]:
    """A column (MNOK) and its sum, rounded so that what is printed adds up; unknown amounts in words."""
    return [each.replace("?", say("unknown")) or NOTHING for each in column(piles, say)]


def one(pile: Pile, say: Say) -> str:
    """One amount by itself (MNOK)."""
    return amounts([pile], say)[0]


def in_kroner(title: str, piles: Iterable[Pile], say: Say) -> str:
    """A caption with the kroner that the amounts stand in."""
    return f"{title} ({kroner(together(piles), say)})"


def money(value: Money | Unknown | None, say: Say) -> str:
    """An amount with its price year, in words where it is not known."""
    return value_words(value, say) or say.doc("doc-not-stated")


def said(value: Any, say: Say) -> str:
    """A value in words, and `ikke oppgitt` where nobody has said anything."""
    return value_words(value, say) or say.doc("doc-not-stated")


def capital(words: str) -> str:
    """With a capital letter first, as a cell or a sentence begins."""
    return f"{words[:1].upper()}{words[1:]}"


def filled(grid: Grid, say: Say) -> Grid:
    """Without the columns that say nothing in any row, and no cell left empty."""
    empty = ("", say.doc("doc-not-stated"))
    kept = [at for at in range(len(grid.head)) if at == 0 or any(row[at] not in empty for row in grid.rows)]
    numbers = tuple(new for new, at in enumerate(kept) if grid.is_number(at))
    rows = [[row[at] or NOTHING for at in kept] for row in grid.rows]
    return Grid(grid.title, [grid.head[at] for at in kept], rows, grid.has_sum, numbers)


def with_money(grid: Grid, first: int = 1) -> Grid:
    """Without the columns of money, from `first`, in which no row has any."""
    kept = [at for at in range(len(grid.head)) if at < first or any(row[at] != NOTHING for row in grid.rows)]
    rows = [[row[at] for at in kept] for row in grid.rows]
    return Grid(grid.title, [grid.head[at] for at in kept], rows, grid.has_sum)


def in_parts(names: Sequence[str], most: int) -> list[Sequence[str]]:
    """As few parts as there must be, as equal as they can be, none with more than `most`."""
    if not names:
        return []
    count = -(-len(names) // most)
    size = -(-len(names) // count)
    return [names[at : at + size] for at in range(0, len(names), size)]
