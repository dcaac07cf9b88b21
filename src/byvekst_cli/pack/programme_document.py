"""`programme`: the action programme with its goals, money, projects, budget year, changes and risks."""

from collections.abc import Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.case import Case
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile, together
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.budget_year import BudgetYear, budget_for, budget_year
from byvekst_cli.pack.changes import Changes, Left, changes, unfunded
from byvekst_cli.pack.goal_report import GoalPart, Wanted, goal_report
from byvekst_cli.pack.in_short import InShort, in_short
from byvekst_cli.pack.money import Finances, money
from byvekst_cli.pack.names import names
from byvekst_cli.pack.priorities import Bound, Doer, Tied, bound, doers, schemes
from byvekst_cli.pack.risks import Risk, risks
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.lines import Line, lines, reserve


@dataclass(frozen=True, slots=True)
class Lacking:
    """A source that is used for more than comes in, in one year (MNOK)."""

    name: Named | str
    year: str
    amount: Money


@dataclass(frozen=True, slots=True)
class Head:
    """The programme itself; `stated` is its own total."""

    name: str
    since: str | None
    until: str | None
    agreement: str | None
    state: PlanState | Unknown | None
    state_known: bool
    adopted: When | None
    case: str | None
    stated: Money | Unknown | None
    remark: str | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What the lines add up to: in the programme's years, and in all.

    `unpriced` counts those whose sum is not known; `reserve` is P85 − P50 of `reserves` projects.
    """

    programme: Pile
    total: Pile
    has_programme: bool
    has_total: bool
    is_mixed: bool
    unpriced: int
    reserves: int
    reserve: Pile


@dataclass(frozen=True, slots=True)
class ProgrammeDocument:
    """The document; without a `head` no programme has lines, and it is of all projects with money.

    `silent_goals` have neither a known rule nor a judgement.
    """

    head: Head | None
    sums: Sums
    goals: tuple[GoalPart, ...]
    silent_goals: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    answering: str | None
    doers: tuple[Doer, ...]
    bound: tuple[Bound, ...]
    schemes: tuple[Tied, ...]
    money: Finances
    lacking: tuple[Lacking, ...]
    projects: tuple[InShort, ...]
    budget: BudgetYear | None
    changes: Changes | None
    unfunded: tuple[Left, ...]
    risks: tuple[Risk, ...]
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
    return ProgrammeDocument(
        head=_head(area, programme) if programme else None,
        sums=_sums(own),
        goals=goals.goals,
        silent_goals=tuple(
            each.name for each in goals.goals if not each.has_rule and not each.standing.judged
        ),
        wanted=goals.wanted,
        answering=goals.programme,
        doers=tuple(doers(area)),
        bound=tuple(bound(own)),
        schemes=tuple(schemes(area, words)),
        money=shown,
        lacking=tuple(_lacking(shown)),
        projects=tuple(in_short(area, line, words) for line in own),
        budget=budget_year(area, budget) if budget else None,
        changes=changes(area, programme, own) if programme else None,
        unfunded=tuple(unfunded(area, programme)) if programme else (),
        risks=tuple(risks(area, own)),
        invented=shown.invented or goals.invented,
    )


def _head(area: Area, programme: Programme) -> Head:
    since, until = _known(programme.period.since), _known(programme.period.until)
    agreement, case = area.one(Agreement, programme.agreement), area.one(Case, programme.case)
    total = programme.total
    return Head(
        name=programme.name,
        since=str(since) if since else None,
        until=str(until) if until else None,
        agreement=agreement.name if agreement else None,
        state=programme.state,
        state_known=isinstance(programme.state, PlanState),
        adopted=_known(programme.adopted),
        case=case.title if case else None,
        stated=None if total is None else total.money or UNKNOWN,
        remark=programme.note,
    )


def _sums(own: tuple[Line, ...]) -> Sums:
    total = together(line.total for line in own)
    reserves, kept = reserve(own)
    return Sums(
        programme=together(line.programme for line in own),
        total=total,
        has_programme=any(line.programme.levels for line in own),
        has_total=bool(total.levels),
        is_mixed=total.is_mixed,
        unpriced=sum(1 for line in own if not line.total.levels),
        reserves=reserves,
        reserve=kept,
    )


def _lacking(shown: Finances) -> Iterator[Lacking]:
    for each in shown.sources:
        left = each.row.left
        if left is not None and left.ore < 0:
            yield Lacking(each.name, str(each.row.year), Money(-left.ore, left.year))


def _known(when: object) -> When | None:
    return when if isinstance(when, When) else None
