"""What a note says of a project in figures: only what is surely of one kind and about one project."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.note_text import BlockKind, Cell, NoteText, TextBlock
from byvekst_cli.model.when import When
from byvekst_cli.prose.amounts import NUMBER, UNIT, Amount, amounts, in_mnok, price_years
from byvekst_cli.prose.dates import only_date
from byvekst_cli.prose.passages import body, unquoted
from byvekst_cli.prose.projects import mentions, only, without_names
from byvekst_cli.prose.sentences import Stretch, sentences

COST, FRAME, GRANTED, SET_ASIDE = "kostnad", "ramme", "bevilget", "program"
_PRICED: Final = (
    r"(?: ?(?:kr(?:oner)?\.?|20\d\d-?kr(?:oner)?))?(?: i (?:20\d\d|løpende)-? ?kroner)?(?: \([^()]*\))?"
)
"""What may follow an amount: its unit and its price level."""
_OF: Final = (
    r"(?:(?:prosjektet|tiltaket|strekninga|strekningen|anlegget|\w*vegen|\w*veien) (?:(?:på|langs"
    r"|ved) )?)?§"
)
_COST_NOUN: Final = (
    r"(?:(?:den|det) )?(?:samlede |samla |siste |nye |totale |oppdaterte )?(?:(?:prosjekt"
    r"|total)?kostnad(?:en|ene|ane)"
    r"|(?:kostnads)?(?:anslaget|overslaget)|p50|p85)"
)
_RECKONED: Final = r"(?:beregnet|berekna|anslått|kalkulert|kostnadsberegnet|kostnadsberekna|satt|sett) til"
_ROUGHLY: Final = rf"(?:(?:om lag|omlag|ca\.?|cirka|rundt|omtrent|nå|no|nesten) )?¤{_PRICED}"
_SO_FAR: Final = r"(?:til nå|til no|hittil|så langt)"
_GIVEN: Final = r"(?:bevilget|bevilga|løyvd)"
_MONEY: Final = {
    COST: rf"(?:{_COST_NOUN} (?:for|til|ved|på) {_OF} (?:er|er på|er nå|er no|ligger på|ligg på|blir"
    rf"|er {_RECKONED})"
    rf"|{_OF} (?:koster|kostar|vil koste|er {_RECKONED}(?: å koste)?)) {_ROUGHLY}",
    FRAME: rf"(?:(?:den )?(?:vedtatte |vedtekne )?(?:rammen|ramma) for {_OF} er(?: på)?"
    rf"|{_OF} har (?:en|ei) (?:vedtatt |vedteken )?ramme på) {_ROUGHLY}",
    GRANTED: rf"(?:{_SO_FAR} er det {_GIVEN} {_ROUGHLY} til {_OF}"
    rf"|det er {_SO_FAR} {_GIVEN} {_ROUGHLY} til {_OF})",
    SET_ASIDE: rf"(?:i handlingsprogrammet er det (?:satt|sett) av|handlingsprogrammet (?:setter"
    rf"|set) av) {_ROUGHLY}"
    rf" til {_OF}",
}
_DATES: Final = {
    "åpning": rf"(?:{_OF} (?:åpner|åpnes|opnar|blir åpnet|blir opna|tas i bruk|blir teken i bruk"
    rf"|skal åpne|skal åpnes"
    rf"|skal opne)(?: i)?|(?:åpningen|åpninga|opninga) (?:av|for) {_OF} er (?:planlagt |ventet "
    rf"|venta )?(?:til |i )?)",
    "byggestart": rf"(?:byggestart|byggjestart|anleggsstart) (?:for|på) {_OF} er (?:planlagt |ventet "
    rf"|venta )?(?:til |i )?",
    "ferdig": rf"{_OF} (?:ferdigstilles|blir ferdigstilt|står ferdig|skal stå ferdig|er ferdig)(?: i)?",
}
_SILENT_WORDS: Final = r"""
    alternativ\w* variant\w* delstrekning\w* del_av deler_av delar_av herav hvorav derav av_dette etappen?
    etapper parsell\w* årlig årleg dersom hvis viss scenario\w* før_var opprinnelig\w* opphavleg\w* den_gang
    (?:tidligere|tidlegare)_ansl\w+ øk\w+ auk\w+ redus\w+ differanse\w* avvik\w* overskrid\w+ bespar\w+
    meirkostnad\w* merkostnad\w* andel\w* del restbehov\w* planlegging\w* prosjekter\w+ grunnerverv\w*
    forprosjekt\w* kostnadsramme\w* styringsramme\w* utsatt utsett forsink\w+ framskynd\w+ ikke ikkje
    avtale\w* bypakke\w* inkl\w* eks\w* begge hver kvar snitt\w* foreslår? be_om ber_om søk\w*
