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
    for index, income in enumerate(programme.model.income):
        own = [(year, left) for means, year, left in short if means == income.means.casefold()]
        if own and income.note is None:
            facts = {
                "means": income.means,
                "years": tuple(str(year) for year, _ in own),
                "lacks": max(-left.in_mnok for _, left in own),
            }
            yield Problem(programme.at("income", index, "means", on=On.VALUE), facts)
