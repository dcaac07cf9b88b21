"""DAT004: a milestone has passed by today, and the sheet does not say when it was last updated."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT004", about=Project, severity=Severity.ADVICE, today=True)
def undated_status(project: Record[Project], area: Area) -> Problems:
    if project.model.status_date is not None:
        return
    for index, milestone in enumerate(project.model.milestones):
        due = milestone.due
        if due is not None and due.has_passed(area.as_of):
            facts = {"event": milestone.event.value, "due": due}
            yield Problem(project.at("milestones", index, milestone.open_column), facts)
