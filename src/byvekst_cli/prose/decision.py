"""A proposed decision in points: what each asks for, of whom, by when, and with which money."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from byvekst_cli.area.parts import Line, Part

_NOTED: Final = re.compile(r"\[\^[^\s\[\]\\]+\]")
"""Where a footnote is referred to."""
_FOOTNOTE: Final = re.compile(rf"\s*{_NOTED.pattern}:")


class Ask(Enum):
    """What a point does."""

    NOTE = "note"
    DECIDE = "decide"
    RECOMMEND = "recommend"
    MONEY = "money"
    ACT = "act"
    SHALL = "shall"
    ASSUME = "assume"
    DELEGATE = "delegate"
    DONE = "done"


_FOLLOWS: Final = (
    r"\b(?:følger|følgjer) opp|\butarbeid(?:er|ar)\b|\blegg(?:er)? fr[ae]m\b"
    r"|\bmeld(?:er)? (?:tilbake|attende)"
    r"|\brapporter(?:er|ar)\b|\bavklar(?:er|ar)\b|\b(?:tar|tek) sak(?:en|a) (?:videre|vidare|opp)"
    r"|\bk(?:ommer|jem) (?:tilbake|attende) (?:til|med)"
)
"""What somebody does, said as a fact: «Sekretariatet følger opp saken.»"""
_ASKS: Final = {
    Ask.NOTE: r"til orientering|til etterretning|til vitende|konstater\w+|merk(?:er|ar) seg",
    Ask.DECIDE: r"ved(?:tar|tek|tas|tatt|teke|teken)\b|vert vedtek\w+|blir vedtek\w+|godkjen\w+"
    r"|god(?:tar|tek)\b"
    r"|slut(?:ter|tar) seg til|tilslutn\w+|fast(?:sett|sette)\w*|gir? sin tilslutning|er enig\w* i"
    r"|er sam(?:d|t|de|stemt)\w* (?:om|i)|støt(?:ter|tar)|prioriter\w+|utset(?:ter|t|tes)\b|avslut\w+"
    r"|opprett\w+"
    r"|legges? til grunn|legg til grunn|oppnevn\w+|ending\w+ av|endr(?:es|ar|er|ast)\b",
    Ask.RECOMMEND: r"anbefal\w+|tilrår|tilråd\w+|rår til|innstil\w+|foreslå\w*|føreslå\w*|gjer framlegg",
    Ask.MONEY: r"omdisponer\w+|omprioriter\w+|bevilg\w+|løyv\w+|disponer\w+|utvid\w+|set(?:t|tes|tast) av"
    r"|avset\w+|overfør\w+|tildel\w+|forskutter\w+|dek(?:kes|kjast|t)\b",
    Ask.ACT: r"\bber\b|\bbes\b|\bbed\b|bedt om|bede om|gis i oppdrag|får i oppdrag|pålegg\w+"
    r"|gir? (?:\w+ )*i oppdrag|gjev (?:\w+ )*i oppdrag|(?:blir|vert) (?:beden|bedne|bedde|bede)\b"
    r"|anmod\w+|oppmod\w+|oppford\w+",
    Ask.SHALL: r"\bmå \w+|\bskal \w+|\bbør \w+|\bkan \w+",
    Ask.ASSUME: r"forutset\w+|føreset\w+",
    Ask.DELEGATE: r"fullmakt|delegerer",
}
_ASKS_FOUND: Final = {ask: re.compile(pattern, re.IGNORECASE) for ask, pattern in _ASKS.items()}
_IN_OTHER_WORDS: Final = re.compile(
    r"\bdel(?:tar|tek)\b|\b(?:tas|gis|sees|ses)\b|\b(?!felles\b|deres\b)[a-zæøå]{2,}(?<!en)(?<!ern)es\b"
    r"|\b(?:blir|vert) (?:(?:\w+ ){0,2}?\w{2,}(?:[tad]|en|ne|te)\b|å )"
    r"|^(?:tillegg|presisering|endring|strykning|stryking)\w* (?:til|av|i)\b"
    r"|\b(?:viser|understrek(?:er|ar)|presiser(?:er|ar)|uttrykk(?:er|jer)|mener|meiner|ønsk(?:er|jer)|takk(?:er|ar))\b",
    re.IGNORECASE,
)
"""What is done, in the passive, what is added or taken out, and what the body says: all may be decided."""
_NUMBER: Final = r"\d{1,3}(?:[ \u00a0.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_MONEY: Final = re.compile(
    rf"(?:{_NUMBER})\s*(?:mill(?:\.|ioner|ionar)?|mrd\.?|milliard(?:er|ar)?|MNOK)(?:\s*(?:kroner|kr\b))?"
    rf"|(?:{_NUMBER})\s*(?:kroner|kr\b|NOK\b)|\bkr\.?\s+(?:{_NUMBER})",
    re.IGNORECASE,
)
_LEVEL: Final = re.compile(
    r"\b(?:19|20)\d\d[- ]?(?:kr\b|kroner|priser|prisar|prisnivå)"
    r"|(?:prisnivå|priser|prisar|kroner)\s+(?:i\s+|fra\s+|frå\s+|per\s+)?(?:\w+\s+)?(?:19|20)\d\d"
    r"|løpende|løpande|nominel\w+|årets priser|prisåret?\s+(?:19|20)\d\d",
    re.IGNORECASE,
)
_FOR_ALL: Final = re.compile(r"\b(?:alle|beløp\w*|tall\w*|tal\w*|summ?\w*)\b[^.\n]{0,60}", re.IGNORECASE)
_MONTHS: Final = r"januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
_DUE: Final = re.compile(
    rf"\b\d{{1,2}}\.\s?(?:{_MONTHS}|\d{{1,2}}\.)|\b\d{{4}}-\d\d-\d\d\b|\b(?:{_MONTHS})\s+(?:19|20)\d\d"
    r"|\b(?:innen|innan|senest|seinast|før|til|i|på|ved|etter)\s+(?:\w+\s+){0,4}?"
    r"(?:møte\w*|årsskift\w*|kvartal\w*|tertial\w*|halvår\w*|sommer\w*|sommar\w*|høst\w*|haust\w*|vår\w*|jul\w*"
    r"|behandling\w*|rullering\w*|utgangen|årsbudsjett\w*|handlingsprogram\w*|(?:19|20)\d\d)"
    rf"|\b(?:i|innen|innan|før|til|senest|seinast) (?:{_MONTHS})\b"
    r"|\bneste møte|\bhvert år|\bkvart år|\bårlig|\bårleg|\bfortløpende|\bstraks",
    re.IGNORECASE,
)
_NAME: Final = r"[\w-]+(?: (?:og |/ ?)?(?:kommune|fylkeskommune|vegvesen)\w*)?"
_ASKED: Final = re.compile(
    r"\b(?:ber|bed|gir|gjev|pålegger|pålegg)\s+(?!om\b|òg\b|også\b|samtidig\b)(?P<owner>[\w-]+)",
    re.IGNORECASE,
)
_AT: Final = re.compile(
    rf"\b(?:ber|bed|bes|bedt|anmod\w+|oppmod\w+|oppford\w+)\s+om\s+at\s+(?P<owner>{_NAME})", re.IGNORECASE
)
_SHALL: Final = re.compile(
    r"(?P<owner>[A-ZÆØÅ][\w-]+(?:\s+[\w/-]+){0,7}?)\s+"
    r"(?:(?:skal|må|bør|bes|får i oppdrag|anmodes|oppfordres)\b"
    rf"|(?:blir|vert) (?:beden|bedne|bedde|bede|bedt|oppmoda)\b|(?:{_FOLLOWS}))"
)
_BY: Final = re.compile(r"\b\w{3,}(?:es|ast|et)(?: opp| fram| frem)? (?:av|hos)\s+(?P<owner>[\w-]+)")
_NOBODY: Final = frozenset(
    {"til", "det", "dette", "som", "saken", "saka", "arbeidet", "tiltaket", "den", "ho", "han", "de", "dei"}
)
_SHOWN: Final = 8
_TYPED_NUMBER: Final = re.compile(r"\s*(?P<number>\d{1,2})\s*[.)]\s+(?=[A-ZÆØÅ«])")


@dataclass(frozen=True, slots=True)
class Point:
    """One point, with the smaller ones under it. `number` is None where points have none."""

    number: int | None
    text: str
    start: int
    end: int

    @property
    def asks(self) -> frozenset[Ask]:
        """What the point does; several are fine, and so are nominal forms."""
        found = frozenset(ask for ask, pattern in _ASKS_FOUND.items() if pattern.search(self.text))
        if not found and re.search(_FOLLOWS, self.text, re.IGNORECASE):
            return frozenset({Ask.ACT})
        return found or frozenset({Ask.DONE} if _IN_OTHER_WORDS.search(self.text) else ())

    @property
    def amounts(self) -> tuple[str, ...]:
        """The sums of money as they are written."""
        return amounts_in(self.text)

    @property
    def owner(self) -> str | None:
        """Who is asked to act, as the point names them."""
        for pattern in (_ASKED, _AT, _SHALL, _BY):
            for match in pattern.finditer(self.text):
                if match["owner"].casefold() not in _NOBODY:
                    return " ".join(match["owner"].split())
        return None

    @property
    def begins(self) -> str:
        """Its first words, to point it out by: a fragment says that there are more."""
        words = self.text.split()
        return " ".join(words[:_SHOWN]) + " …" if len(words) > _SHOWN else " ".join(words).rstrip(".")

    @property
    def has_date(self) -> bool:
        """Whether it says by when, also as a meeting or a season."""
        return _DUE.search(self.text) is not None

    @property
    def has_price_level(self) -> bool:
        return _LEVEL.search(self.text) is not None


@dataclass(frozen=True, slots=True)
class Decision:
    """What stands above the points, and the points."""

    preamble: str
    points: tuple[Point, ...]

    @property
    def text(self) -> str:
        return "\n".join(filter(None, (self.preamble, *(point.text for point in self.points))))

    @property
    def only_notes(self) -> bool:
        """Whether nothing is asked but to take something as information."""
        asks = frozenset(ask for point in self.points for ask in point.asks)
        return asks == {Ask.NOTE}


def decision_in(part: Part) -> Decision:
    """The points of a section, less its footnotes. Without numbers or items, each paragraph is a point."""
    said = [line for line in part.lines if not line.is_table and not _FOOTNOTE.match(line.text)]
    groups = list(_grouped(said))
    first = next((at for at, (number, _) in enumerate(groups) if number is not None), None)
    if first is None:
        return Decision("", tuple(_point(None, lines) for _, lines in groups))
    preamble = " ".join(line.text.strip() for _, lines in groups[:first] for line in lines)
    return Decision(preamble, tuple(_point(number, lines) for number, lines in groups[first:]))


def amounts_in(text: str) -> tuple[str, ...]:
    """The sums of money in a text, as they are written."""
    return tuple(" ".join(match[0].split()) for match in _MONEY.finditer(text))


def level_for_all(text: str) -> bool:
    """Whether a text says of which price level all its amounts are."""
    return any(_LEVEL.search(match[0]) for match in _FOR_ALL.finditer(text))


def _grouped(lines: list[Line]) -> Iterator[tuple[int | None, list[Line]]]:
    """Lines that make one point each, with the point's number.

    A smaller point, and a paragraph below a numbered one, belong to the point above.
    """
    count, held = 0, list[Line]()
    number: int | None = None
    for line in lines:
        typed = _TYPED_NUMBER.match(line.text)
        begins = typed is not None or (line.level == 1 and not line.goes_on)
        if held and (begins or (number is None and not line.goes_on)):
            yield number, held
            held = []
        if not held:
            count += begins
            number = (int(typed["number"]) if typed else count) if begins else None
        held.append(line)
    if held:
        yield number, held


def _unnumbered(text: str) -> str:
    typed = _TYPED_NUMBER.match(text)
    return text[typed.end() :] if typed else text


def _point(number: int | None, lines: list[Line]) -> Point:
    text = " ".join(" ".join(_NOTED.sub("", _unnumbered(line.text)).split()) for line in lines)
    start = lines[0].start + len(lines[0].text) - len(lines[0].text.lstrip())
    return Point(number, text, start, lines[-1].start + len(lines[-1].text.rstrip()))
