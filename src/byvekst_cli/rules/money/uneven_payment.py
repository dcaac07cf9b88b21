"""MON022: money that is to come evenly stands with different amounts."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.funding_plan import Payment, Scheme
from byvekst_cli.model.rounding import unit
from byvekst_cli.rules.rule import Problems, rule


@rule("MON022", about=Scheme, severity=Severity.ADVICE)
def uneven_payment(scheme: Record[Scheme], area: Area) -> Problems:
    """Beyond one unit in the last place, which is what rounding may do."""
    if scheme.model.payment is not Payment.EVENLY or scheme.model.note is not None:
        return
    known = [amount for amount in scheme.model.by_year.values() if isinstance(amount, Decimal)]
    if len(known) > 1 and max(known) - min(known) > max(map(unit, known)):
        facts = {"lowest": min(known), "highest": max(known)}
        yield Problem(scheme.at("by_year", on=On.KEY), facts)
