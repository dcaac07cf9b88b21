"""The annual wheel as tables: month by month, what breaks in a year, and what must come before what."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from byvekst_cli.deadlines.wheel_breaks import Broken
from byvekst_cli.deadlines.wheel_links import Tie
from byvekst_cli.deadlines.wheel_year import Step
from byvekst_cli.language import Say
from byvekst_cli.language.yearly import meeting_day, month_name, time_of
from byvekst_cli.pack.laid_wheel import LaidWheel, Row
from byvekst_cli.pack.wheel_page import WheelPage
from byvekst_cli.report.cells import capital, filled
from byvekst_cli.report.grid import Grid

WIDE: Final = 120
"""Columns of a window from which each track has a column of its own."""
TRACKS: Final = ("handlingsprogram", "lokal", "rapportering", "måloppnåelse", "stat", "meeting")


def year_grid(laid: LaidWheel, say: Say, width: int | None) -> Grid:
    """A row for each activity and meeting; the month stands where it begins.

    In a wide window a row for each month and a column for each track.
    """
    rows = sorted(laid.rows, key=lambda row: (row.day or date.max, _when(row, say), row.track, row.what))
    title = say("wheel-year", year=str(laid.year))
    if width is not None and width >= WIDE:
        return _by_track(title, rows, laid.year, say)
    shown = []
    month = ""
    for row in rows:
        now = _month(row, laid.year, say)
        track, what = say(f"track-short-{row.track}"), f"{row.what}{_by(row.who)}"
        shown.append([now if now != month else "", _when(row, say), track, what])
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


def year_table(page: WheelPage, say: Say) -> Grid:
    """For a document: the time has the month in it, and who has it stands in a column of its own."""
    rows = []
    for row in page.laid.rows:
        what = say.doc("wheel-meeting", body=row.what) if row.meeting else row.what
        rows.append([capital(_when(row, say)), what, row.who, say(f"track-short-{row.track}")])
    head = [say("wheel-when-head"), say("wheel-what"), say.doc("wheel-who"), say("wheel-track")]
    return filled(Grid(say("wheel-year", year=str(page.laid.year)), head, rows, numbers=()), say)


def broken_table(page: WheelPage, say: Say) -> Grid:
    """What does not hold in the page's year."""
    return broken_grid(page.broken, page.laid.year, say)


def harmony_table(page: WheelPage, say: Say) -> Grid:
    """What must come before what."""
    return filled(harmony_grid(page.ties, say), say)


def _when(row: Row, say: Say) -> str:
    if row.meeting is not None:
        return meeting_day(row.meeting, say)
    return time_of(row.activity, say) if row.activity else ""


def _month(row: Row, year: int, say: Say) -> str:
    return month_name(row.day.month, say) if row.day and row.day.year == year else _elsewhere(row.day, say)


def _by_track(title: str, rows: Sequence[Row], year: int, say: Say) -> Grid:
    used = [track for track in TRACKS if any(row.track == track for row in rows)]
    by_month: dict[str, dict[str, list[str]]] = {month_name(at, say): {} for at in range(1, 13)}
    for row in rows:
        when, month = _when(row, say), _month(row, year, say)
        words = row.what if when in (month, say("unknown")) else f"{when}: {row.what}"
        by_month.setdefault(month, {}).setdefault(row.track, []).append(words)
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
