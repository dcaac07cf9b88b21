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
from byvekst_cli.prose.projects import only, without_names
from byvekst_cli.prose.sentences import sentences

COST, FRAME, GRANTED, SET_ASIDE = "kostnad", "ramme", "bevilget", "program"
_MONEY: Final = {
    COST: r"\b(?:(?:prosjekt|total)?kostnad(?:en|er|ene|ane)?|koste[rt]?|kostar"
    r"|(?:kostnads)?(?:anslag|overslag)(?:et)?|anslått|kalkyle[nt]?|p50|p85|cost|estimate)\b",
    FRAME: r"\b(?:ramme[nr]?|ramma)\b",
    GRANTED: r"\b(?:(?:bevilget|bevilga|løyvd|løyvt)(?: \w+)?"
    r" (?:til nå|til no|hittil|så langt|før|tidligere|tidlegare)"
    r"|(?:tidligere|tidlegare|hittil|allerede) (?:bevilget|bevilga|løyvd|løyvt))",
    SET_ASIDE: r"\b(?:avsatt|satt av|sett av|lagt inn|ligger inne|ligg inne)\b",
}
_DATES: Final = {
    "åpning": r"\b(?:åpn(?:es|et|er|ing\w*)|opn(?:ast|a|ar|ing\w*)"
    r"|(?:tas|tatt|takast|teken) i bruk)\b(?! for\b)",
    "byggestart": r"\b(?:byggestart|byggjestart|anleggsstart|anleggstart)\w*",
    "ferdig": r"\b(?:ferdigstil\w+|(?:står?|stå|er|blir) ferdig)\b",
}
_SILENT_WORDS: Final = r"""
    alternativ\w* variant\w* delstrekning\w* del_av deler_av delar_av herav hvorav derav av_dette etappen?
    etapper parsell\w* årlig årleg dersom hvis viss scenario\w* før_var opprinnelig\w* opphavleg\w* den_gang
    (?:tidligere|tidlegare)_ansl\w+ øk\w+ auk\w+ redus\w+ differanse\w* avvik\w* overskrid\w+ bespar\w+
    meirkostnad\w* merkostnad\w* andel\w* del restbehov\w* planlegging\w* prosjekter\w+ grunnerverv\w*
    forprosjekt\w* kostnadsramme\w* styringsramme\w* utsatt utsett forsink\w+ framskynd\w+ ikke ikkje
    avtale\w* bypakke\w* inkl\w* eks\w* samlet samla begge hver kvar snitt\w* foreslår? be_om ber_om søk\w*
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
            yield from _of(project, rest, sentence.start)


def _of(project: str, text: str, offset: int) -> Iterator[Said]:
    """At most one amount and one date: a sentence with several leaves open which is which."""
    money = _kinds(_MONEY, text)
    dates = _kinds(_DATES, text)
    sums = amounts(text, offset)
    dated = only_date(text, offset)
    if len(money) == 1 and not dates and len(sums) == 1 and sums[0].whole and not _is_of_a_day(text):
        found = sums[0]
        words = text[found.start - offset : found.end - offset]
        p85 = "p85" in text.lower()
        yield Said(project, money[0], found.start, found.end, words, found, p85=p85)
    if len(dates) == 1 and not money and not sums and dated and dated.exact:
        words = text[dated.start - offset : dated.end - offset]
        yield Said(project, dates[0], dated.start, dated.end, words, when=dated.when)


def _is_of_a_day(text: str) -> bool:
    """Whether it tells what was said once, or of one year: a date beside the price year."""
    plain = text
    for year in price_years(text):
        plain = plain.replace(str(year), "    ")
    return bool(re.search(r"(?<!\d)20\d\d(?!\d)", plain) or _PAST.search(text))


def _kinds(cues: dict[str, str], text: str) -> list[str]:
    return [kind for kind, cue in cues.items() if re.search(cue, text, re.IGNORECASE)]


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
