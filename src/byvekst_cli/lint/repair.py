"""What is surely meant where something is mistyped: a stretch of the text and what to put there.

A repair is safe when nothing else can be meant; a guess that only looks likely is not.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from byvekst_cli.finding import Finding, Hint, Repair
from byvekst_cli.model.near import near
from byvekst_cli.model.text import file_stem
from byvekst_cli.model.when import SEASONS, When
from byvekst_cli.source.document import Document
from byvekst_cli.source.small_yaml import read

Maker = Callable[[Finding, Document, int, int], Repair | None]
_DAY: Final = re.compile(r"(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})")
_ISO: Final = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_NAMED: Final = re.compile(r"(?:(\d{1,2})\. ?)?([a-z]{3,9})\.? (\d{4})", re.IGNORECASE)
_SEASON: Final = re.compile(r"([a-zæøå0-9]{2,6}?)(?:en)? (\d{4})", re.IGNORECASE)
_MONTHS: Final = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_DECIMAL: Final = re.compile(r"-?(?:\d+|\d{1,3}(?:[ \u00a0]\d{3})+)(?:[.,]\d+)?")
_THOUSANDS: Final = re.compile(r"\d{1,3}[.,]\d{3}")
_ASKS_QUOTES: Final = ("yaml-colon", "yaml-address", "yaml-start")
_VALUE: Final = re.compile(r"([ \t]*(?:- )?[^\s:#][^:#\n]*:[ \t]+)(\S.*)")


def with_repair(finding: Finding, documents: Mapping[str, Document]) -> Finding:
    """The finding with its repair, where there is one."""
    maker, document = _MAKERS.get(finding.slug), documents.get(finding.path)
    if maker is None or document is None:
        return finding
    span = finding.span
    start = document.offset(span.line, span.column)
    repair = maker(finding, document, start, document.offset(span.end_line, span.end_column))
    return finding if repair is None else replace(finding, repair=repair)


def _hint(finding: Finding, name: str) -> str | None:
    fact = finding.facts.get(name)
    value = fact.value if isinstance(fact, Hint) else fact
    return value if isinstance(value, str) else None


def _number(finding: Finding, document: Document, start: int, end: int) -> Repair | None:
    """A decimal comma, spaces or final zeros; what may be thousands is a guess."""
    meant = _hint(finding, "meant")
    written = document.text[start:end].strip("\"'")
    if meant is None or not _DECIMAL.fullmatch(written) or not _is_number(meant):
        return None
    if re.match(r",\s*\d", document.text[end : end + 4]):
        return None
    return Repair(start, end, meant, safe=not _THOUSANDS.fullmatch(written))


def _is_number(text: str) -> bool:
    value = read(f"x: {text}\n").data["x"]
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _near(finding: Finding, document: Document, start: int, end: int) -> Repair | None:
    """A mistyped word: safe when only capitals or the writing of å, æ and ø differ."""
    likely = _hint(finding, "near")
    written = document.text[start:end].strip("\"'")
    allowed = finding.facts.get("allowed")
    if likely is None or not written or (isinstance(allowed, Hint) and not _alone(written, allowed.value)):
        return None
    return Repair(start, end, likely, safe=file_stem(written) == file_stem(likely))


def _alone(written: str, allowed: object) -> bool:
    """Whether only one of the words is near."""
    words = [word for word in allowed if isinstance(word, str)] if isinstance(allowed, tuple) else []
    first = near(written, words)
    return first is None or near(written, [word for word in words if word != first]) is None


def _quoted(finding: Finding, document: Document, start: int, end: int) -> Repair | None:
    """A number where text is meant."""
    given = document.text[start:end]
    if finding.facts.get("expected") != "type-text" or not re.fullmatch(r"[\w.+-]+", given):
        return None
    return Repair(start, end, f'"{given}"', safe=True)


def _date(_: Finding, document: Document, start: int, end: int) -> Repair | None:
    """The ways that Norwegians write dates: 15.6.2021, juni 2021, 15. juni 2021, høsten 2021."""
    meant = meant_date(document.text[start:end].strip("\"' "))
    return Repair(start, end, meant, safe=True) if meant and When.fits(meant) else None


def meant_date(written: str) -> str | None:
    """A date as Norwegians write it, as files have it; None where it is none of their ways."""
    if match := _DAY.fullmatch(written):
        day, month, year = match.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    if match := _ISO.fullmatch(written):
        year, month, day = match.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    if match := _NAMED.fullmatch(written):
        day, name, year = match.groups()
        number = _month(name.lower())
        if number is not None:
            return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
    if match := _SEASON.fullmatch(written):
        seasons = {name.casefold(): name for name in SEASONS}
        season = seasons.get(match[1].casefold())
        return f"{match[2]}-{season}" if season else None
    return None


def _month(name: str) -> int | None:
    """A month by its name, or as it is shortened: jan, sept."""
    may_be_short = len(name) in (3, 4)
    for number, month in enumerate(_MONTHS, 1):
        if name == month or (may_be_short and month.startswith(name)):
            return number
    return None


def _quotes(finding: Finding, document: Document, _start: int, _end: int) -> Repair | None:
    """A text that YAML takes for something else: the rest of its line, in quotes.

    Not where the line may hold a comment, or where the text goes on below.
    """
    number = finding.span.line
    line = document.line(number).rstrip()
    match = _VALUE.fullmatch(line)
    if str(finding.facts.get("reason")) not in _ASKS_QUOTES or match is None:
        return None
    before, text = match.groups()
    following = document.line(number + 1)
    goes_on = following.strip() and _indent(following) > _indent(line)
    if text[0] in "\"'[{|>" or re.search(r"\s#", text) or goes_on:
        return None
    begins = document.offset(number, 1) + len(before)
    quoted = f"'{text}'" if '"' in text else f'"{text}"'
    fits = "\\" not in text and read(f"a: {quoted}\n").data == {"a": text}
    return Repair(begins, begins + len(text), quoted, safe=True) if fits else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _invisible(_: Finding, document: Document, start: int, end: int) -> Repair | None:
    """Taken away; what breaks a line becomes a space, and what joins emoji stays."""
    if document.text[start:end] == "\u200d":
        return None
    return Repair(start, end, " " if document.text[start:end] in "\x85\u2028\u2029" else "", safe=True)


_MAKERS: Final[Mapping[str, Maker]] = {
    "wrong-form": _number,
    "decimal-comma-in-braces": _number,
    "unknown-field": _near,
    "unknown-value": _near,
    "unknown-reference": _near,
    "wrong-type": _quoted,
    "not-a-date": _date,
    "yaml-syntax": _quotes,
    "invisible-character": _invisible,
}
