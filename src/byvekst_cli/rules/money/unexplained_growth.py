"""MON015: the cost has grown more than its plan stage explains, and nobody says why."""

from dataclasses import dataclass
from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.funding import EstimateLevel
from byvekst_cli.model.funding_plan import FundingPlan
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.history import points, steps
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Real growth that is told of (per cent), by how much was known when the estimate before was made."""

    grovt: int = 40
    utredning: int = 40
    forprosjekt: int = 25
    kommunedelplan: int = 25
    reguleringsplan: int = 10
    byggeplan: int = 10
    kontrakt: int = 5
    ukjent: int = 25


@rule("MON015", about=Project, severity=Severity.WARNING, options=Options)
def unexplained_growth(project: Record[Project], area: Area, options: Options) -> Problems:
    """Growth in one price level, or with the area's own index; what cannot be told is not judged."""
    plan = next((record.model for record in area.of(FundingPlan)), None)
    index = area.one(PriceIndex, plan.price_index if plan else None)
    for step in steps(points(project.model, index, None), index):
        note = project.model.estimates[step.after.position].note
        if step.real is None or step.since is None or note is not None:
            continue
        stage = step.since.stage
        limit = getattr(
            options, stage.value if isinstance(stage, EstimateLevel) else "ukjent", options.ukjent
        )
        if step.real * 100 > limit:
            facts = {"growth": round(step.real * 100, 1).normalize() + Decimal(0), "limit": limit}
            clue = Clue(project.at("estimates", step.since.position, "dated"), "the-estimate-here")
            yield Problem(project.at("estimates", step.after.position, "dated"), facts, (clue,))
