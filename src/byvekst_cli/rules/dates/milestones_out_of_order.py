"""DAT002: a milestone comes before another that it must come after."""

from itertools import combinations

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Event, Milestone, Project
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule

_ORDER = (Event.PLANNING_START, Event.PLAN_ADOPTED, Event.BUILDING_START, Event.OPENING, Event.FINAL_REPORT)
_COLUMNS = ("planned", "forecast", "actual")


@rule("DAT002", about=Project, severity=Severity.WARNING)
def milestones_out_of_order(project: Record[Project], area: Area) -> Problems:
    rows = [(i, row) for i, row in enumerate(project.model.milestones) if row.event in _ORDER]
    rows.sort(key=lambda item: _ORDER.index(item[1].event))
    for (at, earlier), (index, later) in combinations(rows, 2):
        for column in _COLUMNS:
            if earlier.event is not later.event and _before(later, earlier, column):
                clue = Clue(project.at("milestones", at, column), "the-other-date")
                facts = {"later": later.event.value, "earlier": earlier.event.value}
                yield Problem(project.at("milestones", index, column), facts, (clue,))


def _before(later: Milestone, earlier: Milestone, column: str) -> bool:
    ends, starts = getattr(later, column), getattr(earlier, column)
    return isinstance(ends, When) and isinstance(starts, When) and ends.is_before(starts)
