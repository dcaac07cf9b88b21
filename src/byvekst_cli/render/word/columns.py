"""How wide the columns of a table are: from what they hold, within the page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

_WIDTHS: Final = {
    **dict.fromkeys("iljI.,:;'|! \u00a0", 0.27),
    **dict.fromkeys("ftr()[]-/\u2011", 0.34),
    **dict.fromkeys("cksvxyz", 0.5),
    **dict.fromkeys("mwMW%@—", 0.86),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÆØÅ", 0.71),
}
_OTHERS: Final = 0.56
_BREAKS: Final = re.compile(r"[ \n\-–]")
_PARTED: Final = re.compile(r" \+ |\n")
"""Where a sum of what is known and what is not may be cut."""
_BOLD: Final = 1.09
"""How much wider the letters of a head are."""
_RAGGED: Final = 1.06
"""Lines do not fill to the end, because words are not parted."""
_ROWS: Final = 60
PADDING: Final = 190
"""Twips beside the text of a cell, with a little to spare."""
SIZES: Final = (9.0, 8.5, 8.0, 7.5, 7.0)
"""Points: the size of the style, and what tables get that do not fit."""
_MANY_ROWS: Final = 80


@dataclass(frozen=True, slots=True)
class Columns:
    """Twips for each column, together as wide as the page, and the points of their letters."""

    widths: tuple[int, ...]
    size: float


def wide(text: str) -> float:
    """How wide a text is, in sizes of its font; near enough for the plain ones."""
    return sum(_WIDTHS.get(letter, _OTHERS) for letter in text)


def columns(rows: Sequence[Sequence[str]], page: int, numbers: Sequence[int]) -> Columns:
    """Columns for the head and the rows below it, in the largest letters that part no word.

    Each gets what its longest word needs, and numbers what they need on one line. What is left is spent
    where it takes away most lines.
    """
    held = list(zip(*rows, strict=True))
    least = [_least(column, at in numbers) for at, column in enumerate(held)]
    sizes = SIZES[1:] if len(rows) > _MANY_ROWS else SIZES
    fitting = (size for size in sizes if sum(least) * size * 20 + PADDING * len(held) <= page)
    size = next(fitting, sizes[-1])
    given = [each * size * 20 + PADDING for each in least]
    lengths = [[_line(text, at == 0) * size * 20 for at, text in enumerate(_some(column))] for column in held]
    if sum(given) < page:
        _spend(given, lengths, page - sum(given))
    return Columns(_whole([each * page / sum(given) for each in given], page), size)


def _spend(given: list[float], lengths: list[list[float]], left: float) -> None:
    """Widen one column at a time, where a twip takes away most lines; the rest is for the widest words."""
    while True:
        offers = [
            each for at in range(len(given)) if (each := _offer(at, given, lengths)) and each[1] <= left
        ]
        if not offers:
            break
        at, price, _ = max(offers, key=lambda offer: (offer[2] / offer[1], -offer[0]))
        given[at] += price
        left -= price
    wanted = [max(column) + PADDING for column in lengths]
    lacking = [max(want - has, 0.0) for want, has in zip(wanted, given, strict=True)]
    if sum(lacking):
        share = min(1.0, left / sum(lacking))
        given[:] = [has + lack * share for has, lack in zip(given, lacking, strict=True)]


def _offer(at: int, given: list[float], lengths: list[list[float]]) -> tuple[int, float, int] | None:
    """What it costs to take a line from the rows that this column makes tall, and how many rows that is."""
    lines = [_lines(lengths[column], given[column]) for column in range(len(given))]
    tall = [
        row for row, count in enumerate(lines[at]) if count > 1 and count == max(each[row] for each in lines)
    ]
    if not tall:
        return None
    needs = sorted(_RAGGED * lengths[at][row] / (lines[at][row] - 1) + PADDING + 1 for row in tall)
    price = needs[0] - given[at]
    return at, max(price, 1.0), sum(need <= needs[0] * 1.05 for need in needs)


def _lines(column: list[float], width: float) -> list[int]:
    room = max(width - PADDING, 1.0)
    return [1 if length <= room else ceil(_RAGGED * length / room) for length in column]


def _some(column: tuple[str, ...]) -> tuple[str, ...]:
    """Enough rows to judge by, evenly from the whole, and the head."""
    return (column[0], *column[1 :: max(1, len(column) // _ROWS)])


def _least(column: Sequence[str], is_number: bool) -> float:
    """What a column must have, in sizes of its letters."""
    head = _longest_word(column[0]) * _BOLD
    if is_number:
        parts = (part for text in column[1:] for part in _PARTED.split(text))
        return max([head, *(wide(part) * _BOLD for part in parts)])
    return max([head, *map(_longest_word, column[1:])])


def _longest_word(text: str) -> float:
    return max(map(wide, _BREAKS.split(text)), default=0.0) + 0.2


def _line(text: str, is_head: bool) -> float:
    return max(map(wide, text.split("\n")), default=0.0) * (_BOLD if is_head else 1.0)


def _whole(shares: list[float], page: int) -> tuple[int, ...]:
    """Whole twips that add up to the page."""
    found = [int(each) for each in shares]
    found[-1] += page - sum(found)
    return tuple(found)
