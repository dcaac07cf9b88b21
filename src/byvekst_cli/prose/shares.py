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
_COST: Final = (
    r"(?:(?:de |den |dei )?(?:samlede |samla |totale )?"
    r"(?:(?:prosjekt)?kostnad(?:en|ene|ane)|finansieringen|finansieringa|utgiftene|utgiftane)"
    r" (?:for|til|av|ved|i|på) )?§"
)
_PAYS_VERB: Final = (
    r"(?:skal )?(?:dekker?|dekkjer?|dekkjar|betaler?|betalar|finansierer?|finansierar|står for|stå for"
    r"|bidrar med|bidreg med)"
)
_OWN: Final = {
    "statlige": Payer.STATE,
    "statlege": Payer.STATE,
    "statens": Payer.STATE,
    "kommunale": Payer.MUNICIPALITY,
    "kommunens": Payer.MUNICIPALITY,
    "fylkeskommunale": Payer.COUNTY,
    "fylkeskommunens": Payer.COUNTY,
}
_PAYER: Final = rf"(?P<payer>{'|'.join(_PAYERS)})"
_PAYS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_PAYER} {_PAYS_VERB} {_PERCENT} av {_COST} ?[.;:]?",
        rf"{_PAYS_VERB} {_PAYER} {_PERCENT} av {_COST} ?[.;:]?",
        (
            rf"(?:den )?(?P<payer>{'|'.join(_OWN)}) (?:andelen|andel|delen|del) (?:av|i|for) {_COST}"
            rf" ?er (?:på )?{_PERCENT} ?[.;:]?"
        ),
    )
)
_YEARS: Final = re.compile(
    r"(?:^|(?<=\s))(?:i|for|i perioden|i årene|i åra) (?P<first>20\d\d)(?: ?[–-] ?(?P<last>20\d\d))?"
    r"(?=[\s.;:,]|$)",
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


Years = tuple[int, int]
"""The first and the last year that a share is said of."""


@dataclass(frozen=True, slots=True)
class ShareOfCost:
    """That somebody pays so many per cent of a project."""

    project: str
    payer: Payer
    percent: Decimal
    start: int
    end: int
    words: str
    years: Years | None = None


@dataclass(frozen=True, slots=True)
class ShareOfSource:
    """That somebody gets so many per cent of a source, each by the words for it."""

    who: str
    what: str
    percent: Decimal
    start: int
    end: int
    words: str
    years: Years | None = None


def shares_of_cost(note: NoteText, area: Area) -> Iterator[ShareOfCost]:
    """Only sentences that are such a statement and nothing more; «inntil» makes it another."""
    for sentence in _plain(note):
        project = only(sentence.text, area)
        text, years = _apart(with_marks(sentence.text, area)) if project else ("", None)
        found = next((match for form in _PAYS if (match := form.fullmatch(text))), None)
        if project and found:
            payer = {**_PAYERS, **_OWN}[found["payer"].casefold()]
            percent, place = read_number(found["number"]), _place(sentence, found["number"])
            yield ShareOfCost(project, payer, percent, *place, years)


def shares_of_source(note: NoteText) -> Iterator[ShareOfSource]:
    """As for costs: what one party gets of a kind of money."""
    for sentence in _plain(note):
        text, years = _apart(sentence.text)
        found = next((match for form in _GETS if (match := form.fullmatch(text))), None)
        if found:
            place = _place(sentence, found["number"])
            yield ShareOfSource(found["who"], found["what"], read_number(found["number"]), *place, years)


def _apart(text: str) -> tuple[str, Years | None]:
    """A sentence without the one year or stretch of years that it is of, and these."""
    plain = " ".join(text.split())
    found = list(_YEARS.finditer(plain))
    if len(found) != 1:
        return plain, None
    match = found[0]
    first = int(match["first"])
    return " ".join((plain[: match.start()] + plain[match.end() :]).split()), (
        first,
        int(match["last"] or first),
    )


def written(years: Years | None) -> str | None:
    """The years as they are told: `2027`, or `2027–2030`."""
    return None if years is None else "–".join(dict.fromkeys(map(str, years)))


def _plain(note: NoteText) -> Iterator[Stretch]:
    for block in body(note):
        yield from sentences(unquoted(block.text), block.start)


def _place(sentence: Stretch, number: str) -> tuple[int, int, str]:
    """Where the number with its sign or word stands, and how it is written."""
    found = re.search(rf"(?<![\d,.]){re.escape(number)}\s?(?:prosent|%)", sentence.text, re.IGNORECASE)
    start, end = found.span() if found else (0, len(sentence.text))
    return sentence.start + start, sentence.start + end, sentence.text[start:end]
