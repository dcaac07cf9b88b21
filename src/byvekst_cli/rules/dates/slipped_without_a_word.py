"""DAT006: a milestone came, or is expected, after its plan, and the sheet does not say why."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Milestone, Project
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule


@rule("DAT006", about=Project, severity=Severity.WARNING)
def slipped_without_a_word(project: Record[Project], area: Area) -> Problems:
    for index, milestone in enumerate(project.model.milestones):
        column, now = _now(milestone)
        planned = milestone.planned
        slipped = isinstance(planned, When) and now is not None and planned.is_before(now)
        if slipped and milestone.note is None:
            clue = Clue(project.at("milestones", index, "planned"), "the-plan-here")
            facts = {"event": milestone.event.value, "planned": planned, "now": now}
            yield Problem(project.at("milestones", index, column), facts, (clue,))


def _now(milestone: Milestone) -> tuple[str, When | None]:
    """When it happened, or else when it is expected."""
    for column in ("actual", "forecast"):
        value = getattr(milestone, column)
        if isinstance(value, When):
            return column, value
    return "forecast", None
