"""WHE002: a step that comes before what it needs."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_links import Order, ties_of
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@rule("WHE002", about=Activity, severity=Severity.WARNING)
def before_what_it_needs(activity: Record[Activity], area: Area) -> Problems:
    """Where the later is surely over when the earlier begins; the state and goals have rules of their own."""
    for tie in ties_of(activity, area):
        if tie.order is Order.TOO_LATE and not tie.is_national and not tie.is_of_goals:
            facts = {"earlier": tie.earlier.activity.name, "later": tie.later.activity.name}
            yield Problem(activity.at(tie.field, tie.at, "activity"), facts)
