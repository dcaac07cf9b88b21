"""PLN002: a project needs another that in the end needs the first."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.needs import needed_by
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN002", about=Project, severity=Severity.WARNING)
def required_in_a_circle(project: Record[Project], area: Area) -> Problems:
    planning = project.model.planning
    own = project.id.casefold()
    for at, other in enumerate(planning.requires if planning else ()):
        if other.casefold() == own or own in needed_by(area, other):
            yield Problem(project.at("planning", "requires", at), {"project": project.id, "other": other})
