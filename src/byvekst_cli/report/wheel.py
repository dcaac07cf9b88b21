"""The annual wheel as tables: month by month, what breaks in a year, and what must come before what."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_breaks import Broken
from byvekst_cli.deadlines.wheel_links import Tie
from byvekst_cli.deadlines.wheel_year import Step, meetings, steps
from byvekst_cli.language import Say
from byvekst_cli.language.yearly import meeting_day, month_name, time_of
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.report.grid import Grid

Row = tuple[date | None, list[str]]
WIDE: Final = 120
"""Columns of a window from which each track has a column of its own."""
TRACKS: Final = ("handlingsprogram", "lokal", "rapportering", "måloppnåelse", "stat", "meeting")


def track_of(step: Step) -> str:
    """The track that a step is shown on: local treatment has its own."""
    return "lokal" if step.activity.local else step.activity.track.value


def year_grid(area: Area, year: int, say: Say, width: int | None) -> Grid:
    """A row for each activity and meeting; the month stands where it begins.

    In a wide window a row for each month and a column for each track.
    """
    rows = sorted(_rows(area, year, say), key=lambda row: (row[0] or date.max, row[1]))
    title = say("wheel-year", year=str(year))
    if width is not None and width >= WIDE:
        return _by_track(title, rows, year, say)
    shown = []
    month = ""
    for day, cells in rows:
        now = month_name(day.month, say) if day and day.year == year else _elsewhere(day, say)
        when, track, what, who = cells
        shown.append([now if now != month else "", when, say(f"track-short-{track}"), f"{what}{_by(who)}"])
        month = now
    head = [say(f"wheel-{name}") for name in ("month", "when-head", "track", "what")]
    return Grid(title, head, shown, numbers=())


def broken_grid(found: Sequence[Broken], year: int, say: Say) -> Grid:
    """What does not hold in the year, and the nearest day that would."""
    rows = [[each.step.activity.name, _told(each, say)] for each in found]
    head = [say("wheel-what"), say("wheel-trouble")]
    return Grid(say("wheel-broken", year=str(year)), head, rows, numbers=())


def harmony_grid(found: Sequence[Tie], say: Say) -> Grid:
    """What must be done before what, and whether the wheel has it so."""
    head = [say(f"wheel-{name}") for name in ("earlier", "later", "order", "room")]
    rows = [[_named(tie.earlier, say), _named(tie.later, say), _order(tie, say), _room(tie)] for tie in found]
    return Grid(say("wheel-harmony"), head, rows, numbers=(3,))


def body_name(area: Area, meeting: Meeting) -> str:
    """What the body is called, or its id where there is no mandate."""
    mandate = area.one(Mandate, meeting.body)
    return mandate.name if mandate else meeting.body


def _rows(area: Area, year: int, say: Say) -> Iterator[Row]:
    for step in steps(area, year):
        day = step.stretch.first or step.stretch.last
        body = area.one(Mandate, step.activity.body)
        who = body.name if body else (step.activity.body or step.activity.others or "")
        yield day, [time_of(step.activity, say), track_of(step), step.activity.name, who]
    for meeting in meetings(area, year):
        yield meeting.dated.first, [meeting_day(meeting, say), "meeting", body_name(area, meeting), ""]


def _by_track(title: str, rows: Sequence[Row], year: int, say: Say) -> Grid:
    used = [track for track in TRACKS if any(cells[1] == track for _, cells in rows)]
    by_month: dict[str, dict[str, list[str]]] = {month_name(at, say): {} for at in range(1, 13)}
    for day, (when, track, what, _) in rows:
        month = month_name(day.month, say) if day and day.year == year else _elsewhere(day, say)
        words = what if when in (month, say("unknown")) else f"{when}: {what}"
        by_month.setdefault(month, {}).setdefault(track, []).append(words)
    head = [say("wheel-month"), *(say(f"track-short-{track}") for track in used)]
    body = [[month, *("; ".join(own.get(track, [])) for track in used)] for month, own in by_month.items()]
    return Grid(title, head, body, numbers=())


def _elsewhere(day: date | None, say: Say) -> str:
    return say("unknown") if day is None else f"{month_name(day.month, say)} {day.year}"


def _by(who: str) -> str:
    return f" ({who})" if who else ""


def _told(broken: Broken, say: Say) -> str:
    tie = broken.tie
    facts = {
        "day": broken.day,
        "instead": broken.instead,
        "earlier": tie.earlier.activity.name if tie else None,
        "time": time_of(tie.earlier.activity, say) if tie else time_of(broken.step.activity, say),
    }
    return say(f"wheel-{broken.what.value}", **facts)


def _named(step: Step, say: Say) -> str:
    return f"{step.activity.name} ({time_of(step.activity, say)})"


def _order(tie: Tie, say: Say) -> str:
    return say(f"order-{tie.order.value}")


def _room(tie: Tie) -> str:
    """How many days the councils have at most, where the later is theirs."""
    return str(tie.room) if tie.is_of_councils and tie.room is not None else ""
