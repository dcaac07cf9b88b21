"""MON012: a programme uses more of a source of money in a year than there is."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.programme import Programme
from byvekst_cli.portfolio.balance import carried_over, gathered
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.rules.rule import Problems, rule


@rule("MON012", about=Programme, severity=Severity.WARNING)
def programme_beyond_income(programme: Record[Programme], area: Area) -> Problems:
    """With what is carried over, borrowed and paid in advance; a note on the income explains the rest."""
    rows = carried_over(gathered(area, programme.model, lines(area, programme.model)), area)
    short = [(row.means, row.year, row.left) for row in rows if row.left is not None and row.left.ore < 0]
    stated = {income.means.casefold(): index for index, income in enumerate(programme.model.income)}
    for means in dict.fromkeys(means for means, _, _ in short):
        at = stated.get(means)
        if at is not None and programme.model.income[at].note is not None:
            continue
        own = [(year, left) for other, year, left in short if other == means]
        facts = {
            "means": means,
            "years": tuple(str(year) for year, _ in own),
            "lacks": max(-left.in_mnok for _, left in own),
        }
        place = programme.at("lines", on=On.KEY) if at is None else programme.at("income", at, "means")
        yield Problem(place, facts)
