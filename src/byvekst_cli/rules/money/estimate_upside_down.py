"""MON005: the low end of an estimate is above its high end."""

from collections.abc import Iterator
from itertools import combinations

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.project import Project
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule

_LADDER = ("low", "p50", "high"), ("low", "amount", "high"), ("p50", "p85"), ("low", "p85")


@rule("MON005", about=Project, severity=Severity.ERROR)
def estimate_upside_down(project: Record[Project], area: Area) -> Problems:
    """One problem an estimate: the first figure that is below what it must be above."""
    for index, estimate in enumerate(project.model.estimates):
        for lower, upper in _pairs():
            low, high = getattr(estimate, lower), getattr(estimate, upper)
            if not isinstance(low, Unknown | None) and not isinstance(high, Unknown | None) and low > high:
                yield Problem(project.at("estimates", index, upper), {"low": low, "high": high})
                break


def _pairs() -> Iterator[tuple[str, str]]:
    for ladder in _LADDER:
        yield from combinations(ladder, 2)
