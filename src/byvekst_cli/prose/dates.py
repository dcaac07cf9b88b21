"""Dates and years as they stand in Norwegian sentences."""

import re
from dataclasses import dataclass
from typing import Final

from byvekst_cli.model.when import When
from byvekst_cli.prose.amounts import PRICE_YEAR

MONTHS: Final = tuple(
    "januar februar mars april mai juni juli august september oktober november desember".split()  # noqa: SIM905
)
_SEASONS: Final = {
    "våren": "vår",
    "sommeren": "sommer",
    "sommaren": "sommer",
    "høsten": "høst",
    "hausten": "høst",
}
_DATE: Final = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}})\. )?(?P<month>{'|'.join(MONTHS)}) |(?P<season>{'|'.join(_SEASONS)})(?: i)? "
    r"|(?P<quarter>[1-4])\. kvartal(?: i)? )?(?<![\w,./–-])(?P<year>20\d\d)(?![\w/]|[,.]\d|–\d|-\d)",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"\b(?:før|etter|innen|innan|tidligst|tidlegast|senest|seinast|fra|frå|til|mellom|siden|sidan|rundt"
    r"|om lag|ca\.?|starten av|slutten av|begynnelsen av|utgangen av|løpet av)(?: og med)?(?: i)? *$",
    re.IGNORECASE,
)
_ANY_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text; `exact` is False for a bound such as «etter 2027»."""

    when: When
    start: int
    end: int
    exact: bool


def only_date(text: str, offset: int = 0) -> Dated | None:
    """The one date of a text, price years apart; None where there is none or several."""
    plain = PRICE_YEAR.sub(lambda match: " " * len(match[0]), text)
    found = list(_DATE.finditer(plain))
    if len(found) != 1 or len(_ANY_YEAR.findall(plain)) != 1:
        return None
    match = found[0]
    when = _when(match)
    exact = not _BOUND.search(plain[max(0, match.start() - 20) : match.start()])
    return Dated(when, offset + match.start(), offset + match.end(), exact) if when else None


def _when(match: re.Match[str]) -> When | None:
    year, month, season = match["year"], match["month"], match["season"]
    written = year
    if month:
        number = MONTHS.index(month.lower()) + 1
        written = f"{year}-{number:02}" + (f"-{int(match['day']):02}" if match["day"] else "")
    elif season:
        written = f"{year}-{_SEASONS[season.lower()]}"
    elif match["quarter"]:
        written = f"{year}-Q{match['quarter']}"
    return When.parse(written) if When.fits(written) else None
