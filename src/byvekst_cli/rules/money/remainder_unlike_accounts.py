"""MON034: what the round says is left is not the regulated budget less what is spent, beyond rounding."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.rounding import agree
from byvekst_cli.portfolio.remainders import in_round, left, total
from byvekst_cli.rules.rule import Problems, rule


@rule("MON034", about=Budget, severity=Severity.WARNING)
def remainder_unlike_accounts(budget: Record[Budget], area: Area) -> Problems:
    """All rows of a project together; a comment on one of them tells why they differ."""
    position = {id(row): at for at, row in enumerate(budget.model.remainders)}
    for project, money in left(budget.model):
        rows = in_round(budget.model, project)
        told = total(row.money for row in rows)
        if told is None or told.year != money.year or any(row.note for row in rows):
            continue
        parts = [row.money.in_mnok for row in rows if row.money]
        if not agree(told.in_mnok, money.in_mnok, parts):
            facts = {"project": project, "told": told.in_mnok, "left": money.in_mnok}
            yield Problem(budget.at("remainders", position[id(rows[0])], "amount"), facts)
