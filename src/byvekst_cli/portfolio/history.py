"""How a project's cost estimate has moved, and how much of that is prices."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from byvekst_cli.model.funding import Estimate, EstimateLevel
from byvekst_cli.model.money import Money
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Project
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.prices import at_level, factor


@dataclass(frozen=True, slots=True)
class Point:
    """One estimate: its place on the sheet, its amount, and the same at the level asked for."""

    position: int
    dated: When | None
    stage: EstimateLevel | None
    low: Money
    high: Money
    common_low: Money | None
    common_high: Money | None

    @property
    def is_exact(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Step:
    """What brought a project to an estimate, as ratios: 0.1 is ten per cent up.

    `nominal` is the figures as written, since the estimate before. `real` and `price` are since the
    latest estimate whose kroner can be compared with these: (1 + nominal) = (1 + price)(1 + real)
    between those two. They are None where there is no such estimate.
    """

    after: Point
    nominal: Decimal
    since: Point | None = None
    price: Decimal | None = None
    real: Decimal | None = None


def points(project: Project, index: PriceIndex | None, year: int | None) -> tuple[Point, ...]:
    """The estimates that have an amount, by date; where one is undated, as they stand on the sheet."""
    found = []
    for position, estimate in enumerate(project.estimates):
        span = _span(estimate)
        if span:
            low, high = (Money.mnok(amount, estimate.price_year) for amount in span)
            common = [at_level(each, index, year) if year else None for each in (low, high)]
            dated = estimate.dated if isinstance(estimate.dated, When) else None
            stage = estimate.level if isinstance(estimate.level, EstimateLevel) else None
            found.append(Point(position, dated, stage, low, high, common[0], common[1]))
    if all(point.dated for point in found):
        found.sort(key=lambda point: point.dated.first if point.dated else date.min)
    return tuple(found)


def steps(history: tuple[Point, ...], index: PriceIndex | None) -> tuple[Step, ...]:
    """The growth between estimates that each are one figure; a span is no ground for a percentage."""
    exact = [point for point in history if point.is_exact and point.low.ore > 0]
    return tuple(_step(exact[:at], exact[at], index) for at in range(1, len(exact)))


def _step(earlier: list[Point], after: Point, index: PriceIndex | None) -> Step:
    nominal = _ratio(earlier[-1], after) - 1
    until = after.low.year.basis
    for since in reversed(earlier):
        found = factor(index, since.low.year, until) if isinstance(until, int) else None
        if found is not None:
            return Step(after, nominal, since, found.value - 1, _ratio(since, after) / found.value - 1)
    return Step(after, nominal)


def _ratio(before: Point, after: Point) -> Decimal:
    return Decimal(after.low.ore) / Decimal(before.low.ore)


def _span(estimate: Estimate) -> tuple[Decimal, Decimal] | None:
    """The estimate's figure twice, or its low and high end; P50 is what a project is steered by."""
    for amount in (estimate.p50, estimate.amount):
        if amount is not None and not isinstance(amount, Unknown):
            return amount, amount
    low, high = estimate.low, estimate.high
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return low, high
    return None
