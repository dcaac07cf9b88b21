"""MON010: a project has money to plan with and none to build with, and is past being an idea."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding import Purpose
from byvekst_cli.model.project import Project
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.rules.rule import Problems, rule


@rule("MON010", about=Project, severity=Severity.WARNING)
def planning_without_building(project: Record[Project], area: Area) -> Problems:
    funding = project.model.funding
    if funding is None or _is_early(project.model, area):
        return
    purposes = [post.purpose for post in funding.posts]
    if Purpose.PLANNING in purposes and Purpose.BUILDING not in purposes:
        index = purposes.index(Purpose.PLANNING)
        if funding.posts[index].note is None:
            yield Problem(project.at("funding", "posts", index, "purpose"))


def _is_early(project: Project, area: Area) -> bool:
    """Nobody plans what is still an idea or being studied."""
    phase = area.one(Phase, project.phase.phase) if project.phase else None
    planning = area.one(Phase, "planlegging")
    return phase is not None and planning is not None and phase.order < planning.order
