"""MON013: the stated total of a budget is not the sum of its posts, beyond rounding."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.money import price_years
from byvekst_cli.model.rounding import agree
from byvekst_cli.rules.rule import Problems, rule


@rule("MON013", about=Budget, severity=Severity.ERROR)
def budget_does_not_add_up(budget: Record[Budget], area: Area) -> Problems:
    """Adopted = the posts; regulated = these and what was carried over. Only where all is known."""
    found = (
        ("adopted", budget.model.adopted, budget.model.adopted_parts),
        ("regulated", budget.model.regulated, budget.model.regulated_parts),
    )
    for field, stated, parts in found:
        total = stated.money if stated else None
        known = [part for part in parts if part is not None]
        if total is None or not known or len(known) < len(parts) or len(price_years((*known, total))) > 1:
            continue
        amounts = [part.in_mnok for part in known]
        if not agree(sum(amounts, Decimal(0)), total.in_mnok, amounts):
            facts = {"total": total.in_mnok, "parts": sum(amounts, Decimal(0))}
            yield Problem(budget.at(field), facts)
