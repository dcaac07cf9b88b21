"""WHE003: the councils have little time."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_links import Order, ties_of
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Days that local treatment should have, from the proposal on; areas differ, so this is a setting."""

    dager: int = 28


@rule("WHE003", about=Activity, severity=Severity.WARNING, options=Options)
def short_local_treatment(activity: Record[Activity], area: Area, options: Options) -> Problems:
    """Counted from the first day of the one to the last day of the other: the most that there can be."""
    for tie in ties_of(activity, area):
        room = tie.room
        if (
            tie.is_of_councils
            and tie.order is not Order.TOO_LATE
            and room is not None
            and room < options.dager
        ):
            facts = {"earlier": tie.earlier.activity.name, "days": room, "wished": options.dager}
            yield Problem(activity.at(tie.field, tie.at, "activity"), facts)
