"""What a note says of a project in figures: only what is surely of one kind and about one project."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.note_text import BlockKind, Cell, NoteText, TextBlock
from byvekst_cli.model.when import When
from byvekst_cli.prose.amounts import NUMBER, UNIT, Amount, amounts, in_mnok, price_years
from byvekst_cli.prose.dates import only_date
from byvekst_cli.prose.forms import (
    COST,
    DATES,
    DONE,
    FRAME,
    GRANTED,
    MONEY,
    OPENS,
    SET_TO_A_DAY,
    STARTS,
    filled_in,
    is_heading_of,
    speaks_of_it,
)
from byvekst_cli.prose.passages import Section, sections, unquoted
from byvekst_cli.prose.projects import mentions, only, without_names
from byvekst_cli.prose.sentences import Stretch, sentences

_SILENT_WORDS: Final = r"""
    alternativ\w* variant\w* delstrekning\w* del_av deler_av delar_av herav hvorav derav av_dette etappen?
    etapper parsell\w* årlig årleg dersom hvis viss scenario\w* før_var opprinnelig\w* opphavleg\w* den_gang
    (?:tidligere|tidlegare)_ansl\w+ øk\w+ auk\w+ redus\w+ differanse\w* avvik\w* overskrid\w+ bespar\w+
    meirkostnad\w* merkostnad\w* andel\w* del restbehov\w* planlegging\w* prosjekter\w+ grunnerverv\w*
    forprosjekt\w* styringsramme\w* utsatt utsett forsink\w+ framskynd\w+ ikke ikkje
    avtale\w* bypakke\w* inkl\w* eks\w* begge hver kvar snitt\w* foreslår? be_om ber_om søk\w*
"""
_SILENT: Final = re.compile(rf"\b(?:{'|'.join(_SILENT_WORDS.split()).replace('_', ' ')})\b", re.IGNORECASE)
"""Words that make it unsure which figure is meant: a part, a change, another time, another case."""
_AND: Final = re.compile(r", (?:og|men) ")
_PAST: Final = re.compile(r"\b(?:var|ble|vart|blei|hadde|was|were)\b", re.IGNORECASE)
_PLAIN: Final = re.compile(rf"\s*({NUMBER})\s*({UNIT})?\s*", re.IGNORECASE)
_UNIT: Final = re.compile(UNIT, re.IGNORECASE)
_HEADS: Final = {
    COST: re.compile(
        r"^(?:kostnad|kostnadsanslag|kostnadsoverslag|anslag|prosjektkostnad|p50|p85)\b", re.IGNORECASE
    ),
    FRAME: re.compile(r"^(?:vedtatt |vedteken )?(?:kostnads)?ramme\b", re.IGNORECASE),
    GRANTED: re.compile(
        r"^(?:tidligere |tidlegare )?(?:bevilget|bevilga|løyvd|løyvt) (?:før|til nå|til no)\b", re.IGNORECASE
    ),
    OPENS: re.compile(r"^(?:planlagt )?(?:åpning|opning|åpningsår|opningsår)\b", re.IGNORECASE),
    STARTS: re.compile(r"^(?:planlagt )?(?:byggestart|byggjestart|anleggsstart)\b", re.IGNORECASE),
    DONE: re.compile(r"^(?:ferdig|ferdigstilt|ferdigstilling|ferdigår)\b", re.IGNORECASE),
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
    found = [each for section in sections(note) for each in _in_section(section, area)]
    tables = (block for block in note.blocks if block.kind is BlockKind.TABLE)
    found += [each for block in tables for each in _in_table(block, area)]
    return tuple(sorted(found, key=lambda each: each.start))


def _in_section(section: Section, area: Area) -> Iterator[Said]:
    """What stands under a heading, which can be the name of the project that it is all about."""
    title = " ".join(section.heading.text.split()) if section.heading else ""
    above = only(title, area) if is_heading_of(_skeleton(title, None, area)) else None
    for block in section.blocks:
        yield from _in_prose(block, above, area)


def _in_prose(block: TextBlock, above: str | None, area: Area) -> Iterator[Said]:
    """A sentence is about the project that it names, or else about the one before it or in the heading."""
    subject = above
    for whole in sentences(unquoted(block.text), block.start):
        is_sure = not _SILENT.search(without_names(whole.text, area))
        for sentence in _clauses(whole):
            named = mentions(sentence.text, area)
            project = only(sentence.text, area) if named else subject
            rest = without_names(sentence.text, area)
            if project and is_sure:
                yield from _amount_of(project, sentence, rest, area)
                yield from _date_of(project, sentence, rest, area)
            speaks = is_sure and speaks_of_it(_skeleton(sentence.text, None, area), goes_on=not named)
            subject = project if speaks else None


def _clauses(sentence: Stretch) -> Iterator[Stretch]:
    """A sentence in parts that can stand alone."""
    start = 0
    for match in _AND.finditer(sentence.text):
        yield Stretch(sentence.text[start : match.start()], sentence.start + start)
        start = match.end()
    yield Stretch(sentence.text[start:], sentence.start + start)


def _amount_of(project: str, sentence: Stretch, rest: str, area: Area) -> Iterator[Said]:
    """The one amount of a sentence that is built as a statement about the project, and nothing else."""
    found = amounts(rest)
    if len(found) != 1 or _is_of_a_day(rest):
        return
    start, end = found[0].start, found[0].end
    kinds = _kinds(MONEY, _skeleton(sentence.text, (start, end), area))
    if len(kinds) == 1:
        amount = amounts(rest, sentence.start)[0]
        words = sentence.text[start:end]
        p85 = "p85" in rest.lower()
        yield Said(project, kinds[0], amount.start, amount.end, words, amount, p85=p85)


def _date_of(project: str, sentence: Stretch, rest: str, area: Area) -> Iterator[Said]:
    found = only_date(rest)
    if found is None or amounts(rest):
        return
    if not (found.exact or SET_TO_A_DAY.search(rest[: found.start])):
        return
    kinds = _kinds(DATES, _skeleton(sentence.text, (found.start, found.end), area))
    if len(kinds) == 1:
        at = sentence.start
        words = sentence.text[found.start : found.end]
        yield Said(project, kinds[0], at + found.start, at + found.end, words, when=found.when)


def _skeleton(text: str, figure: tuple[int, int] | None, area: Area) -> str:
    """The sentence with § for the project and ¤ for the figure, and one space between words."""
    marks = [(each.start, each.end, "§") for each in mentions(text, area)]
    marks += [(*figure, "¤")] if figure else []
    for start, end, mark in sorted(marks, reverse=True):
        text = text[:start] + mark + text[end:]
    plain = " ".join(text.split())
    return plain if "§" in plain else filled_in(plain)


def _is_of_a_day(text: str) -> bool:
    """Whether it tells what was said once, or of one year: a date beside the price year."""
    plain = text
    for year in price_years(text):
        plain = plain.replace(str(year), "    ")
    return bool(re.search(r"(?<!\d)20\d\d(?!\d)", plain) or _PAST.search(text))


def _kinds(forms: Mapping[str, re.Pattern[str]], skeleton: str) -> list[str]:
    """The kinds of statement that a sentence is, up to its end or to a comma."""
    return [kind for kind, form in forms.items() if form.match(skeleton)]


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
    if kinds[0] in DATES:
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
