"""Deadlines in words: what, for which case or meeting, by whom, and why that day."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.calendar import calendar_of
from byvekst_cli.deadlines.due import Due
from byvekst_cli.deadlines.item import Item
from byvekst_cli.language import Say
from byvekst_cli.model.case import Case
from byvekst_cli.model.closed_days import ClosedDay
from byvekst_cli.model.mandate import ClosedDay as Moves
from byvekst_cli.model.mandate import DayCount, Mandate
from byvekst_cli.model.meeting import Meeting

_SHORT: Final = 3
_UNITS: Final = {DayCount.CALENDAR: "calendar", DayCount.WORKING: "working", None: "unsaid"}


def body_name(area: Area, id: str | None) -> str:
    """The name of a body or an organisation, or its id where it is not known."""
    mandate = area.one(Mandate, id)
    return mandate.name if mandate else area.name_of(id or "")


def about(item: Item, area: Area, say: Say, dated: Callable[[date], str]) -> str:
    """The case and the meeting that it is for; `dated` writes the day of the meeting."""
    meeting = area.one(Meeting, item.meeting)
    where = ""
    if meeting is not None:
        shown = say("due-meeting-of", body=body_name(area, item.body), day=dated(meeting.dated.first))
        where = body_name(area, item.body) if item.kind == "meets" else shown
    if item.kind == "meeting":
        bodies = ", ".join(body_name(area, doer) for doer in item.doers)
        return say("due-prepares", body=bodies, meeting=where)
    if item.case is None:
        return where
    return say("due-case-in", case=case_name(item, area), meeting=where) if where else case_name(item, area)


def case_name(item: Item, area: Area) -> str:
    """The title of the case."""
    case = area.one(Case, item.case)
    return case.title if case else item.case or ""


def who(item: Item, area: Area, say: Say) -> str:
    """Those who are to do it, or how many they are; a preparing body is named with its meeting."""
    if item.kind == "meeting":
        return ""
    if len(item.doers) > 2:
        return say("due-parties", n=len(item.doers))
    return ", ".join(body_name(area, doer) for doer in item.doers)


def why(due: Due, say: Say) -> Iterator[str]:
    """How the date was worked out, a sentence at a time; nothing for a date that stands in a file."""
    if due.meeting is None or due.days is None:
        return
    unit = say(f"unit-{_UNITS[due.count]}", n=due.days)
    direction = "after" if due.is_after else "before"
    yield say(f"why-{direction}", days=due.days, unit=unit, day=due.meeting)
    if due.count is None:
        yield say("why-count-unsaid")
    if not due.is_sure:
        yield say("why-unsure")


def moved(due: Due, area: Area, say: Say) -> Iterator[str]:
    """Why it was moved, or was not although the day is closed."""
    counted = due.counted
    if counted is None or not calendar_of(area).is_closed(counted):
        return
    facts = {"weekday": say.weekday(counted).capitalize(), "names": names(due.closed, say)}
    if due.was_moved:
        direction = "earlier" if due.day < counted else "later"
        yield say(f"why-moved-{direction}", counted=counted, **facts)
    elif due.closed_day is Moves.STAYS:
        yield say("why-stays", **facts)
    else:
        yield say("why-closed-unsaid", **facts)


def authority(item: Item, area: Area, say: Say, titled: Callable[[str | None], str | None]) -> str:
    """On what the date rests; `titled` makes the name of a source from its id."""
    told = item.due.authority
    if told.mandate is None:
        return say("why-file", file=item.path)
    name = body_name(area, told.mandate)
    if told.is_illustration:
        return say("why-illustration", body=name)
    return say("why-mandate", body=name, source=titled(told.source))


def explained(item: Item, area: Area, say: Say) -> str:
    """The whole of it."""
    return " ".join(
        [*why(item.due, say), *moved(item.due, area, say), authority(item, area, say, area.title)]
    )


def names(closed: tuple[ClosedDay, ...], say: Say) -> str | None:
    """What closed days are called."""
    called = [{str(key): name for key, name in each.names.items()} for each in closed]
    return ", ".join(each.get(say.language) or next(iter(each.values())) for each in called) or None


def named(days: date, area: Area, say: Say) -> str | None:
    """What a closed day is called, where it has a name."""
    return names(calendar_of(area).named(days), say)


def short_weekday(day: date, say: Say) -> str:
    """The first letters of its name, as calendars on walls have them."""
    return say.weekday(day)[:_SHORT]


def area_name(area: Area) -> str:
    """The name of the cooperation."""
    return area.file.name if area.file else area.name
