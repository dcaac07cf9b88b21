"""How money is divided, in a programme as it stands, against what was agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from byvekst_cli.model.agreement import Period
from byvekst_cli.model.funding_plan import Scheme, Split
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.lines import Line

Placed = Mapping[str, Mapping[tuple[str, int | None], Pile]]
"""By source of money: what lies in each municipality and year."""


@dataclass(frozen=True, slots=True)
class Drift:
    """One party's share: agreed and found (per cent), and the money between (in one price level)."""

    organisation: str
    agreed: Decimal
    found: Decimal
    money: Money

    @property
    def points(self) -> Decimal:
        """Percentage points above (or, with a minus, below) what was agreed."""
        return self.found - self.agreed


def drifts(split: Split, money: Placed) -> tuple[Drift, ...]:
    """Every party of a split over all the years of the lines; nothing where it cannot be told.

    Money follows where a project lies. It cannot be told where amounts stand at several levels, are
    unknown, or lie in municipalities that the split does not name.
    """
    if not isinstance(split.means, str):
        return ()
    found = by_municipality(money, split.means, split.period)
    named = {
        member.casefold(): party
        for party in split.shares
        for member in (party, *split.includes.get(party, ()))
    }
    whole = together(found.values())
    if not whole.levels or whole.is_mixed or whole.has_unknown or set(found) - set(named):
        return ()
    result = []
    for party, agreed in split.shares.items():
        own = together(pile for place, pile in found.items() if named[place] == party)
        share = Decimal(own.ore) / Decimal(whole.ore) * 100 if whole.ore else Decimal(0)
        level = whole.levels[0][0]
        result.append(Drift(party, agreed, share, Money(round((share - agreed) / 100 * whole.ore), level)))
    return tuple(result)


def placed(lines: Iterable[Line]) -> Placed:
    """What each municipality gets of each source and year, by the sheets' shares; `` where none is named."""
    found: dict[str, dict[tuple[str, int | None], Pile]] = {}
    for line in lines:
        for (means, year), pile in line.cells.items():
            own = found.setdefault(means or "", {})
            for place, part in _shared(line.project, pile):
                own[place, year] = own.get((place, year), NOTHING) + part
    return found


def by_municipality(money: Placed, means: str, period: Period | None) -> Mapping[str, Pile]:
    """What each municipality gets of a source in a period; money without a year counts too."""
    found: dict[str, Pile] = {}
    for (place, year), pile in money.get(means.casefold(), {}).items():
        if period is None or year is None or period.has_year(year):
            found[place] = found.get(place, NOTHING) + pile
    return found


def paid_by(line: Line, means: str) -> Pile:
    """What a line gets of one source of money, over all years."""
    own = means.casefold()
    return together(pile for (source, _), pile in line.cells.items() if source == own)


def over_municipal_frame(scheme: Scheme, money: Placed) -> tuple[tuple[str, Money, Money], ...]:
    """Municipalities that get more of a scheme than is fixed for them: who, what they get, and the frame."""
    if not isinstance(scheme.means, str) or not scheme.by_municipality:
        return ()
    found = by_municipality(money, scheme.means, scheme.period)
    over = []
    for place, amount in scheme.by_municipality.items():
        frame = Money.known(amount, scheme.price_year)
        gets = found.get(place.casefold(), NOTHING)
        same = frame is not None and not gets.is_mixed and gets.levels and gets.levels[0][0] == frame.year
        if frame is not None and same and gets.ore > frame.ore:
            over.append((place, gets.moneys[0], frame))
    return tuple(over)


def _shared(project: Project | None, pile: Pile) -> Iterable[tuple[str, Pile]]:
    shares = project.municipalities if project else {}
    whole = sum(shares.values(), Decimal(0))
    if not pile:
        return
    if whole == 0:
        yield "", pile
    for place, percent in shares.items():
        if whole:
            part = Pile.of(Money(round(money.ore * percent / whole), money.year) for money in pile.moneys)
            yield place.casefold(), Pile(part.levels, pile.has_unknown)
