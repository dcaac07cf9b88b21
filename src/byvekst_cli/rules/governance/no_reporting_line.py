"""GOV005: a body has tasks, but its mandate does not say whom it reports to."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.vocabulary import COUNCIL, POLITICAL
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV005", about=Mandate, severity=Severity.WARNING)
def no_reporting_line(mandate: Record[Mandate], area: Area) -> Problems:
    """The top of the model reports to nobody, and `ukjent` is an answer."""
    body = mandate.model
    if body.tasks and body.reports_to is None and body.role not in (POLITICAL, COUNCIL):
        yield Problem(mandate.at("tasks", on=On.KEY), {"body": body.name})
