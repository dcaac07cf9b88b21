"""PLN006: two starts have one name, or a tie names a start that there is not."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN006", about=Project, severity=Severity.ERROR)
def unknown_start(project: Record[Project], area: Area) -> Problems:
    planning = project.model.planning
    names = [start.name for start in planning.starts] if planning else []
    for at, name in enumerate(names):
        if name in names[:at]:
            yield Problem(project.at("planning", "starts", at, "name"), {"name": name, "twice": name})
    tied = planning.tie.start if planning and planning.tie else None
    if tied is not None and tied not in names:
        yield Problem(project.at("planning", "tie", "start"), {"name": tied, "twice": None})
