"""WHE006: a step that in the end must come before itself."""

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.wheel_links import needs_itself as way_back
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.wheel import Activity
from byvekst_cli.rules.rule import Problems, rule


@rule("WHE006", about=Activity, severity=Severity.ERROR)
def needs_itself(activity: Record[Activity], area: Area) -> Problems:
    """One problem a circle, at the first of its activities in the alphabet."""
    way = way_back(activity.id, area)
    if way and activity.id.casefold() == min(way):
        place = activity.at("needs", on=On.KEY) if activity.model.needs else activity.at("name")
        yield Problem(place, {"way": " → ".join(way)})
