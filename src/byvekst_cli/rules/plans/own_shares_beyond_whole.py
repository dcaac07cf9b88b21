"""PLN007: own shares are more than the whole cost."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN007", about=Project, severity=Severity.ERROR)
def own_shares_beyond_whole(project: Record[Project], area: Area) -> Problems:
    planning = project.model.planning
    total = sum(planning.own_shares.values(), Decimal(0)) if planning else Decimal(0)
    if total > 100:
        yield Problem(project.at("planning", "own_shares"), {"project": project.id, "total": total})
