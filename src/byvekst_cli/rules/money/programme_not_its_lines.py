"""MON025: the stated total of a programme is not the sum of its lines, beyond rounding."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.rounding import agree
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.rules.rule import Problems, rule


@rule("MON025", about=Programme, severity=Severity.WARNING)
def programme_not_its_lines(programme: Record[Programme], area: Area) -> Problems:
    """A total may be of the programme's years alone, or with what lies before and after; both are tried.

    Only where every line is known and all stands at the total's price level; a note explains the rest.
    """
    stated = programme.model.total
    total = stated.money if stated and stated.note is None else None
    found = lines(area, programme.model)
    if total is None or not found or any(not line.total or line.total.has_unknown for line in found):
        return
    ways = ([line.total for line in found], [line.programme for line in found])
    if any(_levels(way) != {total.year} or _fits(way, total) for way in ways if any(way)):
        return
    facts = {"total": total.in_mnok, "lines": _sum(ways[0], total).in_mnok}
    yield Problem(programme.at("total"), facts)


def _levels(piles: list[Pile]) -> set[object]:
    return {year for year, _ in together(piles).levels}


def _sum(piles: list[Pile], total: Money) -> Money:
    return Money(together(piles).ore, total.year)


def _fits(piles: list[Pile], total: Money) -> bool:
    parts = [Money(pile.ore, total.year).in_mnok for pile in piles]
    return agree(_sum(piles, total).in_mnok, total.in_mnok, parts)
