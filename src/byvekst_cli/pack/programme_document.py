"""`programme`: the action programme with its goals, money, projects, budget year, changes and risks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named, Value, facts_of
from byvekst_cli.governance.tasks import matrix
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.case import Case
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.mandate import TaskPart
from byvekst_cli.model.money import Money as Amount
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.programme import Binding, PlanState, Programme
from byvekst_cli.model.project import Event, PlanLevel, PlanStatus, PortfolioState, Project
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.budget_year import BudgetYear, budget_for, budget_year
from byvekst_cli.pack.goal_report import GoalPart, Wanted, goal_report
from byvekst_cli.pack.money import Money, money, opening
from byvekst_cli.pack.names import Names, body_name, names, project_name
from byvekst_cli.pack.ratio import Ratio
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.history import points, steps
from byvekst_cli.portfolio.lines import Line, lines, reserve
from byvekst_cli.portfolio.plans import days_late, index_of
from byvekst_cli.portfolio.reported import sheet_of

PRIORITISING = "porteføljestyring"
"""The task of the catalogue that says who prioritises."""


@dataclass(frozen=True, slots=True)
class Doer:
    """What a body does when projects are prioritised."""

    body: str
    part: TaskPart


@dataclass(frozen=True, slots=True)
class Tied:
    """A scheme of money, and what it is tied to."""

    name: str
    means: Named | str | Unknown | None
    frame: Amount | Unknown | None
    earmark: str | None
    carry: str | Unknown | None


@dataclass(frozen=True, slots=True)
class Bound:
    """How many lines are promised how firmly; None where the programme does not say."""

    binding: Binding | None
    count: int
    sum: Pile


@dataclass(frozen=True, slots=True)
class InShort:
    """A project of the programme in short."""

    id: str
    name: str
    description: str | None
    places: tuple[str, ...]
    measures: tuple[Named | str, ...] | Unknown
    owner: str | Unknown | None
    phase: Named | str | None
    plan_level: PlanLevel | Unknown | None
    plan_status: PlanStatus | Unknown | None
    cost: Value | None
    opening: When | None
    total: Pile


@dataclass(frozen=True, slots=True)
class Risk:
    """What speaks for that a project becomes dearer or later; what cannot be told is None."""

    name: str
    growth: Ratio | None
    since: When | None
    lacks_plan: bool
    plan: PlanStatus | Unknown | None
    event: Event | None
    planned: When | None
    forecast: When | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A project whose sum is another than in the programme before."""

    name: str
    before: Pile
    now: Pile


@dataclass(frozen=True, slots=True)
class Left:
    """A project that is no longer there, and why as far as the files say."""

    name: str
    reason: str | None
    state: PortfolioState | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new since the programme before; `is_known` is whether the files have the lines of both."""

    before: str
    is_known: bool
    added: tuple[str, ...]
    left: tuple[Left, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A source that is used for more than comes in, in one year (MNOK)."""

    name: Named | str
    year: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class ProgrammeDocument:
    """The document; without a `name` no programme has lines, and it is of all projects with money.

    `stated` is the programme's own total, `sum` that of its lines. `reserve` is P85 − P50 of `reserves`
    projects.
    """

    name: str | None
    since: str | None
    until: str | None
    agreement: str | None
    state: PlanState | Unknown | None
    adopted: When | None
    case: str | None
    stated: Amount | Unknown | None
    state_known: bool
    sum: Pile
    total: Pile
    has_sum: bool
    has_total: bool
    is_mixed: bool
    unpriced: int
    goals: tuple[GoalPart, ...]
    evaluation: str | None
    wanted: tuple[Wanted, ...]
    answering: str | None
    doers: tuple[Doer, ...]
    bound: tuple[Bound, ...]
    schemes: tuple[Tied, ...]
    money: Money
    lacking: tuple[Lacking, ...]
    projects: tuple[InShort, ...]
    budget: BudgetYear | None
    changes: Changes | None
    unfunded: tuple[Left, ...]
    risks: tuple[Risk, ...]
    reserves: int
    reserve: Pile
    remark: str | None
    invented: bool


def programme_document(area: Area, id: str | None = None) -> ProgrammeDocument:
    """Of a programme, or of the one in force. Raises NotThere."""
    record = programme_of(area, id)
    if record is None and id is not None:
        raise NotThere("id", id, area.near(id, ("programme",)))
    programme = record.model if record else None
    words, goals = names(area), goal_report(area)
    own = lines(area, programme)
    shown = money(area, programme, own, words, programme.name if programme else goals.area)
    budget = budget_for(area, programme)
    agreement = area.one(Agreement, programme.agreement) if programme else None
    case = area.one(Case, programme.case) if programme else None
    reserves, kept = reserve(own)
    since, until = (programme.period.since, programme.period.until) if programme else (None, None)
    return ProgrammeDocument(
        name=programme.name if programme else None,
        since=str(since) if isinstance(since, When) else None,
        until=str(until) if isinstance(until, When) else None,
        agreement=agreement.name if agreement else None,
        state=programme.state if programme else None,
        state_known=isinstance(programme.state if programme else None, PlanState),
        adopted=_known(programme.adopted) if programme else None,
        case=case.title if case else None,
        stated=_stated(programme),
        sum=together(line.programme for line in own),
        total=together(line.total for line in own),
        has_sum=any(line.programme.levels for line in own),
        has_total=any(line.total.levels for line in own),
        is_mixed=together(line.total for line in own).is_mixed,
        unpriced=sum(1 for line in own if not line.total.levels),
        goals=goals.goals,
        evaluation=goals.evaluation,
        wanted=goals.wanted,
        answering=goals.programme,
        doers=tuple(_doers(area)),
        bound=tuple(_bound(own)),
        schemes=tuple(_schemes(area, words)),
        money=shown,
        lacking=tuple(
            Lacking(each.name, str(each.row.year), Amount(-left.ore, left.year))
            for each in shown.sources
            if (left := each.row.left) is not None and left.ore < 0
        ),
        projects=tuple(_short(area, line, words) for line in own),
        budget=budget_year(area, budget) if budget else None,
        changes=_changes(area, programme, own) if programme else None,
        unfunded=tuple(_unfunded(area, programme)) if programme else (),
        risks=tuple(_risks(area, own)),
        reserves=reserves,
        reserve=kept,
        remark=programme.note if programme else None,
        invented=shown.invented or goals.invented,
    )


