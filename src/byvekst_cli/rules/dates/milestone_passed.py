"""DAT003: a milestone had passed on the sheet's own status date, with no actual date."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT003", about=Project, severity=Severity.WARNING)
def milestone_passed(project: Record[Project], area: Area) -> Problems:
    status = project.model.status_date
    if status is None:
        return
    for index, milestone in enumerate(project.model.milestones):
        column = milestone.open_column
        due = milestone.due
        if due is not None and due.has_passed(status.first):
            clue = Clue(project.at("status_date"), "status-date-here")
            facts = {"event": milestone.event.value, "due": due}
            yield Problem(project.at("milestones", index, column), facts, (clue,))
