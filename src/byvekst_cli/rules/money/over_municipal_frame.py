"""MON019: a municipality gets more of a scheme than is fixed for it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.shares import over_municipal_frame as over
from byvekst_cli.rules.rule import Problems, rule


@rule("MON019", about=Scheme, severity=Severity.WARNING)
def over_municipal_frame(scheme: Record[Scheme], area: Area) -> Problems:
    """Counted in the programme in force, and only in the frame's own price level."""
    for place, gets, frame in over(scheme.model, current(area).money):
        facts = {"place": place, "gets": gets.in_mnok, "frame": frame.in_mnok}
        yield Problem(scheme.at("by_municipality", place), facts)
