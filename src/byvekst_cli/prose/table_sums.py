"""Whether the sums that stand in a note's tables are the sums of their columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.model.note_text import BlockKind, Cell, NoteText, TextBlock
from byvekst_cli.model.rounding import agree
from byvekst_cli.prose.amounts import NUMBER, read_number

_SUM: Final = re.compile(
    r"\W*(?:(?:del)?sum|i alt|totalt?|til saman|til sammen|sum totalt|in all)\W*(?:\(.*\))?\W*", re.IGNORECASE
)
_CELL: Final = re.compile(
    rf"\s*([-−–]?) ?({NUMBER})\s*(?:mill\.?|mrd\.?|kr\.?|kroner|mnok)?(?: kr)?\s*", re.IGNORECASE
)
_NOTHING: Final = frozenset(("", "-", "–", "—", "−"))
_NOT_ADDED: Final = re.compile(
    r"%|prosent|per cent|andel|snitt|\bår\b|prisår|nr|nummer|indeks|lengde|km/t", re.IGNORECASE
)
_PART: Final = re.compile(r"\W*(?:h[ve]?r?av|derav|av dette|av dei|inkludert)\b", re.IGNORECASE)
_YEARS: Final = (1950, 2100)


@dataclass(frozen=True, slots=True)
class WrongSum:
    """A stated sum, what its column adds up to, the name of the column, and where the sum stands."""

    stated: Decimal
    found: Decimal
    column: str
    start: int
    end: int


def wrong_sums(note: NoteText) -> Iterator[WrongSum]:
    """Silent about a table with a row for a part of another, and a column where any cell is not a number."""
    for block in note.blocks:
        if block.kind is BlockKind.TABLE:
            yield from _in_table(block)


def _in_table(block: TextBlock) -> Iterator[WrongSum]:
    head, *rows = block.rows or ((),)
    labels = [row[0].text.strip() if row else "" for row in rows]
    if any(_PART.match(label) for label in labels):
        return
    sums = [at for at, label in enumerate(labels) if _SUM.fullmatch(label)]
    for column, title in enumerate(head[1:], 1):
        if sums and not _NOT_ADDED.search(title.text):
            cells = [row[column] if column < len(row) else None for row in rows]
            yield from _in_column(title.text.strip(), cells, sums)


def _in_column(title: str, cells: list[Cell | None], sums: list[int]) -> Iterator[WrongSum]:
    """Each sum is of the rows since the sum before, of all rows above, or of the sums above."""
    for at in sums:
        cell = cells[at]
        stated = _number(cell) if cell else None
        since = max((each + 1 for each in sums if each < at), default=0)
        ways = (range(since, at), [n for n in range(at) if n not in sums], [n for n in sums if n < at])
        parts = [_parts([cells[n] for n in way]) for way in ways]
        if cell is None or stated is None or parts[1] is None:
            continue
        found = [each for each in parts if each]
        if not any(len(each) > 1 for each in found) or any(
            agree(sum(each, Decimal(0)), stated, each) for each in found
        ):
            continue
        start = cell.start + len(cell.text) - len(cell.text.lstrip())
        yield WrongSum(stated, sum(found[0], Decimal(0)), title, start, start + len(cell.text.strip()))


def _parts(cells: list[Cell | None]) -> list[Decimal] | None:
    """The numbers of some cells; None where one holds something else, or all look like years."""
    filled = [each for each in cells if each is not None and each.text.strip() not in _NOTHING]
    numbers = [_number(each) for each in filled]
    known = [each for each in numbers if each is not None]
    years = all(each == int(each) and _YEARS[0] <= each <= _YEARS[1] for each in known)
    return None if len(known) < len(numbers) or (known and years) else known


def _number(cell: Cell) -> Decimal | None:
    match = _CELL.fullmatch(cell.text)
    if match is None:
        return None
    number = read_number(match[2])
    return -number if match[1] else number
