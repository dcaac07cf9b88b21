"""GOA008: projects of the programme do not say which goal they serve."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.goal import Goal
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.rules.rule import Problems, rule

_SHOWN = 5


@rule("GOA008", about=Programme, severity=Severity.WARNING)
def projects_without_goal(programme: Record[Programme], area: Area) -> Problems:
    """In the programme in force; by a goal, an expected effect, or the project it is part of."""
    chosen = programme_of(area, None)
    if chosen is None or chosen.id != programme.id or not area.of(Goal):
        return
    ids = [line.project for line in programme.model.lines]
    lost = [id for id in ids if (project := area.one(Project, id)) and not _serves(project, area)]
    if lost:
        facts = {"n": len(lost), "all": len(ids), "projects": ", ".join(lost[:_SHOWN])}
        yield Problem(programme.at("lines"), facts)


def _serves(project: Project, area: Area, depth: int = 0) -> bool:
    above = area.one(Project, project.part_of)
    inherited = above is not None and depth < 8 and _serves(above, area, depth + 1)
    return bool(project.goals or project.effects) or inherited
