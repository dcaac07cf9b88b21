"""MON012: a programme uses more of a source of money in a year than it says comes in."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.funding import Post
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.programme import Income, Programme
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule

Place = tuple[str, PriceYear, str]
"""A source of money, its price year, and the year it is for."""


@rule("MON012", about=Programme, severity=Severity.WARNING)
def programme_beyond_income(programme: Record[Programme], area: Area) -> Problems:
    """Told once a source, for the years in which more is used than comes in."""
    comes, goes = _by_place(programme.model.income), _by_place(programme.model.posts)
    for index, income in enumerate(programme.model.income):
        places = [(str(income.means), income.price_year, str(when)) for when in income.years]
        over = [place for place in places if place in comes and goes.get(place, 0) > comes[place]]
        if over:
            excess = sum(goes[place] - comes[place] for place in over)
            facts = {"means": income.means, "years": tuple(place[2] for place in over), "excess": excess}
            yield Problem(programme.at("income", index, "means", on=On.VALUE), facts)


def _by_place(rows: Iterable[Income | Post]) -> Mapping[Place, Decimal]:
    """The sum at each place (MNOK); a place with an unknown amount is left out."""
    found: dict[Place, list[Decimal | Unknown | None]] = {}
    for row in rows:
        for when, amount in row.years.items():
            found.setdefault((str(row.means), row.price_year, str(when)), []).append(amount)
    return {
        place: sum((amount for amount in amounts if isinstance(amount, Decimal)), Decimal(0))
        for place, amounts in found.items()
        if all(isinstance(amount, Decimal) for amount in amounts)
    }
