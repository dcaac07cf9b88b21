"""A calculated choice of programme as a document, or what lacks for one to be made."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from importlib.util import find_spec

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.choice.highs import NoAnswer
from byvekst_cli.choice.robust import Place
from byvekst_cli.choice.sampled import at_least
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.rounding import rounded_parts
from byvekst_cli.pack.asked import NotThere
from byvekst_cli.pack.plan import plan
from byvekst_cli.pack.plan_frame import OF_MEANS, Assumed, Basis, NoMoney, NoProjects, told_about
from byvekst_cli.pack.planned import MIDDLE, Asked, NoPlan, Plan, equals, has_many_starts
from byvekst_cli.pack.plans import basis, plan_programme
from byvekst_cli.value.told import Unusable, Values, values_of


class Lack(Enum):
    """What an area does not have that a calculation needs."""

    SOLVER = "solver"
    MONEY = "money"
    CRITERIA = "criteria"
    PROFILES = "profiles"
    PROJECTS = "projects"
    TIME = "time"


class Lacking(Exception):
    """Nothing can be calculated; `about` are the ids that are at fault, where there are any."""

    def __init__(self, lack: Lack, about: tuple[str, ...] = ()) -> None:
        super().__init__(lack, about)
        self.lack = lack
        self.about = ", ".join(about) or None


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A sentence by name, with its facts."""

    name: str
    about: str | tuple[str | Named, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Dearest:
    """The binding that makes the largest difference, in per cent; `low` and `high` where profiles differ."""

    name: str
    id: str
    what: str
    part: Decimal
    low: Decimal | None
    high: Decimal | None
    purpose: str | None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """What the template is filled with; `gap` and `least` are per cent."""

    name: str
    first: str
    last: str
    invented: bool
    plan: Plan | None
    sure: int
    depends: int
    no_room: int
    is_exact: bool
    programmes: int
    draws: str
    seed: str
    is_proven: bool
    gap: Decimal
    least: Decimal
    notes: tuple[NoteLine, ...]
    dearest: Dearest | None = None
    refused: NoPlan | None = None


def ready(area: Area) -> Values:
    """What a calculation values by. Raises Lacking."""
    if find_spec("highspy") is None or find_spec("numpy") is None:
        raise Lacking(Lack.SOLVER)
    try:
        values = values_of(area)
    except Unusable as why:
        raise Lacking(Lack.CRITERIA, why.criteria) from None
    if not values.profiles:
        raise Lacking(Lack.PROFILES, values.refused)
    return values


def reckoned_on(
    area: Area, values: Values, programme: Programme | None, years: tuple[int, int] | None
) -> Basis:
    """What there is to choose from. Raises Lacking."""
    if programme is None:
        raise Lacking(Lack.MONEY)
    try:
        return basis(area, values, programme, years)
    except NoMoney:
        raise Lacking(Lack.MONEY) from None
    except NoProjects:
        raise Lacking(Lack.PROJECTS) from None


def worked_out(area: Area, values: Values, found: Basis, asked: Asked) -> Plan | NoPlan:
    """The answer. Raises Lacking where the solver ran out of time before it had one."""
    try:
        return plan(area, values, found, asked)
    except NoAnswer:
        raise Lacking(Lack.TIME) from None


def plan_document(area: Area, id: str | None = None) -> PlanDocument:
    """Of a programme, or the last that says what comes in. Raises NotThere, Lacking."""
    programme = plan_programme(area, id)
    if id is not None and programme is None:
        raise NotThere("id", id, area.near(id, ("programme",)))
    values = ready(area)
    found = reckoned_on(area, values, programme, None)
    answer = worked_out(area, values, found, Asked())
    name = area.file.name if area.file else area.name
    if isinstance(answer, NoPlan):
        return _refused(name, answer)
    return _told(name, answer)


def _told(name: str, answer: Plan) -> PlanDocument:
    robust = answer.weights
    least = 1.0 if robust.is_exact else at_least(robust.draws, robust.draws)
    return PlanDocument(
        name=name,
        first=str(answer.basis.first),
        last=str(answer.basis.last),
        invented=answer.basis.invented,
        plan=answer,
        sure=len(answer.placed(Place.CORE)),
        depends=len(answer.placed(Place.BORDERLINE)),
        no_room=len(answer.placed(Place.EXTERIOR)),
        is_exact=robust.is_exact,
        programmes=robust.programmes,
        draws=str(robust.draws),
        seed=str(answer.asked.seed),
        is_proven=answer.best.gap == 0,
        gap=_percent(max(answer.best.gap, robust.gap)),
        least=_percent(least),
        notes=(*_cut_short(answer), *_notes(answer.basis)),
        dearest=_dearest(answer),
    )


def _dearest(answer: Plan) -> Dearest | None:
    """None where no binding makes a difference that is shown."""
    found = min(answer.prices, key=lambda each: (-each.part(MIDDLE), each.kind.value, each.id), default=None)
    if found is None or not _percent(found.part(MIDDLE)):
        return None
    low, high = map(_percent, found.parts)
    what = answer.basis.names.get(found.id, found.id)
    name, differ = f"choice-binding-{found.kind.value}", low != high
    return Dearest(
        name, found.id, what, _percent(found.part(MIDDLE)),
        low if differ else None, high if differ else None, answer.basis.purposes.get(found.id),
    )  # fmt: skip


def _refused(name: str, answer: NoPlan) -> PlanDocument:
    found = answer.basis
    return PlanDocument(
        name, str(found.first), str(found.last), found.invented, None, 0, 0, 0, True, 0, "", "",
        False, Decimal(0), Decimal(0), _notes(found), None, answer,
    )  # fmt: skip


def _notes(found: Basis) -> tuple[NoteLine, ...]:
    return tuple(
        NoteLine(f"choice-note-{each.note.value}", _about(each, found), len(each.about))
        for each in found.notes
    )


def _about(assumed: Assumed, found: Basis) -> str | tuple[str | Named, ...]:
    if assumed.note not in OF_MEANS:
        return told_about(assumed, found)
    named = ((id, found.means.get(id.casefold())) for id in assumed.about)
    return tuple(name.within if name else id for id, name in named)


def _cut_short(answer: Plan) -> tuple[NoteLine, ...]:
    found = [NoteLine(each, (), len(answer.near or ())) for each in equals(answer)]
    found += [NoteLine("choice-side-gap-short", (), 0)] if answer.widest else []
    found += [NoteLine("choice-one-start", (), 0)] if has_many_starts(answer.instance) else []
    return (*found, *([NoteLine("choice-unswapped", (), answer.unswapped)] if answer.unswapped else []))


def _percent(part: float) -> Decimal:
    shown = rounded_parts([Decimal(repr(part)) * 100], 1)[0]
    return shown if shown % 1 else shown.quantize(Decimal(1))
