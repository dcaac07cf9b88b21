"""All deadlines of an area: from its meetings, the cases on their agendas, and their minutes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.due import Authority, BodyRule, Due
from byvekst_cli.deadlines.item import Item
from byvekst_cli.deadlines.meetings import day_of, dues_by_rule, meetings_of
from byvekst_cli.deadlines.of_cases import case_items, local_items
from byvekst_cli.deadlines.people import members, secretariats
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import Meeting, MeetingForm, MeetingState, MinutesState
from byvekst_cli.model.when import When

MEETS = "meets"
ANSWERS = "answers"
_BEFOREHAND = 60
"""Days before a meeting within which one of its preparing body is taken to be for it."""
_SENT = {
    DeadlineKind.AGENDA: "final_list",
    DeadlineKind.CALL: "call",
    DeadlineKind.DISPATCH: "papers",
}
_BY_CASE = frozenset({DeadlineKind.SUBMISSION, DeadlineKind.DRAFT, DeadlineKind.ASSURANCE, DeadlineKind.LATE})
_AGREED = (MinutesState.APPROVED, MinutesState.PUBLISHED)


@lru_cache(maxsize=1)
def all_items(area: Area) -> tuple[Item, ...]:
    """Every deadline that can be told, by date. A meeting without an exact day has none."""
    found = [item for meeting in area.of(Meeting) for item in _of_meeting(meeting, area)]
    found += [item for case in area.of(Case) for item in local_items(case, area)]
    return tuple(sorted(found, key=lambda item: item.order))


def dues(area: Area, meeting: Meeting, kind: DeadlineKind) -> Iterator[tuple[Due, BodyRule | None]]:
    """When something must be done for a meeting: as set in its own file, else by each mandate's rule."""
    stated = getattr(meeting.deadlines, kind.name.lower(), None) if meeting.deadlines else None
    if isinstance(stated, When):
        yield Due(stated.last, Authority()), None
        return
    yield from dues_by_rule(area, meeting, kind)


def _of_meeting(record: Record[Meeting], area: Area) -> Iterator[Item]:
    meeting = record.model
    day = day_of(meeting)
    if day is None:
        return
    held = meeting.state is MeetingState.HELD
    base = Item(MEETS, Due(day, Authority()), record.path, record.id, meeting.body, until=day)
    base = replace(base, is_cancelled=not meeting.takes_place, is_done=held)
    if meeting.form is MeetingForm.WRITTEN:
        yield from _answers(base, meeting, area)
        return
    yield base
    for kind in DeadlineKind:
        for found, rule in dues(area, meeting, kind):
            item = replace(base, kind=kind.name.lower(), due=found, doers=_doers(rule, kind, meeting, area))
            if kind in _BY_CASE or kind is DeadlineKind.LOCAL:
                yield from case_items(item, kind, meeting, area, has_doers=bool(rule and rule.rule.doers))
            else:
                yield _settled(item, kind, meeting, rule, area)


def _doers(rule: BodyRule | None, kind: DeadlineKind, meeting: Meeting, area: Area) -> tuple[str, ...]:
    if rule is not None and rule.rule.doers:
        return tuple(rule.rule.doers)
    day = meeting.dated.first
    if kind in (DeadlineKind.SUBMISSION, DeadlineKind.DRAFT, DeadlineKind.REMARKS):
        return members(area, meeting.body, day)
    if kind is DeadlineKind.MEETING and rule is not None:
        return (rule.record.id,)
    return secretariats(area, day)


def _settled(item: Item, kind: DeadlineKind, meeting: Meeting, rule: BodyRule | None, area: Area) -> Item:
    """The same, with whether it is done as far as the meeting's file knows."""
    if kind in _SENT:
        sent = getattr(meeting.sent, _SENT[kind]) if meeting.sent else None
        return replace(item, is_done=item.is_done or sent is not None, done_on=sent)
    if kind is DeadlineKind.MEETING and rule is not None:
        met = met_before(rule.record.id, item.day, area)
        return replace(item, is_done=item.is_done or met is not None, done_on=met)
    if kind is DeadlineKind.ORDER:
        return replace(item, is_done=item.is_done or bool(meeting.agenda))
    return _of_minutes(item, kind, meeting) if kind.follows else item


def _of_minutes(item: Item, kind: DeadlineKind, meeting: Meeting) -> Item:
    """A meeting that nobody has marked as held gives nobody overdue minutes."""
    planned = meeting.state is MeetingState.PLANNED
    item = replace(item, is_done=False, until=max(item.day, meeting.dated.last) if planned else None)
    minutes = meeting.minutes
    if minutes is None:
        return item
    if kind is DeadlineKind.MINUTES:
        done_on = minutes.dated if isinstance(minutes.dated, When) else None
        return replace(item, is_done=minutes.state is not MinutesState.DRAFT, done_on=done_on)
    if kind is DeadlineKind.APPROVAL:
        return replace(item, is_done=minutes.state in _AGREED)
    if minutes.remarks_by is not None:
        item = replace(item, due=Due(minutes.remarks_by.last, Authority()))
    return replace(item, is_done=minutes.state in (MinutesState.REVISED, *_AGREED))


def met_before(body: str, day: date, area: Area) -> When | None:
    """The last meeting that a preparing body has, or has planned, in time."""
    first = day - timedelta(days=_BEFOREHAND)
    days = [
        record.model.dated
        for record in meetings_of(area, body)
        if first <= record.model.dated.first <= record.model.dated.last <= day
    ]
    return max(days, key=lambda when: when.last, default=None)


def _answers(base: Item, meeting: Meeting, area: Area) -> Iterator[Item]:
    """Answers in writing, asked of the members that have not given one."""
    written = meeting.written
    if written is None:
        return
    day = written.answer_by.last
    given = {answer.organisation.casefold() for answer in written.answers}
    waiting = tuple(id for id in members(area, meeting.body, day) if id.casefold() not in given)
    done = base.is_done or (bool(given) and not waiting)
    yield replace(base, kind=ANSWERS, due=Due(day, Authority()), doers=waiting, is_done=done, until=None)
