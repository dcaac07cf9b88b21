"""MON033: money is carried over into a budget, and no decision is told of."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.programme import PlanState
from byvekst_cli.portfolio.remainders import budget_of, row_of
from byvekst_cli.rules.rule import Problems, rule

_NOT_YET = (PlanState.DRAFT, PlanState.PROPOSED, PlanState.IN_TREATMENT)


@rule("MON033", about=Budget, severity=Severity.WARNING)
def transfer_without_decision(budget: Record[Budget], area: Area) -> Problems:
    """The decision may stand here or in the round of the year before; a proposal has none yet."""
    if budget.model.state in _NOT_YET:
        return
    earlier = budget_of(area, int(budget.model.year) - 1)
    for index, transfer in enumerate(budget.model.transfers):
        rows = row_of(transfer, earlier.model) if earlier else ()
        if transfer.decided is None and not any(row.decided for row in rows):
            yield Problem(budget.at("transfers", index, "project"), {"project": transfer.project})
