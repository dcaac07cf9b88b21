"""Which document each turn of the wheel should have left behind."""

from datetime import date, timedelta

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_year import step
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.evaluation import GoalEvaluation
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.wheel import Activity, Yields
from byvekst_cli.model.when import When


def missing(activity: Activity, area: Area, days: int) -> int | None:
    """The year whose document should have come at the activity's last turn, or None.

    `days` are what its writing down may take. None also where the area has no document of the kind,
    where the activity does not say which year it concerns, or when it is over.
    """
    if activity.yields is None or activity.offset is None:
        return None
    due = _last_due(activity, area.as_of - timedelta(days=days))
    years = _years(activity.yields, area)
    if due is None or not years or due in years or due < min(years):
        return None
    return due


def _last_due(activity: Activity, day: date) -> int | None:
    """The year concerned by the last turn that was over on a day."""
    for year in range(day.year, day.year - 3, -1):
        turn = step("", activity, year)
        if turn.stretch.last is not None and turn.stretch.last < day:
            return turn.concerns
    return None


def _years(yields: Yields, area: Area) -> set[int]:
    """The years that the area has a document for; a programme is one for each year it runs."""
    if yields is Yields.BUDGET:
        return {int(record.model.year) for record in area.of(Budget)}
    if yields is Yields.EVALUATION:
        return {int(record.model.year) for record in area.of(GoalEvaluation)}
    return {year for record in area.of(Programme) for year in _period(record.model)}


def _period(programme: Programme) -> range:
    since, until = programme.period.since, programme.period.until
    if not isinstance(since, When) or not isinstance(until, When):
        return range(0)
    return range(since.first.year, until.last.year + 1)
