"""GOV016: an open follow-up has nobody to do it, or no date."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity, Term
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV016", about=FollowUp, severity=Severity.WARNING)
def follow_up_without_owner(row: Record[FollowUp], area: Area) -> Problems:
    """What is said not to be known is an answer."""
    lacks = [
        name
        for name, missing in (
            ("lacks-owner", row.model.owner is None and row.model.body is None),
            ("lacks-date", row.model.due is None),
        )
        if missing
    ]
    if row.model.is_open and lacks:
        facts = {"what": row.model.what, "lacks": tuple(map(Term, lacks))}
        yield Problem(row.at("what", on=On.KEY), facts)
