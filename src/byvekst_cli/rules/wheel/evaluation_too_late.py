"""WHE004: the goal evaluation comes after the programme that is to answer it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_links import Order, ties_of
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@rule("WHE004", about=Activity, severity=Severity.WARNING)
def evaluation_too_late(activity: Record[Activity], area: Area) -> Problems:
    """Where the step of the programme is surely over when the evaluation begins."""
    for tie in ties_of(activity, area):
        if tie.order is Order.TOO_LATE and tie.is_of_goals:
            facts = {"evaluation": tie.earlier.activity.name, "programme": tie.later.activity.name}
            yield Problem(activity.at(tie.field, tie.at, "activity"), facts)
