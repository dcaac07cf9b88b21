"""MON014: money to build with is granted before the zoning plan is adopted."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.funding import Purpose
from byvekst_cli.model.project import PlanLevel, PlanStatus, Project
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.posts import posts_of
from byvekst_cli.rules.rule import Problems, rule


@rule("MON014", about=Project, severity=Severity.WARNING)
def building_before_plan(project: Record[Project], area: Area) -> Problems:
    """Only where the sheet says that there is, or is to be, a zoning plan; small measures need none."""
    plan = project.model.plan
    if plan is None or plan.level is not PlanLevel.ZONING:
        return
    if not isinstance(plan.status, PlanStatus) or plan.status is PlanStatus.ADOPTED:
        return
    for each in posts_of(project, current(area).posts):
        if each.post.purpose is Purpose.BUILDING and each.post.note is None:
            clue = Clue(project.at("plan", "status"), "the-plan-here")
            yield Problem(each.at("purpose"), {"status": plan.status.value}, (clue,))
