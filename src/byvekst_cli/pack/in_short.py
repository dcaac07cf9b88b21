"""A project of a programme in short."""

from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named, Value, facts_of
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.project import PlanLevel, PlanStatus
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.money import opening
from byvekst_cli.pack.names import Names
from byvekst_cli.portfolio.lines import Line
from byvekst_cli.portfolio.reported import sheet_of


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


def in_short(area: Area, line: Line, words: Names) -> InShort:
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
