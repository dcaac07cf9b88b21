"""GOV006: bodies report to each other in a ring."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.governance.bodies import goes_round
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.rules.rule import Problems, rule


@rule("GOV006", about=Mandate, severity=Severity.ERROR)
def circular_reporting(mandate: Record[Mandate], area: Area) -> Problems:
    """One finding a ring, at the body whose id comes first."""
    ring = goes_round(area, mandate.model)
    if ring and mandate.id.casefold() == min(id.casefold() for id in ring):
        yield Problem(mandate.at("reports_to"), {"ring": " → ".join((*ring, ring[0]))})
