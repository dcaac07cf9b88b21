"""What a project sheet shows on one page: facts, cost, money, effects and milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import cast

from byvekst_cli.area import Area, Record
from byvekst_cli.area.facts import Named, Quantity, Span, Value, facts_of
from byvekst_cli.area.figures import figures_in
from byvekst_cli.model.effect import Effect, Evidence, Found
from byvekst_cli.model.funding import EstimateLevel, Sum
from byvekst_cli.model.goal import Goal
from byvekst_cli.model.indicator import Indicator, Unit
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING, Pile, together
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Event, Form, PlanLevel, PlanStatus, PortfolioState, Project
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.model.vocabulary import Means, Measure, Phase
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.ratio import Ratio
from byvekst_cli.portfolio.history import Point, Step, points, steps
from byvekst_cli.portfolio.lines import Line, sheet_line
from byvekst_cli.portfolio.plans import index_of

Maybe = When | Unknown | None


@dataclass(frozen=True, slots=True)
class Part:
    """A municipality and its share of the project in per cent."""

    name: str
    share: Quantity


@dataclass(frozen=True, slots=True)
class Who:
    """Who has a role around the project (`owner`, `builder` …)."""

    role: str
    name: str | Unknown


@dataclass(frozen=True, slots=True)
class Growth:
    """From one estimate to the next. `real` and `price` are None where they cannot be told."""

    since: When | None
    nominal: Ratio
    price: Ratio | None
    real: Ratio | None


@dataclass(frozen=True, slots=True)
class Guess:
    """One estimate: what the project was thought to cost on a day, and the growth since the one before."""

    dated: When | None
    stage: EstimateLevel | None
    cost: Money | Span
    growth: Growth | None


@dataclass(frozen=True, slots=True)
class Source:
    """A source of money in the years of its plan; `name` is None where the files do not say which."""

    name: Named | str | None
    years: tuple[Pile, ...]
    sum: Pile


@dataclass(frozen=True, slots=True)
class Funding:
    """What pays for a project. `years` are those of the sources' columns, None for what has no year.

    `total` is as the sheet states it, or else the sum of the parts.
    """

    frame: Money | Unknown | None
    years: tuple[int | None, ...]
    sources: tuple[Source, ...]
    earlier: Pile
    remaining: Pile
    total: Pile


@dataclass(frozen=True, slots=True)
class Effected:
    """What a project is expected to do to an indicator, in its unit, and what was found afterwards."""

    indicator: str
    unit: Unit | None
    low: Decimal | Unknown | None
    likely: Decimal | Unknown | None
    high: Decimal | Unknown | None
    evidence: Evidence | Unknown | None
    found: Decimal | Unknown | None


@dataclass(frozen=True, slots=True)
class Reached:
    """One milestone: what was planned, what is expected, what happened."""

    event: Event
    planned: Maybe
    forecast: Maybe
    actual: Maybe


@dataclass(frozen=True, slots=True)
class Sheet:
    """A project on one page. `cost` is the latest estimate, `growth` what brought the project to it.

    A picture is drawn from `points` and `steps`.
    """

    id: str
    name: str
    form: Form
    description: str | None
    parts: tuple[Part, ...]
    measures: tuple[Named | str, ...] | Unknown
    roads: tuple[str, ...]
    length: Quantity | Unknown | None
    people: tuple[Who, ...]
    phase: Named | str | None
    local_phase: str | None
    state: PortfolioState | None
    state_since: When | None
    programme: str | None
    plan_level: PlanLevel | Unknown | None
    plan_status: PlanStatus | Unknown | None
    plan_dated: When | None
    status_date: When | None
    goals: tuple[str, ...]
    cost: Value | None
    lacks_price_year: bool
    growth: Growth | None
    guesses: tuple[Guess, ...]
    points: tuple[Point, ...]
    steps: tuple[Step, ...]
    funding: Funding | None
    effects: tuple[Effected, ...]
    milestones: tuple[Reached, ...]
    remark: str | None
    website: str | None
    sources: tuple[str, ...]
    invented: bool


@dataclass(frozen=True, slots=True)
class ProjectSheet:
    """The document: one sheet."""

    sheet: Sheet


def project_sheet(area: Area, id: str) -> ProjectSheet:
    """The document on a project. Raises NotThere."""
    found = next((record for record in area.named(id) if isinstance(record.model, Project)), None)
    if found is None:
        raise NotThere("id", id, area.near(id, ("project",)))
    return ProjectSheet(sheet(area, cast("Record[Project]", found)))


def sheet(area: Area, record: Record[Project]) -> Sheet:
    """What the sheet of a project says; nothing is left out because it is unknown."""
    project, facts = record.model, facts_of(record, area)
    index = index_of(area)
    history = points(project, index, None)
    growth = steps(history, index)
    guesses = tuple(_guesses(history, growth))
    phase, portfolio, plan = project.phase, project.portfolio, project.plan
    length, cost = (facts[name].value if name in facts else None for name in ("lengde", "kostnad"))
    programme = area.one(Programme, portfolio.programme) if portfolio else None
    figures = tuple(figures_in(record))
    return Sheet(
        id=project.id,
        name=project.name,
        form=project.form,
        description=project.description,
        parts=tuple(
            Part(area.name_of(each), Quantity(share, "percent"))
            for each, share in project.municipalities.items()
        ),
        measures=_measures(area, project),
        roads=tuple(project.road_numbers),
        length=length if isinstance(length, Quantity | Unknown) else None,
        people=tuple(_people(area, project)),
        phase=_named(area, Phase, phase.phase) if phase else None,
        local_phase=phase.local if phase else None,
        state=portfolio.state if portfolio else None,
        state_since=portfolio.since if portfolio and isinstance(portfolio.since, When) else None,
        programme=programme.name if programme else portfolio.programme if portfolio else None,
        plan_level=plan.level if plan else None,
        plan_status=plan.status if plan else None,
        plan_dated=plan.dated if plan and isinstance(plan.dated, When) else None,
        status_date=project.status_date,
        goals=tuple(goal.name if (goal := area.one(Goal, id)) else id for id in project.goals),
        cost=cost,
        lacks_price_year=_lacks_price_year(cost),
        growth=guesses[-1].growth if guesses else None,
        guesses=guesses,
        points=history,
        steps=growth,
        funding=_funding(area, project),
        effects=tuple(_effect(area, each) for each in project.effects),
        milestones=tuple(Reached(e.event, e.planned, e.forecast, e.actual) for e in project.milestones),
        remark=project.note,
        website=project.website,
        sources=tuple(dict.fromkeys(str(area.title(each.source)) for each in figures if each.source)),
        invented=any(each.illustration for each in figures),
    )


def _named(area: Area, about: type[Phase | Measure | Means], id: str) -> Named | str:
    """A word of the word list in each language, or the id where it is not there."""
    found = area.one(about, id)
    return Named({str(key): name for key, name in found.names.items()}) if found else id


def _measures(area: Area, project: Project) -> tuple[Named | str, ...] | Unknown:
    if not isinstance(project.measures, list):
        return UNKNOWN
    return tuple(_named(area, Measure, each) for each in project.measures)


def _lacks_price_year(cost: Value | None) -> bool:
    amount = cost.low if isinstance(cost, Span) else cost
    return isinstance(amount, Money) and amount.year.is_unknown


def _people(area: Area, project: Project) -> Iterator[Who]:
    roles = ("owner", "promoter", "builder", "road_owner", "operator", "grantee")
    for role in roles:
        found = getattr(project.responsibility, role, None)
        if found is not None:
            yield Who(role, area.name_of(found) if isinstance(found, str) else UNKNOWN)


def _guesses(history: tuple[Point, ...], growth: tuple[Step, ...]) -> Iterator[Guess]:
    by_point = {step.after.position: step for step in growth}
    for point in history:
        step = by_point.get(point.position)
        told = None
        if step is not None:
            ratios = (Ratio(each) if each is not None else None for each in (step.price, step.real))
            told = Growth(step.since.dated if step.since else None, Ratio(step.nominal), *ratios)
        cost = point.low if point.is_exact else Span(point.low, point.high)
        yield Guess(point.dated, point.stage, cost, told)


def _funding(area: Area, project: Project) -> Funding | None:
    if project.funding is None:
        return None
    line = sheet_line(project)
    years = tuple(sorted({year for _, year in line.cells}, key=lambda year: (year is None, year or 0)))
    means = tuple(dict.fromkeys(name for name, _ in line.cells))
    frame: Sum | None = project.funding.frame
    return Funding(
        frame=None if frame is None or frame.amount is None else frame.money or UNKNOWN,
        years=years,
        sources=tuple(_source(area, line, name, years) for name in means),
        earlier=line.earlier,
        remaining=line.remaining,
        total=line.total,
    )


def _source(area: Area, line: Line, name: str | None, years: tuple[int | None, ...]) -> Source:
    piles = tuple(line.cells.get((name, year), NOTHING) for year in years)
    return Source(_named(area, Means, name) if name else None, piles, together(piles))


def _effect(area: Area, each: Effect) -> Effected:
    indicator = area.one(Indicator, each.indicator)
    found = each.found.value if isinstance(each.found, Found) else each.found
    name, unit = (indicator.name, indicator.unit) if indicator else (each.indicator, None)
    unit = unit if isinstance(unit, Unit) else None
    return Effected(name, unit, each.low, each.likely, each.high, each.evidence, found)
