"""MON006: a stated total is not the sum of its stated parts, beyond rounding."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding import Funding
from byvekst_cli.model.money import price_years
from byvekst_cli.model.project import Project
from byvekst_cli.model.rounding import agree
from byvekst_cli.rules.rule import Problems, rule


@rule("MON006", about=Project, severity=Severity.ERROR)
def parts_do_not_add_up(project: Record[Project], area: Area) -> Problems:
    """Only where every part is known and all stand at one price level."""
    funding = project.model.funding
    total = funding.total.money if funding and funding.total else None
    if funding is None or total is None or not funding.is_whole or not _complete(funding):
        return
    if len(price_years((*funding.parts, total))) > 1:
        return
    parts = [part.in_mnok for part in funding.parts]
    if not agree(sum(parts, Decimal(0)), total.in_mnok, parts):
        facts = {"total": total.in_mnok, "parts": sum(parts, Decimal(0))}
        yield Problem(project.at("funding", "total"), facts)


def _complete(funding: Funding) -> bool:
    """Earlier grants and remaining need alone are not said to be all that a total holds."""
    return any(post.years for post in funding.posts) or funding.in_programme is not None
