"""One deadline: so many days before or after a meeting, moved off closed days, and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.calendar import BACK, ON, Calendar
from byvekst_cli.model.block import Sourced
from byvekst_cli.model.closed_days import ClosedDay as Closed
from byvekst_cli.model.mandate import ClosedDay, DayCount, Deadline, DeadlineKind, Mandate


@dataclass(frozen=True, slots=True)
class Authority:
    """On what a date rests: a mandate's rule with its source, or that it was set by itself in a file."""

    mandate: str | None = None
    source: str | None = None
    is_illustration: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """A date that explains itself.

    `counted` is where the count ends before it is moved off a closed day. `closed` says why that day
    is closed, where it has a name. `is_sure` is false for years whose holidays are not known.
    `count` and `closed_day` are None where the rule does not say; calendar days are then counted,
    and the date stays where it falls.
    """

    day: date
    authority: Authority
    meeting: date | None = None
    days: int | None = None
    is_after: bool = False
    count: DayCount | None = None
    closed_day: ClosedDay | None = None
    counted: date | None = None
    closed: tuple[Closed, ...] = ()
    is_sure: bool = True

    @property
    def was_moved(self) -> bool:
        return self.counted is not None and self.counted != self.day


@dataclass(frozen=True, slots=True)
class BodyRule:
    """A deadline in a mandate, and its number in the list there."""

    record: Record[Mandate]
    index: int

    @property
    def rule(self) -> Deadline:
        return self.record.model.deadlines[self.index]

    @property
    def authority(self) -> Authority:
        said: Sourced = self.rule if self.rule.has_provenance else self.record.model
        return Authority(self.record.id, said.source, bool(said.illustration) and not said.source)


@lru_cache(maxsize=1)
def rules_by_body(area: Area) -> dict[str, tuple[BodyRule, ...]]:
    """The deadlines that are counted from a body's meetings, whichever mandate they stand in."""
    found: dict[str, list[BodyRule]] = {}
    for record in sorted(area.of(Mandate), key=lambda record: record.id):
        for index, rule in enumerate(record.model.deadlines):
            body = rule.anchor(record.id).casefold()
            found.setdefault(body, []).append(BodyRule(record, index))
    return {body: tuple(rules) for body, rules in found.items()}


def rules_for(area: Area, body: str, day: date, kind: DeadlineKind | None = None) -> tuple[BodyRule, ...]:
    """Those of mandates in force on the day, of one kind or all."""
    rules = rules_by_body(area).get(body.casefold(), ())
    return tuple(
        rule
        for rule in rules
        if (kind is None or rule.rule.kind is kind)
        and rule.rule.applies(day)
        and rule.record.model.is_in_force(day)
    )


def due(body_rule: BodyRule, meeting: date, calendar: Calendar) -> Due | None:
    """The date that a rule gives for a meeting, or None where the rule gives none."""
    rule = body_rule.rule
    if not isinstance(rule.days, Decimal):
        return None
    step = ON if rule.is_after else BACK
    counted = _counted(meeting, int(rule.days), step, rule, calendar)
    day = _moved(counted, rule, calendar) if counted else None
    if counted is None or day is None:
        return None
    return Due(
        day,
        body_rule.authority,
        meeting,
        int(rule.days),
        rule.is_after,
        rule.count if isinstance(rule.count, DayCount) else None,
        rule.closed_day if isinstance(rule.closed_day, ClosedDay) else None,
        counted,
        calendar.named(counted),
        all(calendar.knows(each) for each in (meeting, counted, day)),
    )


def _counted(meeting: date, days: int, step: int, rule: Deadline, calendar: Calendar) -> date | None:
    if rule.count is DayCount.WORKING:
        return calendar.working(meeting, days, step)
    return meeting + timedelta(days=step * days)


def _moved(day: date, rule: Deadline, calendar: Calendar) -> date | None:
    if rule.closed_day is ClosedDay.EARLIER:
        return calendar.nearest_open(day, BACK)
    return calendar.nearest_open(day, ON) if rule.closed_day is ClosedDay.LATER else day


def latest(found: Due, calendar: Calendar) -> date:
    """The last day by any reading of what the rule leaves open, so that nobody is called late on a guess."""
    day = found.day
    if found.count is None and found.is_after and found.meeting is not None and found.days is not None:
        day = calendar.working(found.meeting, found.days, ON) or day
    return day if found.closed_day is not None else calendar.nearest_open(day, ON) or day
