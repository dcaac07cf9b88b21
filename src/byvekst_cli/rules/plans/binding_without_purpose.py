"""PLN005: a bound project has a reason but says no purpose."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("PLN005", about=Project, severity=Severity.ADVICE)
def binding_without_purpose(project: Record[Project], area: Area) -> Problems:
    planning = project.model.planning
    if planning is not None and planning.tie is not None and planning.tie.purpose is None:
        yield Problem(project.at("planning", "tie"), {"project": project.id})
