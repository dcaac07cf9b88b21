"""MON032: it was decided to carry money over, and next year's budget lacks it or has another amount."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity, Term
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.portfolio.remainders import budget_of, row_of, total, transfers_of
from byvekst_cli.rules.rule import Problems, rule


@rule("MON032", about=Budget, severity=Severity.WARNING)
def carry_over_not_in_next_budget(budget: Record[Budget], area: Area) -> Problems:
    """Rows that may be of the same transfer are added; other kroner cannot be compared."""
    year = int(budget.model.year)
    later = budget_of(area, year + 1)
    for index, row in enumerate(budget.model.remainders):
        if later is None or row.carried is None:
            continue
        found = transfers_of(row, year, later.model)
        rows = {id(each): each for transfer in found for each in row_of(transfer, budget.model)} or {0: row}
        wanted, has = total(each.carried for each in rows.values()), total(each.money for each in found)
        facts: dict[str, object] = {
            "project": row.project,
            "year": str(year + 1),
            "wanted": row.carried.in_mnok,
        }
        clue = Clue(later.at("transfers", on=On.KEY), "told-here")
        if not found:
            facts |= {"none": Term("no-transfer")}
            yield Problem(budget.at("remainders", index, "outcome"), facts, (clue,))
        elif wanted and has and wanted.year == has.year:
            sums = wanted.in_mnok, has.in_mnok
            if not (rounds_to(*sums) or rounds_to(*reversed(sums))):
                facts |= {"wanted": wanted.in_mnok, "has": has.in_mnok}
                yield Problem(budget.at("remainders", index, "outcome"), facts, (clue,))
