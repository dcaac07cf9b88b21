"""`portfolio`: all projects, inside the programme and outside it, in the order that the files give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named, Value
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.programme import Binding
from byvekst_cli.model.project import PlanLevel, PlanStatus, PortfolioState, Project
from byvekst_cli.model.unknown import UNKNOWN, Unknown
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.model.when import When
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.in_short import cost_of
from byvekst_cli.pack.money import Finances, money, opening
from byvekst_cli.pack.names import Names, area_name, names
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.lines import Line, lines

CANDIDATES: Final = (
    PortfolioState.CANDIDATE,
    PortfolioState.STUDY,
    PortfolioState.SUGGESTED,
    PortfolioState.POSTPONED,
)
"""The places of those that are not in the programme and not over, in the order that they are listed."""
_OVER: Final = (PortfolioState.DONE, PortfolioState.EVALUATED)


@dataclass(frozen=True, slots=True)
class Listed:
    """One project in the portfolio. `goals` and `effects` count what the sheet says of them."""

    id: str
    name: str
    places: tuple[str, ...]
    measures: tuple[Named | str, ...] | Unknown
    phase: Named | str | None
    plan_level: PlanLevel | Unknown | None
    plan_status: PlanStatus | Unknown | None
    state: PortfolioState | None
    since: When | Unknown | None
    decision: str | None
    binding: Binding | None
    cost: Value | None
    total: Pile
    opening: When | None
    goals: int
    effects: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class PortfolioDocument:
    """The document. `unplaced` are those whose sheets do not say where in the portfolio they are."""

    programme: str | None
    count: int
    inside: tuple[Listed, ...]
    candidates: tuple[Listed, ...]
    unplaced: tuple[Listed, ...]
    over: tuple[Listed, ...]
    withdrawn: tuple[Listed, ...]
    states: Mapping[str, int]
    without_effects: int
    without_cost: int
    money: Finances
    invented: bool


def portfolio_document(area: Area, id: str | None = None) -> PortfolioDocument:
    """Against a programme, or the one in force. Raises NotThere."""
    record = programme_of(area, id)
    if record is None and id is not None:
        raise NotThere("id", id, area.near(id, ("programme",)))
    programme, words = record.model if record else None, names(area)
    own = lines(area, programme)
    in_programme = {line.id.casefold(): line for line in own} if programme else {}
    reasons = {each.project.casefold(): each.reason for each in programme.unfunded} if programme else {}
    sheets = [record.model for record in area.of(Project)]
    listed = {
        sheet.id.casefold(): _listed(area, sheet, in_programme, reasons, words, own) for sheet in sheets
    }
    inside = [listed[id] if id in listed else _without_sheet(line) for id, line in in_programme.items()] or [
        each for each in listed.values() if each.state is PortfolioState.PROGRAMME
    ]
    held = {each.id.casefold() for each in inside}
    outside = [each for id, each in listed.items() if id not in held]
    everything = [*inside, *outside]
    return PortfolioDocument(
        programme=programme.name if programme else None,
        count=len(everything),
        inside=tuple(inside),
        candidates=tuple(_ordered(area, [each for each in outside if each.state in CANDIDATES])),
        unplaced=tuple(
            each for each in outside if each.state is None or each.state is PortfolioState.PROGRAMME
        ),
        over=tuple(each for each in outside if each.state in _OVER),
        withdrawn=tuple(each for each in outside if each.state is PortfolioState.WITHDRAWN),
        states=_counted(inside, outside),
        without_effects=sum(not each.effects for each in everything),
        without_cost=sum(each.cost is None or isinstance(each.cost, Unknown) for each in everything),
        money=(shown := money(area, programme, own, words, programme.name if programme else area_name(area))),
        invented=shown.invented,
    )


def _counted(inside: list[Listed], outside: list[Listed]) -> dict[str, int]:
    """How many are in the programme, and in each place outside it that a sheet names."""
    counts = {state.value: sum(each.state is state for each in outside) for state in PortfolioState}
    counts[PortfolioState.PROGRAMME.value] = len(inside)
    return {state: count for state, count in counts.items() if count}


def _listed(
    area: Area,
    sheet: Project,
    inside: Mapping[str, Line],
    reasons: Mapping[str, str | None],
    words: Names,
    own: tuple[Line, ...],
) -> Listed:
    plan, stands = sheet.plan, sheet.portfolio
    line = inside.get(sheet.id.casefold()) or next((each for each in own if each.id == sheet.id), None)
    measures = sheet.measures
    return Listed(
        id=sheet.id,
        name=sheet.name,
        places=tuple(map(area.name_of, sheet.municipalities)),
        measures=tuple(words.of("measure", each) for each in measures)
        if isinstance(measures, list)
        else UNKNOWN,
        phase=words.of("phase", sheet.phase.phase) if sheet.phase else None,
        plan_level=plan.level if plan else None,
        plan_status=plan.status if plan else None,
        state=stands.state if stands else None,
        since=stands.since if stands else None,
        decision=stands.decision if stands else None,
        binding=line.binding if line else None,
        cost=cost_of(area, sheet.id),
        total=line.total if line else Pile(),
        opening=opening(sheet),
        goals=len(sheet.goals),
        effects=len(sheet.effects),
        reason=reasons.get(sheet.id.casefold()),
    )


def _without_sheet(line: Line) -> Listed:
    """A line of the programme whose project has no sheet."""
    return Listed(
        id=line.id,
        name=line.id,
        places=(),
        measures=UNKNOWN,
        phase=None,
        plan_level=None,
        plan_status=None,
        state=PortfolioState.PROGRAMME,
        since=None,
        decision=None,
        binding=line.binding,
        cost=None,
        total=line.total,
        opening=None,
        goals=0,
        effects=0,
        reason=None,
    )


def _ordered(area: Area, found: list[Listed]) -> list[Listed]:
    """By place in the portfolio, then how far the plan and the project have come, then by id."""
    phases = {id.casefold(): phase.order for id, phase in area.all_of(Phase).items()}
    plans = (PlanStatus.ADOPTED, PlanStatus.CONSULTATION, PlanStatus.UNDER_WAY, PlanStatus.NOT_STARTED)
    sheets = {record.id.casefold(): record.model.phase for record in area.of(Project)}

    def order(each: Listed) -> tuple[int, int, int, str]:
        phase = sheets.get(each.id.casefold())
        come = int(phases.get(phase.phase.casefold(), 0)) if phase else 0
        plan = plans.index(each.plan_status) if isinstance(each.plan_status, PlanStatus) else len(plans)
        state = CANDIDATES.index(each.state) if each.state in CANDIDATES else len(CANDIDATES)
        return (state, plan, -come, each.id.casefold())

    return sorted(found, key=order)
