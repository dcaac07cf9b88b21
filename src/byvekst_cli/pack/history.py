"""What a section on earlier treatment should hold: who treated the matter, what came of it, the cost."""

from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area, Record
from byvekst_cli.governance.consensus import held
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import AgendaItem, ExceptionKind, Exempted, Meeting, MinutesState
from byvekst_cli.model.price_index import PriceIndex
from byvekst_cli.model.project import Project
from byvekst_cli.model.treatment import Handling, LocalTreatment, Outcome, PointOutcome, Treatment
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.history import Point, Step, points, steps
from byvekst_cli.portfolio.plans import index_of

_TOLD = (ExceptionKind.RESERVATION, ExceptionKind.DISSENT)
_AGREED = (Outcome.ENDORSED, Outcome.DECIDED)
_APPROVED = (MinutesState.APPROVED, MinutesState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Position:
    """A party's reservation or dissent, in its own words where they are registered."""

    organisation: str
    text: str | None
    is_dissent: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """One treatment. `approved` is False where the minutes are not, so that positions are not to be cited.

    `points` are those that a council did not simply agree to.
    """

    case: str
    title: str
    body: str
    dated: When | None
    number: str | None
    handling: Handling | None
    outcome: Outcome | None
    decision: tuple[str, ...]
    positions: tuple[Position, ...]
    is_local: bool
    approved: bool
    on_behalf_of: str | None = None
    points: tuple[PointOutcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """A project's estimates up to the day, and the steps between those that can be compared."""

    project: str
    name: str
    points: tuple[Point, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Everything up to the day that an area is seen on."""

    case: Case
    treatments: tuple[Earlier, ...]
    costs: tuple[Cost, ...]


def history(area: Area, case: Case) -> History:
    """Of a case, and of other cases about its projects; in the order of the days, undated last."""
    found = [each for about in _about(area, case) for each in _of_case(area, about)]
    known = [each for each in found if each.dated is None or each.dated.first <= area.as_of]
    known.sort(key=lambda each: (each.dated.first if each.dated else date.max, each.case, each.is_local))
    index = index_of(area)
    projects = [area.one(Project, id) for id in case.projects]
    costs = (_cost(project, index, area.as_of) for project in projects if project)
    return History(case, tuple(known), tuple(cost for cost in costs if len(cost.points) > 1))


def _about(area: Area, case: Case) -> list[Case]:
    """The case, and those that share a project with it."""
    own = {project.casefold() for project in case.projects}
    cases = (record.model for record in area.of(Case) if record.model.id != case.id)
    return [case, *(each for each in cases if own.intersection(map(str.casefold, each.projects)))]


def _of_case(area: Area, case: Case) -> list[Earlier]:
    """What meetings say and what the case says; a meeting that both tell of is told once."""
    found, told = [], set()
    for record in held(area):
        for item in record.model.agenda:
            if item.case and item.case.casefold() == case.id.casefold():
                found.append(_in_meeting(area, case, record, item))
                told.add(record.id.casefold())
    others = (each for each in case.treatments if (each.meeting or "").casefold() not in told)
    found.extend(_treated(area, case, each) for each in others)
    return [*found, *(_local(area, case, each) for each in case.local if each.outcome)]


def _in_meeting(area: Area, case: Case, record: Record[Meeting], item: AgendaItem) -> Earlier:
    meeting = record.model
    positions = [_position(area, each) for each in item.exceptions if each.kind in _TOLD]
    return Earlier(
        case.id,
        case.title,
        _body(area, meeting.body),
        meeting.dated,
        item.number,
        item.handling if isinstance(item.handling, Handling) else None,
        item.outcome if isinstance(item.outcome, Outcome) else None,
        tuple(item.decision),
        tuple(positions),
        is_local=False,
        approved=bool(meeting.minutes and meeting.minutes.state in _APPROVED),
    )


def _position(area: Area, each: Exempted) -> Position:
    return Position(area.name_of(each.organisation), each.text, each.kind is ExceptionKind.DISSENT)


def _treated(area: Area, case: Case, each: Treatment) -> Earlier:
    meeting = area.one(Meeting, each.meeting)
    dated = meeting.dated if meeting else each.dated
    return Earlier(
        case.id,
        case.title,
        _body(area, each.body),
        dated if isinstance(dated, When) else None,
        None,
        each.handling if isinstance(each.handling, Handling) else None,
        each.outcome if isinstance(each.outcome, Outcome) else None,
        tuple(each.decision),
        tuple(Position(area.name_of(organisation), None, is_dissent=True) for organisation in each.dissent),
        is_local=False,
        approved=True,
    )


def _local(area: Area, case: Case, each: LocalTreatment) -> Earlier:
    council = f", {each.council}" if isinstance(each.council, str) else ""
    return Earlier(
        case.id,
        case.title,
        f"{area.name_of(each.organisation)}{council}",
        each.dated if isinstance(each.dated, When) else None,
        each.number,
        None,
        each.outcome if isinstance(each.outcome, Outcome) else None,
        (each.additions,) if each.additions else (),
        (),
        is_local=True,
        approved=True,
        on_behalf_of=each.on_behalf_of,
        points=tuple(point for point in each.points if point.text or point.outcome not in _AGREED),
    )


def _body(area: Area, id: str) -> str:
    mandate = area.one(Mandate, id)
    return mandate.name if mandate else id


def _cost(project: Project, index: PriceIndex | None, day: date) -> Cost:
    known = tuple(each for each in points(project, index, None) if not each.dated or each.dated.first <= day)
    return Cost(project.id, project.name, known, steps(known, index))
