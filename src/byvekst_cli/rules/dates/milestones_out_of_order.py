"""DAT002: a milestone comes before another that it must come after."""

from collections.abc import Iterator
from itertools import pairwise

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import Event, Milestone, Project
from byvekst_cli.model.when import When
from byvekst_cli.rules.rule import Problems, rule

_ORDER = (Event.PLANNING_START, Event.PLAN_ADOPTED, Event.BUILDING_START, Event.OPENING, Event.FINAL_REPORT)
_VIEWS = (("planned",), ("actual", "forecast"))
"""Plans are compared with plans, and what happened or is expected with the same."""


@rule("DAT002", about=Project, severity=Severity.WARNING)
def milestones_out_of_order(project: Record[Project], area: Area) -> Problems:
    for view in _VIEWS:
        for earlier, later in pairwise(_in_order(project.model.milestones, view)):
            if later[3].is_before(earlier[3]):
                clue = Clue(project.at("milestones", earlier[0], earlier[2]), "the-other-date")
                facts = {"later": later[1].value, "earlier": earlier[1].value}
                yield Problem(project.at("milestones", later[0], later[2]), facts, (clue,))


def _in_order(rows: list[Milestone], view: tuple[str, ...]) -> Iterator[tuple[int, Event, str, When]]:
    """Position, event, field and date of each event that has one, in the order events come."""
    first = {row.event: index for index, row in reversed(list(enumerate(rows)))}
    for event in _ORDER:
        if event in first:
            row = rows[first[event]]
            dated = ((column, getattr(row, column)) for column in view)
            column, when = next(((c, w) for c, w in dated if isinstance(w, When)), ("", None))
            if when is not None:
                yield first[event], event, column, when
