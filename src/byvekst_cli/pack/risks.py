"""What speaks for that projects become dearer or later, as far as their sheets tell."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Event, Milestone, PlanStatus, Project
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.ratio import Ratio
from byvekst_cli.portfolio.history import points, steps
from byvekst_cli.portfolio.lines import Line
from byvekst_cli.portfolio.plans import days_late, index_of


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


def risks(area: Area, own: Iterable[Line]) -> Iterator[Risk]:
    """Projects that have grown, get building money before the plan is adopted, or are later than planned."""
    index = index_of(area)
    for line in own:
        if line.project is not None:
            found = _risk(line.project, line, index)
            if found.growth or found.lacks_plan or found.event:
                yield found


def _risk(project: Project, line: Line, index: PriceIndex | None) -> Risk:
    last = next(reversed(steps(points(project, index, None), index)), None)
    share = (last.real if last.real is not None else last.nominal) if last else None
    late = next((each for each in project.milestones if _is_late(each)), None)
    status = project.plan.status if project.plan else None
    return Risk(
        name=project.name,
        growth=Ratio(share) if share is not None and share > 0 else None,
        since=last.since.dated if last and last.since else None,
        lacks_plan=bool(line.building) and status is not PlanStatus.ADOPTED,
        plan=status,
        event=late.event if late else None,
        planned=_known(late.planned) if late else None,
        forecast=_known(late.forecast) if late else None,
    )


def _is_late(each: Milestone) -> bool:
    return days_late(_known(each.planned), _known(each.forecast)) > 0


def _known(when: object) -> When | None:
    return when if isinstance(when, When) else None
