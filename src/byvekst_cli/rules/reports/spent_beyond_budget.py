"""REP007: more has been spent in the year than the project's regulated budget."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.money import Money
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.portfolio.budget import rows
from byvekst_cli.portfolio.plans import same
from byvekst_cli.rules.rule import Problems, rule


@rule("REP007", about=StatusReport, severity=Severity.WARNING)
def spent_beyond_budget(report: Record[StatusReport], area: Area) -> Problems:
    """Only in the budget's own kroner, and where all of the project's budget is known."""
    year = report.model.budget_year
    budget = next((record.model for record in area.of(Budget) if record.model.year == year), None)
    regulated = _regulated(budget) if budget and report.model.period.last.year == year else {}
    for index, line in enumerate(report.model.lines):
        spent = line.spent.so_far if line.spent else None
        may = regulated.get(line.project.casefold())
        if spent and may and spent.year == may.year and spent.ore > may.ore and not same(spent, may):
            facts = {
                "project": line.project,
                "spent": spent.in_mnok,
                "budget": may.in_mnok,
                "year": str(year),
            }
            yield Problem(report.at("lines", index, "spent", "this_year"), facts)


def _regulated(budget: Budget) -> dict[str, Money]:
    piles = {row.name.casefold(): row.regulated for row in rows(budget)}
    known = {name: pile for name, pile in piles.items() if not pile.has_unknown and not pile.is_mixed}
    return {name: pile.moneys[0] for name, pile in known.items() if pile.levels}
