"""MON010: a project has money to plan with and none to build with, and is past being an idea."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding import Purpose
from byvekst_cli.model.project import Project
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.posts import posts_of
from byvekst_cli.rules.rule import Problems, rule


@rule("MON010", about=Project, severity=Severity.WARNING)
def planning_without_building(project: Record[Project], area: Area) -> Problems:
    posts = posts_of(project, current(area).posts)
    planning = next((each for each in posts if each.post.purpose is Purpose.PLANNING), None)
    if planning is None or planning.post.note is not None or _is_early(project.model, area):
        return
    if not any(each.post.purpose is Purpose.BUILDING for each in posts):
        yield Problem(planning.at("purpose"))


def _is_early(project: Project, area: Area) -> bool:
    """Nobody plans what is still an idea or being studied."""
    phase = area.one(Phase, project.phase.phase) if project.phase else None
    planning = area.one(Phase, "planlegging")
    return phase is not None and planning is not None and phase.order < planning.order
