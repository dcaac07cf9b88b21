"""A year's budget as a document shows it: what was adopted, what has moved, and what deviates."""

from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.model.budget import Budget, Concerns, DeviationState, Purse
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.programme import PlanState, Programme
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.names import project_name
from byvekst_cli.portfolio.budget import rows


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One project, or the purse that is no project."""

    name: str
    adopted: Pile
    carried: Pile
    moved: Pile
    regulated: Pile
    spent: Pile


@dataclass(frozen=True, slots=True)
class Moved:
    """Money that was moved from one purse to another."""

    origin: str
    target: str
    amount: Money | None
    reason: str | None
    decided: When | Unknown | None


@dataclass(frozen=True, slots=True)
class Deviates:
    """A project that departs from the budget."""

    project: str
    concerns: Concerns
    cause: str | Unknown | None
    measure: str | Unknown | None
    state: DeviationState


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """One year: adopted + carried over ± moved = regulated."""

    year: str
    name: str
    state: PlanState | Unknown | None
    state_known: bool
    rows: tuple[BudgetRow, ...]
    moved: tuple[Moved, ...]
    deviations: tuple[Deviates, ...]


def budget_for(area: Area, programme: Programme | None) -> Budget | None:
    """For the year ahead, or else the latest: of the programme where there is one."""
    own = [record.model for record in area.of(Budget) if programme is None or _is_of(record.model, programme)]
    own.sort(key=lambda each: (each.year <= area.as_of.year + 1, each.year))
    return own[-1] if own else None


def _is_of(budget: Budget, programme: Programme) -> bool:
    """Whether the budget says so, or else whether its year is one of the programme's."""
    if budget.programme is not None:
        return budget.programme.casefold() == programme.id.casefold()
    return programme.period.has_year(int(budget.year))


def budget_year(area: Area, budget: Budget) -> BudgetYear:
    """What the year has, and everything that has moved in it."""
    return BudgetYear(
        str(budget.year),
        budget.name,
        budget.state,
        isinstance(budget.state, PlanState),
        tuple(
            BudgetRow(
                project_name(area, row.name), row.adopted, row.carried, row.moved, row.regulated, row.spent
            )
            for row in rows(budget)
        ),
        tuple(
            Moved(
                _purse(area, each.origin),
                _purse(area, each.target),
                each.money,
                each.reason,
                each.decided.dated if each.decided else None,
            )
            for each in budget.reallocations
        ),
        tuple(
            Deviates(project_name(area, each.project), each.concerns, each.cause, each.measure, each.state)
            for each in budget.deviations
        ),
    )


def _purse(area: Area, purse: Purse) -> str:
    """The project, or what the money belongs to, or else the source itself."""
    return project_name(area, purse.project) if purse.project else purse.what or str(purse.means)
