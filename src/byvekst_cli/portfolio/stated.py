"""What the sheet and the programme in force say of a project, to hold the words of a note against."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import latest
from byvekst_cli.finding import Place
from byvekst_cli.model.funding import Estimate, Post, Sum
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.money import Money, PriceYear
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.project import Project
from byvekst_cli.model.vocabulary import Means, Payer
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.choose import programme_of

_SUMS: Final = {"ramme": "frame", "bevilget": "granted_before"}
"""The kinds of amount that are one sum on the sheet."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The figure that counts (MNOK), others that mean the same, where it stands, and its price year."""

    mnok: Decimal
    also: tuple[Decimal, ...]
    place: Place
    year: PriceYear


def sheet_of(area: Area, project: str) -> Record[Project] | None:
    """The area's own sheet of a project."""
    return next((r for r in area.of(Project) if r.id.casefold() == project.casefold()), None)


def amount_of(area: Area, sheet: Record[Project], what: str, year: int | None, *, p85: bool) -> Stated | None:
    """The amount of a kind, in a year's kroner where a year is named; None where it cannot be told."""
    match what:
        case "kostnad":
            return _cost(sheet, year, "p85" if p85 else "p50")
        case "program":
            return _programme(area, sheet, year)
        case _ if what in _SUMS:
            return _sum(sheet, _SUMS[what], year)
    return None


def in_another_year(sheet: Record[Project], what: str, mnok: Decimal, year: int) -> Stated | None:
    """The very same number (MNOK) in the kroner of another year that the sheet names."""
    found = [_sum(sheet, _SUMS[what], None)] if what in _SUMS else list(_estimates(sheet))
    is_year = (
        each for each in found if each and isinstance(each.year.basis, int) and each.year.basis != year
    )
    return next((each for each in is_year if mnok in (each.mnok, *each.also)), None)


def share_of(
    area: Area, sheet: Record[Project], payer: Payer, years: tuple[int, int] | None = None
) -> tuple[Decimal, Place] | None:
    """The per cent of a project's money that a payer's sources are; None where it cannot be told.

    All the money, or all of it in the years that are named, must be known by source and at one price level.
    """
    funding = sheet.model.funding
    if funding is None or not funding.posts:
        return None
    parts = (funding.granted_before, funding.remaining)
    if years is None and (not funding.is_whole or any(part is not None for part in parts)):
        return None
    means = area.all_of(Means)
    known = [(means.get(str(post.means)), _within(post, years)) for post in funding.posts]
    known = [(each, pile) for each, pile in known if pile]
    whole = together(pile for _, pile in known)
    if whole.is_mixed or whole.has_unknown or not whole.ore:
        return None
    if any(each is None or each.payer is None for each, _ in known):
        return None
    paid = sum(pile.ore for each, pile in known if each and each.payer is payer)
    return Decimal(paid) / Decimal(whole.ore) * 100, sheet.at("funding", "posts")


def _within(post: Post, years: tuple[int, int] | None) -> Pile:
    """The amounts of a post; with years, those of whole years among them, and unknown for what crosses."""
    found: list[Money | None] = []
    for when, amount in post.years.items():
        first, last = years or (when.first.year, when.last.year)
        if when.last.year < first or when.first.year > last:
            continue
        is_inside = first <= when.first.year and when.last.year <= last
        found.append(Money.known(amount, post.price_year) if is_inside else None)
    return Pile.of(found)


def most_of(
    area: Area, sheet: Record[Project], payer: Payer, years: tuple[int, int] | None = None
) -> Iterator[tuple[Decimal, Place]]:
    """The per cent of its cost that a scheme for this project alone may cover, and where that stands.

    It holds over the scheme's own years and not for each of them.
    """
    means = area.all_of(Means)
    for record in area.of(Scheme):
        scheme = record.model
        projects = scheme.earmarked_to.projects if scheme.earmarked_to else []
        concept = means.get(str(scheme.means))
        is_its_own = [each.casefold() for each in projects] == [sheet.id.casefold()]
        is_of_years = years is None or years == scheme.period.years
        if not (is_its_own and is_of_years and concept and concept.payer is payer):
            continue
        if isinstance(scheme.covers, Decimal):
            yield scheme.covers, record.at("covers")


def date_of(sheet: Record[Project], event: str) -> tuple[When, Place] | None:
    """When an event came, or else when it is now expected."""
    for position, each in enumerate(sheet.model.milestones):
        if each.event.value == event:
            column = "actual" if isinstance(each.actual, When) else each.open_column
            found = getattr(each, column)
            return (found, sheet.at("milestones", position, column)) if isinstance(found, When) else None
    return None


def _cost(sheet: Record[Project], year: int | None, first: str) -> Stated | None:
    """From the latest estimate, or the latest in the kroner that are named."""
    project = sheet.model
    if year is not None:
        kept = [each for each in project.estimates if each.price_year.basis == year]
        project = project.model_copy(update={"estimates": kept})
    found = latest(project)
    if found is None:
        return None
    position = sheet.model.estimates.index(found[1])
    for attribute in (first, "amount") if first == "p50" else (first,):
        amount = getattr(found[1], attribute)
        if isinstance(amount, Decimal):
            place = sheet.at("estimates", position, attribute)
            return Stated(amount, tuple(_ends(found[1])), place, found[1].price_year)
    return None


def _estimates(sheet: Record[Project]) -> Iterator[Stated]:
    for position, each in enumerate(sheet.model.estimates):
        for attribute in ("p50", "amount", "p85"):
            if isinstance(amount := getattr(each, attribute), Decimal):
                yield Stated(amount, (), sheet.at("estimates", position, attribute), each.price_year)


def _ends(estimate: Estimate) -> Iterator[Decimal]:
    ends = (estimate.p50, estimate.amount, estimate.p85, estimate.low, estimate.high)
    yield from (each for each in ends if isinstance(each, Decimal))


def _sum(sheet: Record[Project], attribute: str, year: int | None) -> Stated | None:
    found: Sum | None = getattr(sheet.model.funding, attribute, None)
    if found is None or not isinstance(found.amount, Decimal) or _other(found.price_year, year):
        return None
    return Stated(found.amount, (), sheet.at("funding", attribute, "amount"), found.price_year)


def _programme(area: Area, sheet: Record[Project], year: int | None) -> Stated | None:
    """What the project's line in the programme in force adds up to, in one price year."""
    record = programme_of(area, None)
    for position, line in enumerate(record.model.lines if record else ()):
        if record is None or line.project.casefold() != sheet.id.casefold():
            continue
        pile = Pile.of(money for post in line.posts for money in post.amounts)
        stated = line.total.money if line.total else None
        money = stated or (pile.moneys[0] if len(pile.levels) == 1 else None)
        if money and not _other(money.year, year):
            parts = [each.in_mnok for post in line.posts for each in post.amounts]
            also = (*parts, *(each.in_mnok for each in pile.moneys))
            return Stated(money.in_mnok, also, record.at("lines", position), money.year)
    return None


def _other(level: PriceYear, year: int | None) -> bool:
    return year is not None and level.basis != year
