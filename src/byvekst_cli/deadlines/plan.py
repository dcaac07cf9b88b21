"""Planning backwards from a meeting: the chain of steps that the mandates' rules give, latest dates first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.calendar import BACK, calendar_of
from byvekst_cli.deadlines.due import BodyRule, Due, due, rules_for
from byvekst_cli.deadlines.items import MEETS, met_before
from byvekst_cli.deadlines.people import local_parties_of, members, secretariats
from byvekst_cli.model.mandate import ClosedDay, DeadlineKind, Mandate

PREPARING: Final = frozenset({"koordineringsgruppe", "arbeidsutvalg"})
"""Roles of bodies that treat a case before the body that they report to."""
EXPECTED: Final = (
    DeadlineKind.ORDER,
    DeadlineKind.SUBMISSION,
    DeadlineKind.DRAFT,
    DeadlineKind.ASSURANCE,
    DeadlineKind.LOCAL,
    DeadlineKind.CALL,
    DeadlineKind.DISPATCH,
    DeadlineKind.MINUTES,
)
"""What a way to a meeting is made of, whether or not a mandate has a rule for it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what, for whose meeting, by whom, the proposed day, and the latest one by the rule.

    `meeting` says that the day is that of a meeting already held or planned.
    """

    kind: str
    body: str
    day: date
    latest: date
    doers: tuple[str, ...] = ()
    due: Due | None = None
    is_planned: bool = False

    @property
    def slack(self) -> int:
        """Days by which the step can slip without breaking its own rule."""
        return (self.latest - self.day).days


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps by date, and what no mandate says: kinds of step, and preparing bodies without a rule."""

    steps: tuple[Step, ...]
    untold: tuple[DeadlineKind, ...]
    unplaced: tuple[str, ...]


def plan(area: Area, body: str, day: date) -> Plan:
    """The chain to a meeting of a body on a day. Nothing is invented where a mandate is silent."""
    bodies = {body.casefold()}
    steps = [Step(MEETS, body, day, day), *_chain(area, body, day, bodies)]
    known = {step.kind for step in steps}
    untold = tuple(kind for kind in EXPECTED if kind.name.lower() not in known)
    rank = [kind.name.lower() for kind in DeadlineKind]
    steps.sort(key=lambda step: (step.day, rank.index(step.kind) if step.kind in rank else len(rank)))
    return Plan(tuple(steps), untold, tuple(_unplaced(area, bodies, day)))


def _chain(area: Area, body: str, day: date, bodies: set[str]) -> Iterator[Step]:
    """The steps to one body's meeting, and to those of the bodies that prepare it."""
    for rule in rules_for(area, body, day):
        found = due(rule, day, calendar_of(area))
        if found is None:
            continue
        if rule.rule.kind is not DeadlineKind.MEETING:
            yield _step(rule, body, found, area)
        elif rule.record.id.casefold() not in bodies:
            bodies.add(rule.record.id.casefold())
            meets = _meets(rule.record.id, found, area)
            yield meets
            yield from _chain(area, meets.body, meets.day, bodies)


def _step(rule: BodyRule, body: str, found: Due, area: Area) -> Step:
    kind = rule.rule.kind
    day = found.day
    if found.closed_day is None and not found.is_after:
        day = calendar_of(area).nearest_open(day, BACK) or day
    doers = tuple(rule.rule.doers)
    if not doers and kind is DeadlineKind.LOCAL:
        doers = local_parties_of(area, body, day)
    elif not doers and kind in (DeadlineKind.SUBMISSION, DeadlineKind.DRAFT, DeadlineKind.REMARKS):
        doers = members(area, body, day)
    return Step(kind.name.lower(), body, day, found.day, doers or secretariats(area, day), found)


def _meets(body: str, found: Due, area: Area) -> Step:
    """When a preparing body meets: as already planned, else on the last open day that does."""
    planned = met_before(body, found.day, area)
    if planned is not None:
        return Step(MEETS, body, planned.last, found.day, (), found, is_planned=True)
    stays = found.closed_day is ClosedDay.STAYS
    day = found.day if stays else calendar_of(area).nearest_open(found.day, BACK)
    return Step(MEETS, body, day or found.day, found.day, (), found)


def _unplaced(area: Area, bodies: set[str], day: date) -> Iterator[str]:
    """Preparing bodies whose mandates do not say how long before the next body they meet."""
    for record in area.of(Mandate):
        above = record.model.reports_to
        prepares = record.model.role in PREPARING and record.model.is_in_force(day)
        if not prepares or record.id.casefold() in bodies:
            continue
        if isinstance(above, str) and above.casefold() in bodies:
            yield record.id