def _known(when: object) -> When | None:
    return when if isinstance(when, When) else None


def _stated(programme: Programme | None) -> Amount | Unknown | None:
    total = programme.total if programme else None
    return None if total is None else total.money or UNKNOWN


def _doers(area: Area) -> Iterator[Doer]:
    for row in matrix(area):
        if row.id.casefold() == PRIORITISING:
            yield from (Doer(body_name(area, id), cell.part) for id, cell in row.cells.items())


def _bound(own: Iterable[Line]) -> Iterator[Bound]:
    """In the order of the list; nothing where no line says how firm it is."""
    found: dict[Binding | None, list[Line]] = {}
    for line in own:
        found.setdefault(line.binding, []).append(line)
    if set(found) - {None}:
        for binding in (*Binding, None):
            if mine := found.get(binding):
                yield Bound(binding, len(mine), together(line.programme for line in mine))


def _schemes(area: Area, words: Names) -> Iterator[Tied]:
    """Those that are tied to something, or may be carried over."""
    for record in area.of(Scheme):
        scheme = record.model
        carry = scheme.carry_over.allowed if scheme.carry_over else None
        frame = None if scheme.frame is None else Amount.known(scheme.frame, scheme.price_year) or UNKNOWN
        means = words.of("means", scheme.means) if isinstance(scheme.means, str) else scheme.means
        yield Tied(scheme.name, means, frame, scheme.earmark, carry)


def _short(area: Area, line: Line, words: Names) -> InShort:
    project = line.project
    measures = project.measures if project else None
    owner = project.responsibility.owner if project and project.responsibility else None
    plan = project.plan if project else None
    return InShort(
        id=line.id,
        name=project.name if project else line.id,
        description=project.description if project else None,
        places=tuple(map(area.name_of, project.municipalities)) if project else (),
        measures=tuple(words.of("measure", each) for each in measures)
        if isinstance(measures, list)
        else UNKNOWN,
        owner=area.name_of(owner) if isinstance(owner, str) else owner,
        phase=words.of("phase", project.phase.phase) if project and project.phase else None,
        plan_level=plan.level if plan else None,
        plan_status=plan.status if plan else None,
        cost=cost_of(area, line.id),
        opening=opening(project),
        total=line.total,
    )


def cost_of(area: Area, id: str) -> Value | None:
    """The latest estimate of a project, or what is known to be unknown."""
    record = sheet_of(area, id)
    found = facts_of(record, area).get("kostnad") if record else None
    return found.value if found else None


def _risks(area: Area, own: Iterable[Line]) -> Iterator[Risk]:
    """Projects that have grown, get building money before the plan is adopted, or are later than planned."""
    index = index_of(area)
    for line in own:
        project = line.project
        if project is None:
            continue
        last = next(reversed(steps(points(project, index, None), index)), None)
        share = (last.real if last.real is not None else last.nominal) if last else None
        plan = project.plan
        lacks = bool(line.building) and (plan is None or plan.status is not PlanStatus.ADOPTED)
        late = next(
            (
                each
                for each in project.milestones
                if isinstance(each.planned, When)
                and isinstance(each.forecast, When)
                and days_late(each.planned, each.forecast)
            ),
            None,
        )
        if (share is not None and share > 0) or lacks or late:
            yield Risk(
                project.name,
                Ratio(share) if share is not None and share > 0 else None,
                last.since.dated if last and last.since else None,
                lacks,
                plan.status if plan else None,
                late.event if late else None,
                late.planned if late and isinstance(late.planned, When) else None,
                late.forecast if late and isinstance(late.forecast, When) else None,
            )


def _unfunded(area: Area, programme: Programme) -> Iterator[Left]:
    for each in programme.unfunded:
        yield _left(area, each.project, each.reason)


def _left(area: Area, id: str, reason: str | None) -> Left:
    project = area.one(Project, id)
    state = project.portfolio.state if project and project.portfolio else None
    return Left(project_name(area, id), reason, state)


def _changes(area: Area, programme: Programme, own: tuple[Line, ...]) -> Changes | None:
    """Against the programme that this one replaces; None where it replaces none."""
    before = area.one(Programme, programme.replaces)
    if before is None:
        return None
    earlier = {line.id.casefold(): line for line in lines(area, before)} if before.lines else {}
    if not earlier or not programme.lines:
        return Changes(before.name, False, (), (), ())
    now = {line.id.casefold(): line for line in own}
    reasons = {each.project.casefold(): each.reason for each in programme.unfunded}
    return Changes(
        before.name,
        True,
        tuple(project_name(area, line.id) for id, line in now.items() if id not in earlier),
        tuple(_left(area, line.id, reasons.get(id)) for id, line in earlier.items() if id not in now),
        tuple(
            Changed(project_name(area, line.id), earlier[id].total, line.total)
            for id, line in now.items()
            if id in earlier and _differs(earlier[id].total, line.total)
        ),
    )


def _differs(before: Pile, now: Pile) -> bool:
    return bool(before.levels and now.levels) and before.levels != now.levels
