"""MON005: the low end of an estimate is above its high end."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule

_PAIRS = (("p50", "p85"), ("low", "high"), ("low", "p50"), ("p50", "high"))


@rule("MON005", about=Project, severity=Severity.ERROR)
def estimate_upside_down(project: Record[Project], area: Area) -> Problems:
    for index, estimate in enumerate(project.model.estimates):
        for lower, upper in _PAIRS:
            low, high = getattr(estimate, lower), getattr(estimate, upper)
            if not isinstance(low, Unknown | None) and not isinstance(high, Unknown | None) and low > high:
                place = project.at("estimates", index, upper)
                yield Problem(place, {"low": low, "high": high})
