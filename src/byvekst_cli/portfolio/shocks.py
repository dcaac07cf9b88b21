"""What breaks when a project becomes dearer or money fails to come: consequences, and no choice."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.programme import Binding
from byvekst_cli.portfolio.balance import Year
from byvekst_cli.portfolio.lines import Line

_FORM: Final = re.compile(r"\s*(\S+)(?:\s+(\d{4}))?\s+([+−-])\s*(\d{1,4}(?:[.,]\d{1,3})?)\s*%\s*")


class BadShock(ValueError):
    """The text is not `TARGET [YEAR] ±N%`."""


@dataclass(frozen=True, slots=True)
class Shock:
    """A project or source of money, in all years or one, by so many per cent."""

    target: str
    year: int | None
    percent: Decimal

    @classmethod
    def parse(cls, text: str) -> "Shock":
        """Read `BG-KOL-001 +15%` or `bompenger 2027 -10%`. Raises BadShock."""
        match = _FORM.fullmatch(text)
        if match is None:
            raise BadShock(text)
        target, year, sign, number = match.groups()
        percent = Decimal(number.replace(",", ".")) * (1 if sign == "+" else -1)
        return cls(target, int(year) if year else None, percent)

    def is_about(self, name: str, year: int | None) -> bool:
        return self.target.casefold() == name.casefold() and self.year in (None, year)


@dataclass(frozen=True, slots=True)
class Broken:
    """A source and year that no longer holds, and the lines that have money there.

    `lines` are those not bound, in the programme's own order turned round, so that the last in it
    comes first: between these must be chosen, unless money comes from elsewhere. `lacked` is what was
    missing already.
    """

    year: Year
    lacks: Money
    lacked: Money | None
    lines: tuple[tuple[Line, Pile], ...]


def shocked_lines(lines: Iterable[Line], shocks: Iterable[Shock]) -> tuple[Line, ...]:
    """The lines with dearer or cheaper projects."""
    return tuple(_dearer(line, tuple(shocks)) for line in lines)


def shocked_income(rows: Iterable[Year], shocks: Iterable[Shock]) -> tuple[Year, ...]:
    """The years with more or less income, before anything is carried over."""
    return tuple(_poorer(row, tuple(shocks)) for row in rows)


def broken(before: Iterable[Year], after: Iterable[Year], lines: Iterable[Line]) -> tuple[Broken, ...]:
    """Every source and year that held before and lacks money after, or lacks more than before."""
    was = {(row.means, row.year): row.left for row in before}
    found = []
    for row in after:
        left, earlier = row.left, was.get((row.means, row.year))
        if left is not None and left.ore < 0 and (earlier is None or left.ore < min(earlier.ore, 0)):
            lacked = Money(-earlier.ore, earlier.year) if earlier and earlier.ore < 0 else None
            found.append(Broken(row, Money(-left.ore, left.year), lacked, _exposed(row, lines)))
    return tuple(found)


def touched(before: Iterable[Year], after: Iterable[Year]) -> tuple[Year, ...]:
    """The sources and years that a shock changes anything in."""
    was = {(row.means, row.year): (row.income, row.use) for row in before}
    return tuple(row for row in after if was.get((row.means, row.year)) != (row.income, row.use))


def _exposed(row: Year, lines: Iterable[Line]) -> tuple[tuple[Line, Pile], ...]:
    free = (line for line in lines if line.binding is not Binding.BOUND)
    having = [(line, line.cells[row.means, row.year]) for line in free if (row.means, row.year) in line.cells]
    return tuple(reversed(having))


def _dearer(line: Line, shocks: tuple[Shock, ...]) -> Line:
    cells = dict(line.cells)
    for shock in shocks:
        cells = {
            (means, year): _scaled(pile, shock.percent) if shock.is_about(line.id, year) else pile
            for (means, year), pile in cells.items()
        }
    return replace(line, cells=cells)


def _poorer(row: Year, shocks: tuple[Shock, ...]) -> Year:
    income = row.income
    for shock in shocks:
        if shock.is_about(row.means, row.year):
            income = _scaled(income, shock.percent)
    return replace(row, income=income)


def _scaled(pile: Pile, percent: Decimal) -> Pile:
    moved = Pile.of(Money(round(money.ore * (1 + percent / 100)), money.year) for money in pile.moneys)
    return Pile(moved.levels, pile.has_unknown)
