"""MON009: shares that divide money do not make 100 per cent."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding_plan import Split
from byvekst_cli.rules.rule import Problems, rule


@rule("MON009", about=Split, severity=Severity.ERROR)
def shares_not_whole(split: Record[Split], area: Area) -> Problems:
    total = sum(split.model.shares.values(), Decimal(0))
    if abs(total - 100) > Decimal("0.5"):
        yield Problem(split.at("shares"), {"total": total})
