"""WHE001: what the state is to have in time, comes after the state's own step."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_links import Order, ties_of
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@rule("WHE001", about=Activity, severity=Severity.WARNING)
def decision_after_national_step(activity: Record[Activity], area: Area) -> Problems:
    """One problem for each step of the state's that is surely over when the activity begins."""
    for tie in ties_of(activity, area):
        if tie.is_national and tie.order is Order.TOO_LATE:
            facts = {"earlier": tie.earlier.activity.name, "later": tie.later.activity.name}
            yield Problem(activity.at(tie.field, tie.at, "activity"), facts)
