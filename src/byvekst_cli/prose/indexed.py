"""What a note says of a measured index: a change in per cent, over a window, to a month or a year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.when import When
from byvekst_cli.prose.amounts import read_number
from byvekst_cli.prose.dates import MONTHS
from byvekst_cli.prose.passages import body, unquoted
from byvekst_cli.prose.sentences import sentences

_INDEX: Final = re.compile(r"\bbyindeks(?:en)?\b", re.IGNORECASE)
_PERCENT: Final = re.compile(r"(?<![\d,.–-])([-−]?)(\d+(?:[.,]\d+)?) ?(?:prosent\b|%)", re.IGNORECASE)
_WINDOW: Final = re.compile(r"\b(\d{1,2})[- ](?:måned|månad)", re.IGNORECASE)
_UNTIL: Final = re.compile(rf"\btil(?: og med)? ({'|'.join(MONTHS)}) (20\d\d)\b", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\b(?:fra|frå) (20\d\d) til (20\d\d)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DOWN: Final = re.compile(r"\b(?:redus\w+|nedgang\w*|gått ned|falt|falle|lavere|lågare|ned)\b", re.IGNORECASE)
_UP: Final = re.compile(r"\b(?:øk\w+|auk\w+|vekst\w*|gått opp|høyere|høgare|opp)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Indexed:
    """A change in per cent over a window of months that ends with a month.

    `months` is None where only years are named: then `since` is the first, and the last ends with `until`.
    """

    percent: Decimal
    months: int | None
    until: When
    start: int
    end: int
    words: str
    since: int | None = None


def indexed(note: NoteText) -> Iterator[Indexed]:
    """Only sentences that name the index, one change with its direction, its window and its last month."""
    for block in body(note):
        for sentence in sentences(unquoted(block.text), block.start):
            text = sentence.text
            percents, windows = list(_PERCENT.finditer(text)), set(_WINDOW.findall(text))
            months, down, up = set(_UNTIL.findall(text.lower())), _DOWN.search(text), _UP.search(text)
            between = _BETWEEN.findall(text) if not windows and not months else []
            is_of_years = len(between) == 1 and len(_YEAR.findall(text)) == len(set(between[0]))
            if not _INDEX.search(text) or len(percents) != 1:
                continue
            if not (is_of_years or len(windows) == len(months) == 1):
                continue
            found = percents[0]
            if bool(down) + bool(up) + bool(found[1]) != 1:
                continue
            number = read_number(found[2])
            first, last = between[0] if is_of_years else (None, None)
            month, year = ("desember", last) if is_of_years else months.pop()
            until = When.parse(f"{year}-{MONTHS.index(month) + 1:02}")
            start = sentence.start + found.start()
            place = (start, start + len(found[0]), found[0])
            percent, window = number if up else -number, None if is_of_years else int(windows.pop())
            yield Indexed(percent, window, until, *place, int(first) if first else None)
