"""MON016: a body moved more money than its mandate lets it."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.budget import Budget, Decided
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.rules.rule import Problems, rule


@rule("MON016", about=Budget, severity=Severity.WARNING)
def beyond_authority(budget: Record[Budget], area: Area) -> Problems:
    """Only where the mandate names a limit; a body without one is not judged."""
    for field in ("reallocations", "transfers"):
        for index, moved in enumerate(getattr(budget.model, field)):
            limit = _limit(moved.decided, area)
            if limit is not None and isinstance(moved.amount, Decimal) and abs(moved.amount) > limit:
                facts = {"body": moved.decided.body, "amount": abs(moved.amount), "limit": limit}
                yield Problem(budget.at(field, index, "amount"), facts)


def _limit(decided: Decided | None, area: Area) -> Decimal | None:
    """The highest amount that the body may decide on alone (MNOK)."""
    mandate = area.one(Mandate, decided.body) if decided else None
    known = [each.limit for each in mandate.authority if isinstance(each.limit, Decimal)] if mandate else []
    return max(known, default=None)
