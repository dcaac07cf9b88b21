"""MON020: money is left of a source whose last day to use it is near or past."""

from dataclasses import dataclass
from datetime import timedelta

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.current import current
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Days before the deadline from which it is told."""

    dager: int = 180


@rule("MON020", about=Scheme, severity=Severity.WARNING, today=True, options=Options)
def lapsing_money(scheme: Record[Scheme], area: Area, options: Options) -> Problems:
    """What is left at the end of the last year that the deadline reaches."""
    carry = scheme.model.carry_over
    deadline = carry.deadline if carry else None
    if not isinstance(deadline, When) or area.as_of < deadline.last - timedelta(days=options.dager):
        return
    means = str(scheme.model.means).casefold()
    own = [row for row in current(area).years if row.means == means and row.year <= deadline.last.year]
    left = own[-1].left if own else None
    if left is not None and left.ore > 0:
        facts = {"left": left.in_mnok, "deadline": deadline, "means": scheme.model.means}
        yield Problem(scheme.at("carry_over", "deadline"), facts)
