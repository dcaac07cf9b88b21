"""PLN004: two projects are both bound, and exclude each other."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN004", about=Project, severity=Severity.ERROR)
def bound_against_bound(project: Record[Project], area: Area) -> Problems:
    planning = project.model.planning
    if planning is None or planning.tie is None:
        return
    for at, other in enumerate(planning.excludes):
        found = area.one(Project, other)
        if found and found.planning and found.planning.tie and found.id != project.id:
            yield Problem(project.at("planning", "excludes", at), {"project": project.id, "other": other})
