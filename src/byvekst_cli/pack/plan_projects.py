"""The projects of an area as candidates, with what hangs together."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from byvekst_cli.choice.instance import (
    Bound,
    Candidate,
    OwnShare,
    Pair,
    Span,
    Start,
)
from byvekst_cli.model.funding_plan import Split
from byvekst_cli.model.money import Money
from byvekst_cli.model.planning import Planning, StartOption
from byvekst_cli.model.programme import Binding
from byvekst_cli.model.project import Project
from byvekst_cli.pack.plan_frame import Frame, Note
from byvekst_cli.portfolio.status import is_over
from byvekst_cli.value.judged import Judged
from byvekst_cli.value.told import Scored

HUNDRED: Final = 100
_DONE: Final = frozenset({"åpnet", "ferdig"})
"""Phases of the catalogue in which nothing more is to be built."""


def candidates_of(frame: Frame, means: set[str], splits: list[tuple[str, Split]]) -> Iterator[Candidate]:
    for record in sorted(frame.area.of(Project), key=lambda each: each.id):
        scored = frame.scored.get(record.id.casefold())
        planning = record.model.planning
        if planning is None:
            if scored is not None and not _is_done(record.model):
                frame.note(Note.NO_COST, record.id)
            continue
        if scored is None and not _is_bound(frame, record.model):
            frame.note(Note.NO_ASSESSMENT, record.id)
            continue
        starts = tuple(_starts(frame, record.id, planning))
        if len(starts) < len(planning.starts):
            continue
        groups = tuple(_groups(frame, record.model, splits))
        pay = {each.casefold() for each in planning.means} or means
        yield Candidate(record.id, starts, _effects(frame, record.id, scored), frozenset(pay & means), groups)


def _effects(frame: Frame, id: str, scored: Scored | None) -> tuple[Span, ...]:
    if scored is None:
        frame.note(Note.BOUND_WITHOUT_VALUE, id)
        return (Span(0.0, 0.0, 0.0),) * len(frame.values.measures)
    if not scored.is_whole:
        frame.note(Note.UNKNOWN_EFFECT, id)
    return tuple(map(_effect, scored.judged))


def _effect(judged: Judged) -> Span:
    low, likely, high = map(float, judged.span.ends)
    return Span(low, likely, high, judged.driver and judged.driver.casefold(), judged.rises)


def _starts(frame: Frame, id: str, planning: Planning) -> Iterator[Start]:
    """Each way of doing it; none where a cost is unknown or at a level that cannot be moved."""
    for at, option in enumerate(planning.starts):
        if option.name in {each.name for each in planning.starts[:at]}:
            frame.note(Note.UNCLEAR_START, id)
            continue
        cost: dict[int, int] = {}
        for when, amount in option.years.items():
            money = Money.known(amount, planning.price_year)
            if money is None:
                frame.note(Note.UNKNOWN_COST, id)
                return
            ore = frame.moved(money, Note.OTHER_PRICE_YEAR, id)
            if ore is None:
                return
            if when.first.year < frame.first:
                frame.note(Note.EARLIER_COST, id)
            else:
                cost[when.first.year] = cost.get(when.first.year, 0) + ore
        yield Start(option.name, tuple(sorted(cost.items())), tuple(_uses(option)))


def _groups(
    frame: Frame, project: Project, splits: list[tuple[str, Split]]
) -> Iterator[tuple[str, Fraction]]:
    whole = sum(project.municipalities.values(), Decimal(0))
    if splits and not whole:
        frame.note(Note.NO_PLACE, project.id)
    for id, split in splits:
        named = {
            member.casefold(): party
            for party in split.shares
            for member in (party, *split.includes.get(party, ()))
        }
        for place, percent in project.municipalities.items():
            party = named.get(place.casefold())
            if party is None:
                frame.note(Note.NO_PLACE, project.id)
            elif whole:
                yield f"{id}:{party.casefold()}", Fraction(percent) / Fraction(whole)


def own_shares_of(
    frame: Frame, incomes: Mapping[str, object], known: Mapping[str, Candidate]
) -> Iterator[OwnShare]:
    for id in known:
        planning = planning_of(frame, id)
        for means, percent in planning.own_shares.items():
            if means.casefold() in incomes:
                part = Fraction(percent) / HUNDRED
                yield OwnShare(f"egenandel-{means.casefold()}", id, means.casefold(), part)
            else:
                frame.note(Note.NO_MEANS, f"{id}: {means}")


def planning_of(frame: Frame, id: str) -> Planning:
    project = frame.area.one(Project, id)
    return project.planning if project and project.planning else Planning.model_construct()


def _is_bound(frame: Frame, project: Project) -> bool:
    tied = project.planning is not None and project.planning.tie is not None
    return tied or project.id.casefold() in _bound_lines(frame)


def _bound_lines(frame: Frame) -> dict[str, str]:
    """Lines that the programme itself calls bound, and why."""
    lines = (line for line in frame.programme.lines if line.binding is Binding.BOUND)
    return {line.project.casefold(): line.note or frame.programme.name for line in lines}


def bounds_of(frame: Frame, known: Mapping[str, Candidate]) -> Iterator[Bound]:
    lines = _bound_lines(frame)
    for id in known:
        tie = planning_of(frame, id).tie
        if tie is not None:
            frame.reasons[id] = tie.reason
            frame.purposes |= {id: tie.purpose} if tie.purpose else {}
            is_there = tie.start is None or tie.start in {each.id for each in known[id].starts}
            if not is_there:
                frame.note(Note.UNCLEAR_START, id)
            yield Bound(id, tie.start if is_there else None)
        elif id.casefold() in lines:
            frame.reasons[id] = lines[id.casefold()]
            yield Bound(id)


def relations_of(frame: Frame, known: Mapping[str, Candidate]) -> dict[str, Any]:
    """Between candidates; what needs a project that is not among them cannot be in."""
    own = {id.casefold(): id for id in known}
    made: dict[str, dict[object, None]] = {"requires": {}, "excludes": {}, "bundles": {}}
    points: dict[tuple[str, str], float] = {}
    out = set()
    for id in known:
        planning = planning_of(frame, id)
        for name, key in (("requires", "requires"), ("excludes", "excludes"), ("bundle", "bundles")):
            for other in getattr(planning, name):
                found = own.get(other.casefold())
                if found is None and name != "excludes":
                    frame.note(Note.NOT_HERE, f"{id}: {other}")
                    out.add(id)
                elif found is not None and found != id:
                    both = (id, found) if name == "requires" else (min(id, found), max(id, found))
                    made[key][both] = None
        for pair in planning.pairs:
            found = own.get(pair.other.casefold())
            if found is not None and found != id:
                both = (min(id, found), max(id, found))
                told = points.get(both, float(pair.points))
                if told != float(pair.points):
                    frame.note(Note.TWO_PAIRS, f"{both[0]}–{both[1]}")
                points[both] = min(told, float(pair.points))
    pairs = tuple(Pair(*both, own) for both, own in points.items())
    return {key: tuple(rows) for key, rows in made.items()} | {"pairs": pairs, "forced_out": frozenset(out)}


def _is_done(project: Project) -> bool:
    """Whether there is nothing left to choose, as far as the sheet says."""
    return is_over(project) or (project.phase is not None and project.phase.phase in _DONE)


def _uses(option: StartOption) -> Iterator[tuple[str, int, int]]:
    for resource, years in option.uses.items():
        for when, count in years.items():
            yield resource.casefold(), when.first.year, int(count)
