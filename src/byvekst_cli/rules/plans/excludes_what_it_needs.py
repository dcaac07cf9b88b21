"""PLN003: a project both needs and excludes another."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.needs import needed_by
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN003", about=Project, severity=Severity.ERROR)
def excludes_what_it_needs(project: Record[Project], area: Area) -> Problems:
    planning = project.model.planning
    needed = needed_by(area, project.id)
    for at, other in enumerate(planning.excludes if planning else ()):
        if other.casefold() in needed or other.casefold() == project.id.casefold():
            yield Problem(project.at("planning", "excludes", at), {"project": project.id, "other": other})
