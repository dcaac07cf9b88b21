"""DAT003: a milestone had passed on the sheet's own status date, with no actual date."""

from dataclasses import dataclass
from datetime import timedelta

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """`dager`: how many days after the milestone the area lets go by without a word."""

    dager: int = 0


@rule("DAT003", about=Project, severity=Severity.WARNING, options=Options)
def milestone_passed(project: Record[Project], area: Area, options: Options) -> Problems:
    status = project.model.status_date
    if status is None:
        return
    day = status.first - timedelta(days=options.dager)
    for index, milestone in enumerate(project.model.milestones):
        due = milestone.due
        if due is not None and due.has_passed(day):
            clue = Clue(project.at("status_date"), "status-date-here")
            facts = {"event": milestone.event.value, "due": due}
            yield Problem(project.at("milestones", index, milestone.open_column), facts, (clue,))
