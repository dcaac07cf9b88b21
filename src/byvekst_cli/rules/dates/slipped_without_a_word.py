"""DAT006: a milestone came, or is expected, after its plan, and the sheet does not say why."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT006", about=Project, severity=Severity.WARNING)
def slipped_without_a_word(project: Record[Project], area: Area) -> Problems:
    for index, milestone in enumerate(project.model.milestones):
        slipped = milestone.slipped_to
        if slipped and milestone.note is None:
            column, now = slipped
            clue = Clue(project.at("milestones", index, "planned"), "the-plan-here")
            facts = {"event": milestone.event.value, "planned": milestone.planned, "now": now}
            yield Problem(project.at("milestones", index, column), facts, (clue,))
