"""What a note says of how money is shared: who pays for a project, and who gets of a source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.vocabulary import Payer
from byvekst_cli.prose.amounts import read_number
from byvekst_cli.prose.passages import body, unquoted
from byvekst_cli.prose.projects import only, with_marks
from byvekst_cli.prose.sentences import Stretch, sentences

_PERCENT: Final = r"(?P<number>\d{1,3}(?:[.,]\d+)?) ?(?:prosent|%)"
_PAYERS: Final = {
    "staten": Payer.STATE,
    "bompengene": Payer.USERS,
    "bompengane": Payer.USERS,
    "bompenger": Payer.USERS,
    "bompengar": Payer.USERS,
    "fylkeskommunen": Payer.COUNTY,
    "kommunen": Payer.MUNICIPALITY,
    "kommunene": Payer.MUNICIPALITY,
    "kommunane": Payer.MUNICIPALITY,
}
_PAYS: Final = re.compile(
    rf"(?P<payer>{'|'.join(_PAYERS)}) (?:skal )?(?:dekker?|dekkjer?|dekkjar|betaler?|betalar"
    rf"|finansierer?|finansierar|står for|stå for) {_PERCENT} av (?:de |den |dei )?"
    r"(?:samlede |samla |totale )?"
    r"(?:kostnad(?:en|ene|ane)|prosjektkostnad(?:en|ene|ane)|finansieringen|finansieringa)"
    r" (?:for|til|av|ved|i|på) § ?[.;:]?",
    re.IGNORECASE,
)
_GETS: Final = (
    re.compile(
        rf"(?P<who>[\w ]+?) (?:får|har|skal ha|skal få) {_PERCENT} av (?P<what>\w+) ?[.;:]?", re.IGNORECASE
    ),
    re.compile(
        rf"{_PERCENT} av (?P<what>\w+) (?:går|skal gå|tilfaller|tilfell) (?:til )?(?P<who>[\w ]+?) ?[.;:]?",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class ShareOfCost:
    """That somebody pays so many per cent of a project."""

    project: str
    payer: Payer
    percent: Decimal
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class ShareOfSource:
    """That somebody gets so many per cent of a source, each by the words for it."""

    who: str
    what: str
    percent: Decimal
    start: int
    end: int
    words: str


def shares_of_cost(note: NoteText, area: Area) -> Iterator[ShareOfCost]:
    """Only sentences that are such a statement and nothing more; «inntil» and a year make it another."""
    for sentence in _plain(note):
        project = only(sentence.text, area)
        found = _PAYS.fullmatch(" ".join(with_marks(sentence.text, area).split())) if project else None
        if project and found:
            payer = _PAYERS[found["payer"].casefold()]
            percent, place = read_number(found["number"]), _place(sentence, found["number"])
            yield ShareOfCost(project, payer, percent, *place)


def shares_of_source(note: NoteText) -> Iterator[ShareOfSource]:
    """As for costs: what one party gets of a kind of money."""
    for sentence in _plain(note):
        text = " ".join(sentence.text.split())
        found = next((match for form in _GETS if (match := form.fullmatch(text))), None)
        if found:
            place = _place(sentence, found["number"])
            yield ShareOfSource(found["who"], found["what"], read_number(found["number"]), *place)


def _plain(note: NoteText) -> Iterator[Stretch]:
    for block in body(note):
        yield from sentences(unquoted(block.text), block.start)


def _place(sentence: Stretch, number: str) -> tuple[int, int, str]:
    """Where the number with its sign or word stands, and how it is written."""
    found = re.search(rf"(?<![\d,.]){re.escape(number)}\s?(?:prosent|%)", sentence.text, re.IGNORECASE)
    start, end = found.span() if found else (0, len(sentence.text))
    return sentence.start + start, sentence.start + end, sentence.text[start:end]
