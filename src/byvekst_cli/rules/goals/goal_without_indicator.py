"""GOA001: nothing is measured that shows whether a goal is reached."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.goal import Goal
from byvekst_cli.rules.rule import Problems, rule


@rule("GOA001", about=Goal, severity=Severity.WARNING)
def goal_without_indicator(goal: Record[Goal], area: Area) -> Problems:
    """A goal may be followed through its sub-goals, and may say that its indicator is not known."""
    if not _is_followed(goal, area, frozenset()):
        yield Problem(goal.at(on=On.KEY), {"goal": goal.model.name})


def _is_followed(goal: Record[Goal], area: Area, above: frozenset[str]) -> bool:
    id = goal.id.casefold()
    below = [each for each in area.of(Goal) if (each.model.parent or "").casefold() == id]
    return bool(goal.model.followed_by) or any(
        _is_followed(each, area, above | {id}) for each in below if each.id.casefold() not in above | {id}
    )
