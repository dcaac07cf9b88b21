"""What a value is set against: the agreement's money in a project, in one year's kroner where that can be."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from byvekst_cli.area import Area
from byvekst_cli.model.funding import Funding
from byvekst_cli.model.money import ORE_PER_MNOK, Money
from byvekst_cli.model.pile import NOTHING, Pile
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.plans import index_of
from byvekst_cli.portfolio.prices import factor, moved


@dataclass(frozen=True, slots=True)
class Priced:
    """The kroner that values are set against: `index` has moved the amounts of the projects in `moved`.

    `year` is None where no amount is of a known year.
    """

    year: int | None
    index: str | None
    moved: tuple[str, ...]

    def has(self, pile: Pile) -> bool:
        """Whether an amount can be set beside the others."""
        return all(level.basis == self.year for level, _ in pile.levels)


@dataclass(frozen=True, slots=True)
class Paid:
    """What is charged, the whole cost, and whether the cost stands in for what is charged."""

    charged: Pile = NOTHING
    cost: Pile = NOTHING
    by_cost: bool = False


def paid_of(area: Area, projects: Iterable[tuple[str, Project | None]]) -> tuple[list[Paid], Priced]:
    """The money of each project, by its id, at the latest price level that any of it has.

    What the area's index does not cover stays at its own level.
    """
    named = [(id, _paid(project)) for id, project in projects]
    bases = [level.basis for _, own in named for level, _ in own.charged.levels]
    year = max((basis for basis in bases if isinstance(basis, int)), default=None)
    index = index_of(area)
    if year is None or index is None:
        return [own for _, own in named], Priced(year, None, ())
    touched = tuple(id for id, own in named if _moves(own.charged, index, year))
    at_level = [
        Paid(moved(own.charged, index, year), moved(own.cost, index, year), own.by_cost) for _, own in named
    ]
    return at_level, Priced(year, index.id if touched else None, touched)


def mnok_of(pile: Pile) -> Fraction | None:
    """MNOK to set a value against; None where it is not known, or nothing."""
    return Fraction(Decimal(pile.ore)) / ORE_PER_MNOK if pile.ore > 0 and not pile.has_unknown else None


def _moves(pile: Pile, index: PriceIndex, year: int) -> bool:
    return any(level.basis != year and factor(index, level, year) is not None for level, _ in pile.levels)


def _paid(project: Project | None) -> Paid:
    if project is None:
        return Paid()
    own, cost = _charged(project.funding), _estimate(project)
    if mnok_of(own) is None and mnok_of(cost) is not None:
        return Paid(cost, cost, by_cost=True)
    return Paid(own, cost)


def _charged(funding: Funding | None) -> Pile:
    """The stated total, or else the parts where they are told as a whole; single grants are no whole."""
    if funding is None:
        return NOTHING
    if funding.total is not None:
        return funding.total.pile
    is_told = funding.in_programme is not None or funding.remaining is not None
    return Pile(Pile.of(funding.parts).levels, not funding.is_whole) if is_told else NOTHING


def _estimate(project: Project) -> Pile:
    """The latest estimate that has an amount: P50, a plain amount, or the middle of low and high."""
    for estimate in reversed(project.estimates):
        ends = [Money.known(end, estimate.price_year) for end in (estimate.low, estimate.high)]
        single = Money.known(estimate.p50, estimate.price_year) or Money.known(
            estimate.amount, estimate.price_year
        )
        if single is not None:
            return Pile.of([single])
        if ends[0] is not None and ends[1] is not None:
            return Pile.of([Money((ends[0].ore + ends[1].ore) // 2, ends[0].year)])
    return NOTHING
