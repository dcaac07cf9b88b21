"""MON017: money is divided otherwise than agreed, counted over the whole period."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.funding_plan import Over, Split
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.shares import drifts
from byvekst_cli.rules.rule import Problems, rule


@dataclass(frozen=True, slots=True)
class Options:
    """Percentage points that the shares may drift before it is told."""

    prosentpoeng: int = 5


@rule("MON017", about=Split, severity=Severity.WARNING, options=Options)
def share_drift(split: Record[Split], area: Area, options: Options) -> Problems:
    """A single year is no drift, so only the sum of the programme's years is looked at."""
    if split.model.over is not Over.PERIOD or split.model.note is not None:
        return
    for drift in drifts(split.model, current(area).money):
        if drift.points > options.prosentpoeng:
            facts = {
                "party": drift.organisation,
                "found": round(drift.found, 1),
                "agreed": drift.agreed,
                "money": round(drift.money.in_mnok, 1) or drift.money.in_mnok,
            }
            yield Problem(split.at("shares", drift.organisation, on=On.KEY), facts)
