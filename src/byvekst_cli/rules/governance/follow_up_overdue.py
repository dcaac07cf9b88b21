"""GOV015: what a meeting asked for is still open, and its date has passed."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.governance.follow import is_overdue
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV015", about=FollowUp, severity=Severity.WARNING, today=True)
def follow_up_overdue(row: Record[FollowUp], area: Area) -> Problems:
    if is_overdue(row.model, area.as_of):
        yield Problem(row.at("due"), {"due": row.model.due, "what": row.model.what})
