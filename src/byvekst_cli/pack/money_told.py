"""What projects cost and who pays: the last estimate, how it has grown, and each source's part."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named, Quantity, Span
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.case import Case
from byvekst_cli.model.funding import EstimateLevel, Sum
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import PortfolioState, Project
from byvekst_cli.model.vocabulary import Concept, Means, Phase
from byvekst_cli.model.when import When
from byvekst_cli.pack.ratio import Ratio
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.history import Point, points, steps
from byvekst_cli.portfolio.lines import Line, lines, sheet_line
from byvekst_cli.portfolio.plans import index_of


@dataclass(frozen=True, slots=True)
class Cost:
    """The last estimate, how sure it is (± per cent), and what has happened to it.

    `nominal` is the figures as written against the estimate before, `real` what is left when prices are
    taken out, since the estimate of `since`; None where they cannot be told.
    """

    cost: Money | Span
    level_unknown: bool
    dated: When | None
    stage: EstimateLevel | None
    uncertainty: Quantity | None
    nominal: Ratio | None
    real: Ratio | None
    since: When | None


@dataclass(frozen=True, slots=True)
class Part:
    """One source of money and its part; `means` is None where the files do not say which."""

    means: Named | None
    money: Pile


@dataclass(frozen=True, slots=True)
class ProjectTold:
    """One project in a box: what it is, where it stands, its cost, and what it gets by source."""

    id: str
    name: str
    phase: Named | None
    state: PortfolioState | None
    cost: Cost | None
    total: Pile
    earlier: Pile
    programme: Pile
    remaining: Pile
    parts: tuple[Part, ...]
    parts_of_total: int
    has_money: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """A programme or a budget that the case is about: its total as stated, and each source's part."""

    name: str
    total: Money | None
    lines: int
    parts: tuple[Part, ...]


def project_told(area: Area, project: Project) -> ProjectTold:
    """A project as it stands on the day, its money as the programme in force has it."""
    line = _line(area, project)
    parts = tuple(
        replace(part, means=part.means.within) if part.means else part for part in _parts(area, [line])
    )
    phase = area.all_of(Phase).get(project.phase.phase) if project.phase else None
    return ProjectTold(
        project.id,
        project.name,
        named(phase) if phase else None,
        project.portfolio.state if project.portfolio else None,
        _cost(area, project, index_of(area)),
        line.total,
        line.earlier,
        line.programme,
        line.remaining,
        parts,
        len(parts) + bool(line.earlier) + bool(line.remaining),
        bool(line.total or line.earlier or line.programme or line.remaining),
    )


def frames(area: Area, case: Case) -> tuple[Frame, ...]:
    """The programmes and budgets that name the case as theirs."""
    found = []
    for programme in (record.model for record in area.of(Programme)):
        if _is(programme.case, case):
            own = lines(area, programme)
            found.append(Frame(programme.name, _money(programme.total), len(own), _parts(area, own)))
    for budget in (record.model for record in area.of(Budget)):
        if _is(budget.case, case):
            total = _money(budget.regulated) or _money(budget.adopted)
            parts = _by_means(area, ((post.means, Pile.of([post.money])) for post in budget.posts))
            found.append(Frame(budget.name, total, len(budget.posts), parts))
    return tuple(found)


def named(concept: Concept) -> Named:
    """A word of the catalogue in the languages that it has."""
    return Named({str(key): name for key, name in concept.names.items()})


def _money(total: Sum | None) -> Money | None:
    return total.money if total else None


def _is(id: str | None, case: Case) -> bool:
    return id is not None and id.casefold() == case.id.casefold()


def _line(area: Area, project: Project) -> Line:
    """The programme's own line, or else what the sheet says."""
    own = (line for line in current(area).lines if line.id.casefold() == project.id.casefold())
    return next(own, None) or sheet_line(project)


def _cost(area: Area, project: Project, index: PriceIndex | None) -> Cost | None:
    found = [p for p in points(project, index, None) if not p.dated or p.dated.first <= area.as_of]
    if not found:
        return None
    last = found[-1]
    grown = {step.after.position: step for step in steps(tuple(found), index)}
    step = grown.get(last.position)
    return Cost(
        last.low if last.is_exact else Span(last.low, last.high),
        last.low.year.is_unknown,
        last.dated,
        last.stage,
        _uncertainty(project, last),
        Ratio(step.nominal) if step else None,
        Ratio(step.real) if step and step.real is not None else None,
        step.since.dated if step and step.since else _before(found, last),
    )


def _before(found: list[Point], last: Point) -> When | None:
    """The day of the exact estimate before the last, which a nominal change is counted from."""
    exact = [point for point in found if point.is_exact]
    return exact[-2].dated if len(exact) > 1 and exact[-1] is last else None


def _uncertainty(project: Project, last: Point) -> Quantity | None:
    stated = project.estimates[last.position].uncertainty
    return Quantity(stated, "percent") if isinstance(stated, Decimal) else None


def _parts(area: Area, found: Iterable[Line]) -> tuple[Part, ...]:
    cells = ((means, pile) for line in found for (means, _), pile in line.cells.items())
    return _by_means(area, cells)


def _by_means(area: Area, cells: Iterable[tuple[object, Pile]]) -> tuple[Part, ...]:
    """The sum of each source, the largest first; what has no source comes last."""
    sums: dict[str | None, Pile] = {}
    for means, pile in cells:
        key = means.casefold() if isinstance(means, str) else None
        sums[key] = together((sums.get(key, NOTHING), pile))
    words = {id.casefold(): each for id, each in area.all_of(Means).items()}
    ordered = sorted(sums, key=lambda key: (key is None, -sums[key].ore, key or ""))
    return tuple(Part(_means(words, key), sums[key]) for key in ordered if sums[key])


def _means(words: dict[str, Means], key: str | None) -> Named | None:
    if key is None:
        return None
    found = words.get(key)
    return named(found) if found else Named({"nb": key, "nn": key, "en": key})
