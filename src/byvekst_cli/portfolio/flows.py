"""What comes in and goes out each year by source, and the money that has no year."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.portfolio.balance import Year
from byvekst_cli.portfolio.lines import Line

BySource = Mapping[str | None, Pile]
"""A source of money, None where the files do not say which, and what is of it."""


@dataclass(frozen=True, slots=True)
class Flows:
    """Money by year and source; what has no year stands apart, and is in no year.

    `income` is what comes in and is borrowed, less instalments and interest. What was left the year
    before is not in it, for then it would stand in several years. `undivided` is of lines that give
    nothing but a total; `untold` counts those whose total holds more than their parts, or something
    that cannot be compared with them, and `unknown_totals` those with parts whose total nobody knows.
    """

    use: Mapping[int, BySource]
    income: Mapping[int, BySource]
    earlier: Pile
    undated: BySource
    remaining: Pile
    undivided: Pile
    untold: int
    unknown_totals: int
    without_income: tuple[str, ...]
    has_loans: bool

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({*self.use, *self.income}))

    @property
    def sources(self) -> tuple[str | None, ...]:
        """The sources, the greatest first and last those that nobody has named."""
        sizes: dict[str | None, int] = {}
        for each in (*self.use.values(), *self.income.values(), self.undated):
            for means, pile in each.items():
                sizes[means] = sizes.get(means, 0) + abs(pile.ore)
        return tuple(sorted(sizes, key=lambda means: (means is None, -sizes[means], means or "")))

    @property
    def everything(self) -> Pile:
        """All of it in one, to see which price levels there are and whether an amount is unknown."""
        return together(self._piles)

    @property
    def has_negative(self) -> bool:
        return any(pile.ore < 0 for pile in self._piles)

    @property
    def _piles(self) -> tuple[Pile, ...]:
        dated = [pile for year in (*self.use.values(), *self.income.values()) for pile in year.values()]
        return (*dated, self.earlier, *self.undated.values(), self.remaining, self.undivided)


def flows(lines: Iterable[Line], years: Iterable[Year]) -> Flows:
    """The lines' own money as what goes out, and each source's years as what comes in."""
    lines, years = tuple(lines), tuple(years)
    use: dict[int, dict[str | None, Pile]] = {}
    undated: dict[str | None, Pile] = {}
    for line in lines:
        for (means, year), pile in line.cells.items():
            _add(undated if year is None else use.setdefault(year, {}), means, pile)
    income: dict[int, dict[str | None, Pile]] = {}
    for row in years:
        if row.income or row.loans:
            _add(income.setdefault(row.year, {}), row.means, row.income + row.loans)
    missing = {row.means for row in years if row.use and not row.has_income} if income else set()
    return Flows(
        use,
        income,
        together(line.earlier for line in lines),
        undated,
        together(line.remaining for line in lines),
        together(line.stated for line in lines if not _parts(line)),
        sum(1 for line in lines if _is_untold(line)),
        sum(1 for line in lines if _parts(line) and line.stated.has_unknown),
        tuple(sorted(missing)),
        any(row.loans for row in years),
    )


def _add(found: dict[str | None, Pile], means: str | None, pile: Pile) -> None:
    found[means] = found.get(means, NOTHING) + pile


def _parts(line: Line) -> Pile:
    return line.earlier + line.programme + line.remaining


def _is_untold(line: Line) -> bool:
    """Whether a total says something that the parts do not; an unknown level is no level to compare."""
    parts, stated = _parts(line), line.stated
    if not parts or not stated.levels:
        return False
    comparable = not (parts + stated).is_mixed and not parts.has_unknown
    return not comparable or parts.ore != stated.ore
