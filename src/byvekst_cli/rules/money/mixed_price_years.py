"""MON003: a total is stated for parts that stand in different price years."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.money import price_years
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("MON003", about=Project, severity=Severity.ERROR)
def mixed_price_years(project: Record[Project], area: Area) -> Problems:
    funding = project.model.funding
    if funding is None or funding.total is None or funding.total.mixed:
        return
    total = funding.total.money
    parts = funding.parts
    years = price_years((*parts, total) if parts and total else parts)
    if len(years) > 1:
        listed = ", ".join(sorted(map(str, years)))
        yield Problem(project.at("funding", "total"), {"years": listed})
