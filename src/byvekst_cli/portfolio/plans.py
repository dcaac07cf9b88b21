"""What was planned for a project, and how far what is told is from it: in money and in days."""

from decimal import Decimal

from byvekst_cli.area import Area
from byvekst_cli.model.funding_plan import FundingPlan
from byvekst_cli.model.money import Money
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Milestone, Project
from byvekst_cli.model.rounding import rounds_to
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.history import Point, points
from byvekst_cli.portfolio.prices import at_level


def now(milestone: Milestone) -> When | None:
    """When it happened, or else when it is expected."""
    return next((w for w in (milestone.actual, milestone.forecast) if isinstance(w, When)), None)


def planned(project: Project | None, row: Milestone) -> When | None:
    """The plan as the row has it, or else as the sheet has it."""
    own = (each for each in project.milestones if each.event is row.event) if project else ()
    plans = (each.planned for each in (row, *own))
    return next((plan for plan in plans if isinstance(plan, When)), None)


def days_late(plan: When | None, told: When | None) -> int:
    """At least so many days after the plan: from its last day to the first one told of; else 0."""
    return (told.first - plan.last).days if plan and told and plan.is_before(told) else 0


def index_of(area: Area) -> PriceIndex | None:
    """The price index that the area has chosen."""
    plan = next((record.model for record in area.of(FundingPlan)), None)
    return area.one(PriceIndex, plan.price_index if plan else None)


def planned_cost(project: Project | None) -> Money | None:
    """The decided frame, or else the latest estimate that is one figure."""
    if project is None:
        return None
    frame = project.funding.frame.money if project.funding and project.funding.frame else None
    return frame or (estimate.low if (estimate := last_estimate(project)) else None)


def last_estimate(project: Project) -> Point | None:
    """The latest estimate, where it is one figure."""
    found = points(project, None, None)
    return found[-1] if found and found[-1].is_exact else None


def growth(plan: Money | None, cost: Money | None, index: PriceIndex | None) -> Decimal | None:
    """How much dearer than the plan, as a ratio (0.1 is ten per cent); None where it cannot be told."""
    if plan is None or cost is None or plan.ore <= 0:
        return None
    level = cost.year.basis
    moved = (
        plan if plan.year == cost.year else at_level(plan, index, level) if isinstance(level, int) else None
    )
    if moved is None or cost.year.is_unknown:
        return None
    return Decimal(cost.ore) / moved.ore - 1


def same(one: Money, other: Money) -> bool:
    """Whether two amounts agree when one is rounded; those of different price levels are not told apart."""
    if one.year != other.year or one.year.is_unknown:
        return True
    amounts = one.in_mnok, other.in_mnok
    return rounds_to(*amounts) or rounds_to(*reversed(amounts))
