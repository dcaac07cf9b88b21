"""MON004: a total says openly that it mixes price years."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.money import PriceBasis, price_years
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("MON004", about=Project, severity=Severity.WARNING)
def marked_mixed_sum(project: Record[Project], area: Area) -> Problems:
    funding = project.model.funding
    if funding is None or funding.total is None or not funding.total.mixed:
        return
    years = price_years(funding.parts)
    if len(years) != 1 or years[0].basis is PriceBasis.UNKNOWN:
        yield Problem(project.at("funding", "total"))
