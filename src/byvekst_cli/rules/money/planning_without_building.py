"""MON010: a project has money to plan with and none to build with, and is past being an idea."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding import Purpose
from byvekst_cli.model.project import Phase, Project
from byvekst_cli.rules.rule import Problems, rule

_EARLY = (Phase.IDEA, Phase.STUDY)


@rule("MON010", about=Project, severity=Severity.WARNING)
def planning_without_building(project: Record[Project], area: Area) -> Problems:
    funding, phase = project.model.funding, project.model.phase
    if funding is None or (phase is not None and phase.phase in _EARLY):
        return
    purposes = [post.purpose for post in funding.posts]
    if Purpose.PLANNING in purposes and Purpose.BUILDING not in purposes:
        index = purposes.index(Purpose.PLANNING)
        if funding.posts[index].note is None:
            yield Problem(project.at("funding", "posts", index, "purpose"))
