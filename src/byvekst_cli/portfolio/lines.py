"""The lines of a programme: each project's money before, in each year, and after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.funding import Funding, Post, Purpose, Sum
from byvekst_cli.model.money import Money, PriceBasis, PriceYear
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.programme import Binding, Programme, ProgrammeLine
from byvekst_cli.model.project import Project
from byvekst_cli.model.unknown import UNKNOWN
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.prices import moved

Cell = tuple[str | None, int | None]
"""A source of money and a year; None where the files do not say which."""
_UNTOLD: Final = Sum.model_construct(amount=UNKNOWN, price_year=PriceYear(PriceBasis.UNKNOWN))


@dataclass(frozen=True, slots=True)
class Line:
    """One project, pot or operations line.

    `cells` is what it gets in the programme; `planning` and `building` are parts of the same money.
    `stated` is the total that the files give, which may hold more than the parts that they name.
    """

    id: str
    project: Project | None
    binding: Binding | None = None
    earlier: Pile = NOTHING
    cells: Mapping[Cell, Pile] = field(default_factory=dict)
    remaining: Pile = NOTHING
    planning: Pile = NOTHING
    building: Pile = NOTHING
    stated: Pile = NOTHING

    def in_year(self, year: int | None) -> Pile:
        return together(pile for (_, own), pile in self.cells.items() if own == year)

    @property
    def programme(self) -> Pile:
        return together(self.cells.values())

    @property
    def total(self) -> Pile:
        """As stated, or else the sum of the parts."""
        parts = self.earlier + self.programme + self.remaining
        return self.stated if self.stated.levels else parts + self.stated


def lines(area: Area, programme: Programme | None) -> tuple[Line, ...]:
    """The programme's lines in its own order; without one, every project with money or an estimate."""
    if programme is None:
        sheets = (record.model for record in area.of(Project))
        told = (sheet for sheet in sheets if sheet.funding or sheet.estimates)
        return tuple(map(sheet_line, told))
    return tuple(_programme_line(line, programme, area) for line in programme.lines)


def sheet_line(project: Project) -> Line:
    """What a project's own sheet says of its money."""
    return _line(project.id, project, project.funding)


def _programme_line(line: ProgrammeLine, programme: Programme, area: Area) -> Line:
    """The line's own word; what the sheet says of a later programme is not said of this one."""
    project = area.one(Project, line.project)
    funding = project.funding if project else None
    stated: Sum | None = line.total
    place = project.portfolio.programme if project and project.portfolio else None
    later = area.one(Programme, place)
    if funding is not None and later is not None and _is_after(later, programme):
        funding = Funding.model_construct(posts=funding.posts)
        stated = stated if stated or line.posts else _UNTOLD
    binding = line.binding if isinstance(line.binding, Binding) else None
    return _line(line.project, project, funding, binding, tuple(line.posts), stated)


def _is_after(one: Programme, other: Programme) -> bool:
    later, earlier = one.period.since, other.period.since
    return isinstance(later, When) and isinstance(earlier, When) and later.first > earlier.first


def at_price_level(line: Line, index: PriceIndex | None, year: int) -> Line:
    """The line in one year's kroner, as far as it can be told; the rest stays as it was."""

    def at(pile: Pile) -> Pile:
        return moved(pile, index, year)

    return replace(
        line,
        earlier=at(line.earlier),
        cells={cell: at(pile) for cell, pile in line.cells.items()},
        remaining=at(line.remaining),
        planning=at(line.planning),
        building=at(line.building),
        stated=at(line.stated),
    )


def _line(
    id: str,
    project: Project | None,
    funding: Funding | None,
    binding: Binding | None = None,
    posts: tuple[Post, ...] = (),
    stated: Sum | None = None,
) -> Line:
    funding = funding or Funding()
    used = posts or tuple(funding.posts)
    cells: dict[Cell, Pile] = {}
    for cell, money in _cells(used):
        cells[cell] = cells.get(cell, NOTHING) + Pile.of([money])
    if not used and funding.in_programme is not None:
        cells[None, None] = _pile(funding.in_programme)
    return Line(
        id,
        project,
        binding,
        _pile(funding.granted_before),
        cells,
        _pile(funding.remaining),
        _purposes(used, Purpose.PLANNING),
        _purposes(used, Purpose.BUILDING),
        _pile(stated or funding.total),
    )


def _cells(posts: tuple[Post, ...]) -> Iterator[tuple[Cell, Money | None]]:
    for post in posts:
        means = post.means.casefold() if isinstance(post.means, str) else None
        for when, amount in post.years.items():
            yield (means, when.first.year), Money.known(amount, post.price_year)


def _purposes(posts: tuple[Post, ...], purpose: Purpose) -> Pile:
    return Pile.of(money for _, money in _cells(tuple(post for post in posts if post.purpose is purpose)))


def _pile(stated: Sum | None) -> Pile:
    return NOTHING if stated is None else stated.pile


def reserve(lines: Iterable[Line]) -> tuple[int, Pile]:
    """How many projects give both P50 and P85, and the sum of the differences.

    P85 − P50 is what is set aside for uncertainty (usikkerhetsavsetning). The latest estimate with both
    counts. Added as if all went wrong at once, which is more than a portfolio as a whole will need.
    """
    found = [money for line in lines if line.project and (money := _reserve(line.project))]
    return len(found), Pile.of(found)


def _reserve(project: Project) -> Money | None:
    for estimate in reversed(project.estimates):
        low, high = (Money.known(each, estimate.price_year) for each in (estimate.p50, estimate.p85))
        if low is not None and high is not None:
            return Money(high.ore - low.ore, low.year)
    return None
