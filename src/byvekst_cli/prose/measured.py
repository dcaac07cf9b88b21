"""What a note says of a measured series: its value for a year, or its change from the reference year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from byvekst_cli.model.indicator import Indicator, Series
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.prose.amounts import read_number
from byvekst_cli.prose.passages import body, unquoted
from byvekst_cli.prose.sentences import Stretch, same_word, sentences, words

_NUMBER: Final = r"(?<![\d,.–-])(?P<number>\d{1,3}(?:[.,]\d+)?) ?(?:prosent\b(?!poeng)|%)"
_LEVEL: Final = re.compile(
    r"\b(?:var|er|ble|vart|blei|utgjorde|utgjør|utgjer|lå på|låg på|ligger på|ligg på)"
    rf"(?: det)?(?: (?:på|målt til))? {_NUMBER}",
    re.IGNORECASE,
)
_INVERTED: Final = re.compile(
    rf"^I (?:19|20)\d\d (?:var|er|utgjorde|lå|låg) [^,;:]{{3,60}}? (?:på )?{_NUMBER}", re.IGNORECASE
)
_UP: Final = r"øk\w+|auk\w+|vokst?e?\w*|veks|steg|gikk opp|gått opp|gjekk opp"
_DOWN: Final = r"(?:falt|fall|sank|gikk ned|gått ned|gjekk ned|ble redusert|vart redusert|blitt redusert)"
_CHANGE: Final = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) med {_NUMBER}", re.IGNORECASE)
_FROM_TO: Final = re.compile(
    r"\b(?:fra|frå) (?P<before>\d{1,3}(?:[.,]\d+)?)(?: ?(?:prosent|%))?(?: i (?P<year>(?:19|20)\d\d))?"
    r" til (?P<after>\d{1,3}(?:[.,]\d+)?) ?(?:prosent\b(?!poeng)|%)"
    r"(?: i (?P<later>(?:19|20)\d\d)| (?:fra|frå) (?P<first>(?:19|20)\d\d) til (?P<last>(?:19|20)\d\d))",
    re.IGNORECASE,
)
"""From one level to another, each with its year."""
_YEAR: Final = re.compile(r"(?<![\d–/-])(?:19|20)\d\d(?![\d–/-])")
_SILENT: Final = re.compile(
    r"\b(?:målet?|skal|bør|må|kan|vil|venta|ventet|prognose\w*|dersom|hvis|om vi|blant|mellom|ikke|ikkje"
    r"|hver|kvar|over|under|minst|maks\w*|mer enn|meir enn|mindre enn|nesten|nær|opptil|knapt|drøyt|godt"
    r"|rundt|om lag|ca|cirka|omtrent|bare|berre|helg\w*|arbeidsreise\w*|rush\w*|kvinner|menn|unge|eldre"
    r"|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|høsten|hausten|våren)\b",
    re.IGNORECASE,
)
"""Words that make it another figure: a goal, a part of the travellers or of the year, a bound."""
_SMALL: Final = 3


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of per cent for a year: with a sign where it is a change, and as it is written."""

    percent: Decimal
    is_change: bool
    years: frozenset[int]
    sentence: str
    start: int
    end: int
    words: str


def measured(note: NoteText) -> Iterator[Measured]:
    """Sentences with one number of per cent, said as a level or a change, and at most two years."""
    for block in body(note):
        for sentence in sentences(unquoted(block.text), block.start):
            text = sentence.text
            if not _SILENT.search(text):
                yield from _two_levels(sentence)
            years = frozenset(int(each) for each in _YEAR.findall(text))
            if len(re.findall(_NUMBER.replace("?P<number>", ""), text)) != 1 or _SILENT.search(text):
                continue
            change = _CHANGE.search(text)
            found = change or _LEVEL.search(text) or _INVERTED.search(text)
            if found is None or not 1 <= len(years) <= 2:
                continue
            number = read_number(found["number"])
            percent = -number if change and change["down"] else number
            start = sentence.start + found.start("number")
            told = text[found.start("number") : found.end()]
            yield Measured(percent, bool(change), years, text, start, start + len(told), told)


def _two_levels(sentence: Stretch) -> Iterator[Measured]:
    """«økte fra 45 prosent i 2022 til 48 prosent i 2023» is two values."""
    found = list(_FROM_TO.finditer(sentence.text))
    if len(found) != 1:
        return
    match = found[0]
    for number, year in (
        ("before", match["year"] or match["first"]),
        ("after", match["later"] or match["last"]),
    ):
        if year is not None:
            start = sentence.start + match.start(number)
            told = match[number]
            years = frozenset({int(year)})
            yield Measured(
                read_number(told), False, years, sentence.text, start, start + len(told), f"{told} prosent"
            )


def year_of(said: Measured, series: Series) -> int | None:
    """The year that a value is said of, where the sentence can be about a series.

    A change needs the reference year beside it, or no other year at all; a share has one year.
    """
    reference = series.reference_year
    if said.is_change != isinstance(reference, Decimal | int):
        return None
    years = said.years - {int(reference)} if isinstance(reference, Decimal | int) else said.years
    return next(iter(years)) if len(years) == 1 else None


def speaks_of(said: Measured, series: Series, indicator: Indicator) -> bool:
    """Whether all that names a series stands in the sentence, and no name that neither has."""
    told = [word.text for word in words(said.sentence)]
    folded = [name for each in told for name in _also(each.casefold())]
    needed = _key_words(series.name)
    if not needed or not all(any(same_word(each, word) for word in folded) for each in needed):
        return False
    own = f"{series.name} {indicator.name} {indicator.definition}".casefold()
    capitals = [each for each in told[1:] if each[:1].isupper()]
    return all(any(same_word(part, each.casefold()) for part in own.split()) for each in capitals)


def _also(word: str) -> tuple[str, ...]:
    """«Bilandelen» is the share of «bilreiser»."""
    stem, share, _ = word.partition("andel")
    return (word, f"{stem}reiser") if stem and share else (word,)


@lru_cache(maxsize=256)
def _key_words(name: str) -> tuple[str, ...]:
    """What a series is told apart by: the words up to a comma or «av», and names after it."""
    head = re.split(r",| av | mot | i (?:19|20)\d\d", name)[0]
    found = [word.text for word in words(head)]
    found += [word.text for word in words(name[len(head) :]) if word.text[:1].isupper()]
    return tuple(dict.fromkeys(word.casefold() for word in found if len(word) > _SMALL))
