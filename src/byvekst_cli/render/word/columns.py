"""How wide the columns of a table are: from what they hold, within the page."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final

_WIDTHS: Final = {
    **dict.fromkeys("iljI.,:;'|! ", 0.26),
    **dict.fromkeys("ftr()[]-/\u2011", 0.33),
    **dict.fromkeys("mwMW%@—", 0.87),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÆØÅ", 0.7),
}
_OTHERS: Final = 0.55
_BREAKS: Final = re.compile(r"[ \n\-–/]")
_STEPS: Final = 40
_ROWS: Final = 40
PADDING: Final = 190
"""Twips beside the text of a cell, with a little to spare."""


def wide(text: str) -> float:
    """How wide a text is, in sizes of its font; near enough for the plain ones."""
    return sum(_WIDTHS.get(letter, _OTHERS) for letter in text)


def widths(rows: Sequence[Sequence[str]], page: int, size: float, numbers: Sequence[int]) -> list[int]:
    """Twips for each column, together as wide as the page; `size` is that of the letters in points.

    Each gets what its longest word needs, and numbers what they need on one line. What is left goes to
    those that make the rows tall.
    """
    columns = list(zip(*rows, strict=True))
    scale = size * 20
    least = [_least(column, at in numbers) * scale + PADDING for at, column in enumerate(columns)]
    wanted = [
        max(low, min(page * 0.6, max(map(_line, column)) * scale + PADDING))
        for low, column in zip(least, columns, strict=True)
    ]
    if sum(wanted) <= page:
        return _whole([each + (page - sum(wanted)) * each / sum(wanted) for each in wanted], page)
    if sum(least) >= page:
        return _whole([each * page / sum(least) for each in least], page)
    return _whole(_shared(columns, least, wanted, scale, page), page)


def _shared(
    columns: list[tuple[str, ...]], least: list[float], wanted: list[float], scale: float, page: int
) -> list[float]:
    """What is left over goes, a little at a time, to the column that makes the rows tallest."""
    given = list(least)
    step = max((page - sum(least)) / _STEPS, 1.0)
    lengths = [[_line(text) * scale for text in _some(column)] for column in columns]
    for _ in range(_STEPS):
        lines = [
            [ceil(length / max(width - PADDING, 1)) for length in column]
            for column, width in zip(lengths, given, strict=True)
        ]
        tallest = [max(row) for row in zip(*lines, strict=True)]
        cost = [
            sum(n for n, most in zip(column, tallest, strict=True) if n == most and n > 1)
            * (given[at] < wanted[at])
            for at, column in enumerate(lines)
        ]
        given[cost.index(max(cost))] += step
    return given


def _some(column: tuple[str, ...]) -> tuple[str, ...]:
    """Enough rows to judge by, evenly from the whole."""
    return column[:: max(1, len(column) // _ROWS)]


def _least(column: Sequence[str], is_number: bool) -> float:
    if is_number:
        return max([*(wide(text) for text in column[1:]), _longest_word(column[0])])
    return min(16.0, max(map(_longest_word, column)))


def _longest_word(text: str) -> float:
    return max(map(wide, _BREAKS.split(text)), default=0.0) + 0.2


def _line(text: str) -> float:
    return max(map(wide, text.split("\n")), default=0.0)


def _whole(shares: list[float], page: int) -> list[int]:
    """Whole twips that add up to the page."""
    found = [int(each) for each in shares]
    found[-1] += page - sum(found)
    return found
