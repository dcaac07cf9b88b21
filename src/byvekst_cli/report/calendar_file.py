"""Deadlines and meetings as an iCalendar file (RFC 5545): whole days that do not block anybody's time.

The same files give the same bytes: identifiers are made of the records' ids, and the stamp is the last
day that the files know something to have happened, never the clock.

What calendars do with it, from their documentation and reported faults: Outlook takes `METHOD:PUBLISH`
for a calendar of its own, shows whole days as busy unless told otherwise, and does not show a status of
cancelled, so the title says it too; Google remembers an identifier for ever, so it holds the area's id.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.item import Item
from byvekst_cli.deadlines.stamp import last_known
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.meeting import Meeting, MeetingState
from byvekst_cli.model.text import file_stem
from byvekst_cli.report.deadline_words import about, body_name, explained

PRODUCT: Final = "-//byvekst//byvekst deadlines//NO"

_BEGINNING: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Revisions are numbered by days from here, so that what is known later has a higher number."""


def calendar_file(items: Iterable[Item], area: Area, say: Say) -> bytes:
    """What is not done yet, and what was cancelled; lines end in CRLF and hold at most 75 octets."""
    from icalendar import Calendar

    name = safe(say("calendar-name", area=area.file.name if area.file else area.name))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    stamp = datetime.combine(last_known(area), time(), UTC)
    for item in items:
        calendar.add_component(_event(item, stamp, area, say))
    return bytes(calendar.to_ical())


def events(items: Iterable[Item]) -> tuple[Item, ...]:
    """Those that belong in a calendar, whatever day it is: all but what is done."""
    return tuple(item for item in items if not item.is_done or item.is_cancelled)


def _event(item: Item, stamp: datetime, area: Area, say: Say) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{file_stem(item.id)}@{file_stem(area.id)}.byvekst")
    event.add("dtstamp", stamp)
    event.add("sequence", (stamp - _BEGINNING).days + item.is_cancelled)
    event.add("dtstart", item.day)
    event.add("dtend", item.day + timedelta(days=1))
    event.add("summary", safe(_title(item, area, say)))
    event.add("description", safe(_description(item, area, say)))
    event.add("status", "CANCELLED" if item.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    event.add("class", "PUBLIC")
    return event


def _title(item: Item, area: Area, say: Say) -> str:
    what = say("calendar-event", what=say(f"due-{item.kind}"), about=about(item, area, say, say.day))
    if not item.is_cancelled:
        return what
    meeting = area.one(Meeting, item.meeting)
    was_moved = meeting is not None and meeting.state is MeetingState.MOVED
    return say("calendar-moved" if was_moved else "calendar-cancelled", what=what)


def _description(item: Item, area: Area, say: Say) -> str:
    doers = ", ".join(body_name(area, doer) for doer in item.doers)
    return f"{doers}. {explained(item, area, say)}" if doers else explained(item, area, say)
