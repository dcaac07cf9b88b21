"""Amounts of money as they stand in Norwegian sentences: `15,6 mill. kr`, `26,4 mrd.`, `kr 15 600 000`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.model.rounding import coarse_unit, rounds_to

_GAP: Final = "[ \u00a0\u202f]"
NUMBER: Final = rf"\d{{1,3}}(?:{_GAP}\d{{3}})+(?:,\d+)?|\d{{1,3}}(?:\.\d{{3}}){{2,}}|\d+(?:[.,]\d+)?"
UNIT: Final = r"mrd\b\.?|milliard(?:er|ar)?\b|mill\b\.?|million(?:er|ar)?\b|mnok\b|kr(?:oner)?\b"
_AMOUNT: Final = re.compile(
    rf"(?<![\w,.–-])(?:(?P<before>mnok|kr\.?|nok){_GAP}?)?(?P<number>{NUMBER})(?!\d)"
    rf"(?:{_GAP}?(?P<unit>{UNIT}))?",
    re.IGNORECASE,
)
PRICE_YEAR: Final = re.compile(
    r"((?:19|20)\d\d)-? ?(?:kr|kroner|krone|prisar|priser|prisnivå)\b"
    r"|(?:prisnivå|prisår|kroneverdi)[: ]*(?:i )?((?:19|20)\d\d)",
    re.IGNORECASE,
)
_ROUGHLY: Final = re.compile(
    r"\b(?:om lag|omlag|ca\.?|cirka|rundt|omtrent|nesten|nær|drøyt|drygt|knapt|snaut|vel|godt|anslagsvis) *$",
    re.IGNORECASE,
)
_SCALE: Final = (("mrd", 3), ("milliard", 3), ("billion", 3), ("mi", 0), ("mn", 0), ("", -6))
_ROUGH: Final = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Amount:
    """MNOK as written, so that its last place is kept; `roughly` where it says «om lag»."""

    mnok: Decimal
    start: int
    end: int
    roughly: bool = False
    year: int | None = None

    def fits(self, known: Decimal) -> bool:
        """Whether it can be the same figure: one is the other rounded, or within 5 per cent of «om lag»."""
        if rounds_to(known, self.mnok) or rounds_to(self.mnok, known):
            return True
        slack = max(coarse_unit(self.mnok) / 2, known * _ROUGH) if self.roughly else Decimal(0)
        return abs(known - self.mnok) <= slack


def read_number(written: str) -> Decimal:
    """`1 234,5`, `15.6` and `15.600.000` as numbers."""
    plain = re.sub(_GAP, "", written)
    plain = plain.replace(".", "") if plain.count(".") > 1 else plain
    return Decimal(plain.replace(",", "."))


def amounts(text: str, offset: int = 0) -> tuple[Amount, ...]:
    """Every amount with a unit, with the price year where the text names one and only one."""
    years = price_years(text)
    return tuple(_found(text, offset, years[0] if len(years) == 1 else None))


def price_years(text: str) -> tuple[int, ...]:
    """The years whose kroner a text speaks of."""
    found = (int(match[1] or match[2]) for match in PRICE_YEAR.finditer(text))
    return tuple(dict.fromkeys(found))


def _found(text: str, offset: int, year: int | None) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text):
        unit = (match["unit"] or match["before"] or "").lower()
        if not unit:
            continue
        before = text[max(0, match.start() - 20) : match.start()]
        mnok = in_mnok(match["number"], unit)
        roughly = bool(_ROUGHLY.search(before))
        yield Amount(mnok, offset + match.start(), offset + match.end(), roughly, year)


def in_mnok(number: str, unit: str) -> Decimal:
    """A number with its unit as MNOK; kroner are as exact as their last digit that is not 0."""
    value = read_number(number)
    scale = next(power for name, power in _SCALE if unit.lower().startswith(name))
    return value.scaleb(scale) if scale >= 0 else value.normalize().scaleb(scale)
