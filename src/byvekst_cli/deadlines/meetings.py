"""Meetings by body, in order of their days."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.calendar import calendar_of
from byvekst_cli.deadlines.due import BodyRule, Due, due, latest, rules_for
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting, MeetingDeadlines, MeetingForm


@lru_cache(maxsize=1)
def _by_body(area: Area) -> dict[str, tuple[Record[Meeting], ...]]:
    found: dict[str, list[Record[Meeting]]] = {}
    for record in sorted(area.of(Meeting), key=lambda record: (record.model.dated.first, record.id)):
        found.setdefault(record.model.body.casefold(), []).append(record)
    return {body: tuple(records) for body, records in found.items()}


def meetings_of(area: Area, body: str) -> tuple[Record[Meeting], ...]:
    """Those of a body that are held or are to be."""
    return tuple(record for record in _by_body(area).get(body.casefold(), ()) if record.model.takes_place)


def day_of(meeting: Meeting) -> date | None:
    """The day of a meeting, where it is one."""
    return meeting.dated.first if meeting.dated.first == meeting.dated.last else None


def is_ordinary(meeting: Meeting) -> bool:
    """Whether the mandates' ordinary deadlines must hold; haste is what an extraordinary meeting is for."""
    return meeting.takes_place and meeting.form is MeetingForm.ORDINARY


def dues_by_rule(area: Area, meeting: Meeting, kind: DeadlineKind) -> Iterator[tuple[Due, BodyRule]]:
    """When something must be done for a meeting, by the mandates alone."""
    day = day_of(meeting)
    if day is None:
        return
    for rule in rules_for(area, meeting.body, day, kind):
        found = due(rule, day, calendar_of(area))
        if found is not None:
            yield found, rule


def too_late(area: Area, meeting: Meeting, kind: DeadlineKind, day: date) -> Iterator[tuple[date, BodyRule]]:
    """The last day and the rule, where a day is after it by every reading of the rule."""
    for found, rule in dues_by_rule(area, meeting, kind):
        last = latest(found, calendar_of(area))
        if found.is_sure and day > last:
            yield last, rule


def dates_for(area: Area, body: str, day: date) -> dict[str, date]:
    """What a new meeting can set by its body's rules: the keys of its deadlines, and dates."""
    found: dict[str, date] = {}
    for kind in DeadlineKind:
        if kind.name.lower() not in MeetingDeadlines.model_fields:
            continue
        dues = (due(rule, day, calendar_of(area)) for rule in rules_for(area, body, day, kind))
        days = [each.day for each in dues if each is not None]
        if days:
            found[kind.value] = min(days)
    return found
