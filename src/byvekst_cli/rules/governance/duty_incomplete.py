"""GOV018: a duty does not say whose it is, where it stands, or what the amount is measured by."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity, Term
from byvekst_cli.model.duty import Duty, DutyKind
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV018", about=Duty, severity=Severity.WARNING)
def duty_incomplete(row: Record[Duty], area: Area) -> Problems:
    """What is said not to be known is an answer."""
    duty = row.model
    no_basis = duty.kind is DutyKind.MONEY and duty.agreed is None and duty.share is None
    lacks = [
        name
        for name, missing in (
            ("lacks-party", duty.party is None and not duty.mutual),
            ("lacks-clause", duty.clause is None),
            ("lacks-basis", no_basis),
        )
        if missing
    ]
    if lacks:
        yield Problem(row.at("agreement", on=On.KEY), {"id": row.id, "lacks": tuple(map(Term, lacks))})
