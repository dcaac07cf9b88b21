"""CON008: a line in the programme and the project's sheet give different money for the same year."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.funding import Post
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project
from byvekst_cli.model.rounding import agree
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.rules.rule import Problems, rule

Key = tuple[str, int, PriceYear]


@rule("CON008", about=Programme, severity=Severity.WARNING)
def line_unlike_sheet(programme: Record[Programme], area: Area) -> Problems:
    """The sheet is held against the programme in force; older ones were what was known then."""
    if programme_of(area, None) is not programme:
        return
    for at, line in enumerate(programme.model.lines):
        sheet = next((r for r in area.named(line.project) if isinstance(r.model, Project)), None)
        funding = sheet.model.funding if sheet and isinstance(sheet.model, Project) else None
        if sheet is None or funding is None or line.note is not None:
            continue
        here, there = _yearly(line.posts), _yearly(funding.posts)
        for (means, year, level), amounts in here.items():
            other = there.get((means, year, level))
            if other and not agree(sum(amounts, Decimal(0)), sum(other, Decimal(0)), [*amounts, *other]):
                facts = {"means": means, "year": str(year), "here": sum(amounts), "there": sum(other)}
                clue = Clue(sheet.at("funding", "posts"), "the-sheet-here")
                yield Problem(programme.at("lines", at, "posts"), facts, (clue,))


def _yearly(posts: Iterable[Post]) -> Mapping[Key, list[Decimal]]:
    """The known amounts by source, year and price level."""
    found: dict[Key, list[Decimal]] = {}
    for post in posts:
        for when, amount in post.years.items():
            if isinstance(amount, Decimal):
                key = (str(post.means), when.first.year, post.price_year)
                found.setdefault(key, []).append(amount)
    return found