"""
_SILENT: Final = re.compile(rf"\b(?:{'|'.join(_SILENT_WORDS.split()).replace('_', ' ')})\b", re.IGNORECASE)
"""Words that make it unsure which figure is meant: a part, a change, another time, another case."""
_PAST: Final = re.compile(r"\b(?:var|ble|vart|blei|hadde|was|were)\b", re.IGNORECASE)
_PLAIN: Final = re.compile(rf"\s*({NUMBER})\s*({UNIT})?\s*", re.IGNORECASE)
_UNIT: Final = re.compile(UNIT, re.IGNORECASE)
_HEADS: Final = {
    COST: re.compile(
        r"^(?:kostnad|kostnadsanslag|kostnadsoverslag|anslag|prosjektkostnad|p50)\b", re.IGNORECASE
    ),
    FRAME: re.compile(r"^(?:vedtatt |vedteken )?ramme\b", re.IGNORECASE),
    "åpning": re.compile(r"^(?:åpning|opning|åpningsår|opningsår)\b", re.IGNORECASE),
    "byggestart": re.compile(r"^(?:byggestart|byggjestart)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One figure about one project: `what` is its kind; an amount, or else a date. `p85` where it says so."""

    project: str
    what: str
    start: int
    end: int
    words: str
    amount: Amount | None = None
    when: When | None = None
    p85: bool = False


def said(note: NoteText, area: Area) -> tuple[Said, ...]:
    """All that a note surely says of projects, in order; quotes are somebody else's words."""
    found = [each for block in body(note) for each in _in_prose(block, area)]
    tables = (block for block in note.blocks if block.kind is BlockKind.TABLE)
    found += [each for block in tables for each in _in_table(block, area)]
    return tuple(sorted(found, key=lambda each: each.start))


def _in_prose(block: TextBlock, area: Area) -> Iterator[Said]:
    for sentence in sentences(unquoted(block.text), block.start):
        project = only(sentence.text, area)
        rest = without_names(sentence.text, area)
        if project and not _SILENT.search(rest):
            yield from _amount_of(project, sentence, rest, area)
            yield from _date_of(project, sentence, rest, area)


def _amount_of(project: str, sentence: Stretch, rest: str, area: Area) -> Iterator[Said]:
    """The one amount of a sentence that is built as a statement about the project, and nothing else."""
    found = amounts(rest)
    if len(found) != 1 or _is_of_a_day(rest):
        return
    start, end = found[0].start, found[0].end
    kinds = _kinds(_MONEY, _skeleton(sentence.text, (start, end), area))
    if len(kinds) == 1:
        amount = amounts(rest, sentence.start)[0]
        words = sentence.text[start:end]
        p85 = "p85" in rest.lower()
        yield Said(project, kinds[0], amount.start, amount.end, words, amount, p85=p85)


def _date_of(project: str, sentence: Stretch, rest: str, area: Area) -> Iterator[Said]:
    found = only_date(rest)
    if found is None or not found.exact or amounts(rest):
        return
    kinds = _kinds(_DATES, _skeleton(sentence.text, (found.start, found.end), area))
    if len(kinds) == 1:
        at = sentence.start
        words = sentence.text[found.start : found.end]
        yield Said(project, kinds[0], at + found.start, at + found.end, words, when=found.when)


def _skeleton(text: str, figure: tuple[int, int], area: Area) -> str:
    """The sentence with § for the project and ¤ for the figure, and one space between words."""
    marks = [(each.start, each.end, "§") for each in mentions(text, area)] + [(*figure, "¤")]
    for start, end, mark in sorted(marks, reverse=True):
        text = text[:start] + mark + text[end:]
    return " ".join(text.split())


def _is_of_a_day(text: str) -> bool:
    """Whether it tells what was said once, or of one year: a date beside the price year."""
    plain = text
    for year in price_years(text):
        plain = plain.replace(str(year), "    ")
    return bool(re.search(r"(?<!\d)20\d\d(?!\d)", plain) or _PAST.search(text))


def _kinds(forms: dict[str, str], skeleton: str) -> list[str]:
    """The kinds of statement that a sentence is, up to its end or to a comma."""
    ends = r" ?(?:[.;:]|$|,)"
    return [
        kind for kind, form in forms.items() if re.match(rf"{_whole(form)}{ends}", skeleton, re.IGNORECASE)
    ]


def _whole(form: str) -> str:
    """A form that has no figure of its own in it ends with the figure."""
    return form if "¤" in form else rf"(?:{form}) ?¤"


def _in_table(block: TextBlock, area: Area) -> Iterator[Said]:
    head = next(iter(block.rows), ())
    for row in block.rows[1:]:
        line = " · ".join(cell.text for cell in row)
        project = only(line, area)
        if project and not _SILENT.search(without_names(line, area)):
            for title, cell in zip(head, row, strict=False):
                yield from _in_cell(project, title.text, cell)


def _in_cell(project: str, title: str, cell: Cell) -> Iterator[Said]:
    kinds = [kind for kind, each in _HEADS.items() if each.search(title.strip())]
    if len(kinds) != 1 or _SILENT.search(title):
        return
    start = cell.start + len(cell.text) - len(cell.text.lstrip())
    end = start + len(cell.text.strip())
    words = cell.text.strip()
    if kinds[0] in _DATES:
        dated = only_date(cell.text, cell.start)
        if dated and dated.exact and (dated.start, dated.end) == (start, end):
            yield Said(project, kinds[0], start, end, words, when=dated.when)
        return
    number, unit = _PLAIN.fullmatch(cell.text), _UNIT.search(title)
    named = (number and number[2]) or (unit and unit[0])
    if number and named and not _is_of_a_day(title):
        years = price_years(title)
        year = years[0] if len(years) == 1 else None
        amount = Amount(in_mnok(number[1], named), start, end, year=year)
        yield Said(project, kinds[0], start, end, words, amount, p85="p85" in title.lower())
