"""MON021: a source pays more of a project than the share it covers."""

from decimal import Decimal

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.money import Money
from byvekst_cli.model.rounding import coarse_unit
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.shares import paid_by
from byvekst_cli.rules.rule import Problems, rule


@rule("MON021", about=Scheme, severity=Severity.WARNING)
def over_its_share(scheme: Record[Scheme], area: Area) -> Problems:
    """Only where both amounts stand at one price level; a note explains an offer that stands in kroner."""
    covers, means = scheme.model.covers, scheme.model.means
    if not isinstance(covers, Decimal) or not isinstance(means, str) or scheme.model.note is not None:
        return
    for line in current(area).lines:
        gets, cost = paid_by(line, means), line.total
        if not gets.levels or (gets + cost).is_mixed or cost.has_unknown or not cost.ore:
            continue
        limit = Money(round(cost.ore * covers / 100), gets.levels[0][0]).in_mnok
        paid = gets.moneys[0].in_mnok
        if paid - limit > coarse_unit(cost.moneys[0].in_mnok):
            facts = {"project": line.id, "paid": paid, "share": round(paid / cost.moneys[0].in_mnok * 100, 1)}
            yield Problem(scheme.at("covers"), {**facts, "covers": covers})
