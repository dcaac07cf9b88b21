"""An area as a choice of programme: candidates, money and bindings, and what could not be taken along."""

from collections.abc import Mapping
from fractions import Fraction

from byvekst_cli.area import Area
from byvekst_cli.choice.instance import (
    Candidate,
    Instance,
    Weights,
)
from byvekst_cli.model.funding_plan import Scheme, Split
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import Project
from byvekst_cli.model.when import When
from byvekst_cli.pack.names import names
from byvekst_cli.pack.plan_frame import Basis, Frame, NoMoney, NoProjects
from byvekst_cli.pack.plan_money import (
    capacities_of,
    covers_of,
    earmarks_of,
    incomes_of,
    shares_of,
    sources_of,
    splits_of,
)
from byvekst_cli.pack.plan_projects import bounds_of, candidates_of, own_shares_of, planning_of, relations_of
from byvekst_cli.value.told import Values


def plan_programme(area: Area, id: str | None) -> Programme | None:
    """The one asked for, else the last one that says what comes in."""
    if id is not None:
        return area.one(Programme, id)
    told = [record.model for record in area.of(Programme) if record.model.income]
    return max(told, key=lambda each: (_first_year(each), each.id), default=None)


def _first_year(programme: Programme) -> int:
    since = programme.period.since
    return since.first.year if isinstance(since, When) else 0


def basis(area: Area, values: Values, programme: Programme, years: tuple[int, int] | None) -> Basis:
    """Of one programme's income and years. Raises NoMoney, NoProjects."""
    frame = Frame(area, values, programme, years)
    incomes = incomes_of(frame)
    if not incomes:
        raise NoMoney
    splits = splits_of(frame, set(incomes))
    candidates = tuple(candidates_of(frame, set(incomes), splits))
    if not candidates:
        raise NoProjects(frame.told())
    known = {each.id: each for each in candidates}
    instance = Instance(
        candidates,
        sources_of(frame, incomes, candidates),
        frame.last,
        earmarks=tuple(earmarks_of(frame, incomes, known)),
        shares=tuple(shares_of(frame, splits)),
        covers=tuple(covers_of(frame, incomes)),
        own_shares=tuple(own_shares_of(frame, incomes, known)),
        bounds=tuple(bounds_of(frame, known)),
        capacities=tuple(capacities_of(frame)),
        **relations_of(frame, known),
    )
    profiles = {id: _floats(each.point) for id, each in frame.values.profiles.items()}
    extremes = dict.fromkeys(_floats(w) for each in frame.values.profiles.values() for w in each.extremes)
    return Basis(
        instance,
        frame.programme,
        frame.first,
        frame.last,
        frame.level,
        profiles,
        tuple(extremes),
        tuple(each.id for each in frame.values.measures),
        _names(frame, known),
        frame.purposes,
        frame.reasons,
        frame.told(),
        _is_invented(frame, known),
        names(frame.area).words["means"],
    )


def _names(frame: Frame, known: Mapping[str, Candidate]) -> dict[str, str]:
    sheets = ((id, frame.area.one(Project, id)) for id in known)
    names = {record.id: record.model.name for record in frame.area.of(Project)}
    names |= {id: sheet.name for id, sheet in sheets if sheet}
    names |= {record.id: record.model.name for record in frame.area.of(Scheme)}
    names |= {f"{record.id}-del": record.model.name for record in frame.area.of(Scheme)}
    names |= {record.id: record.model.name for record in frame.area.of(Split)}
    names |= {record.id: record.model.name for record in frame.area.of(Indicator)}
    names |= dict(frame.values.names)
    return names | {each.id: each.criterion.name for each in frame.values.measures}


def _is_invented(frame: Frame, known: Mapping[str, Candidate]) -> bool:
    """Whether any figure that is reckoned with says that it is."""
    sheets = (planning_of(frame, id) for id in known)
    rows = (row for sheet in sheets for row in (sheet, *sheet.starts))
    marked = [frame.programme, *frame.programme.income, frame.values.model, *rows]
    scored = (each.assessment for each in frame.values.projects)
    return any(each.illustration for each in (*marked, *scored))


def _floats(weights: tuple[Fraction, ...]) -> Weights:
    return tuple(map(float, weights))
