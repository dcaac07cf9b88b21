"""The annual wheel laid on a year: what is drawn, and what the page on the wheel says."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_year import Step, meetings, steps
from byvekst_cli.model.block import Sourced
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.wheel import Activity, Wheel
from byvekst_cli.pack.names import area_name, body_name


@dataclass(frozen=True, slots=True)
class Row:
    """One activity or one meeting: the day it is sorted by, its track, and who has it.

    `track` is one of the wheel's own, `lokal` for local treatment, or `meeting`.
    """

    day: date | None
    track: str
    what: str
    who: str
    activity: Activity | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class LaidWheel:
    """An area's year: the activities by time, each body by name with its meetings, and both as rows by day.

    `invented` is whether any part of the area's own wheel says of itself that it is an illustration.
    """

    name: str
    day: date
    year: int
    steps: tuple[Step, ...]
    meetings: tuple[tuple[str, tuple[Meeting, ...]], ...]
    rows: tuple[Row, ...]
    invented: bool


def laid_wheel(area: Area, year: int) -> LaidWheel:
    """The activities and meetings of one year."""
    by_body: dict[str, list[Meeting]] = {}
    for meeting in meetings(area, year):
        by_body.setdefault(body_name(area, meeting.body), []).append(meeting)
    bodies = tuple((body, tuple(held)) for body, held in sorted(by_body.items()))
    found = steps(area, year)
    rows = sorted(_rows(area, year, found), key=lambda row: (row.day or date.max, row.track, row.what))
    return LaidWheel(area_name(area), area.as_of, year, found, bodies, tuple(rows), is_invented(area))


def track_of(step: Step) -> str:
    """The track that a step is shown on: local treatment has its own."""
    return "lokal" if step.activity.local else step.activity.track.value


def _rows(area: Area, year: int, found: Iterable[Step]) -> Iterator[Row]:
    for step in found:
        own = step.activity
        who = body_name(area, own.body) if own.body else own.others or ""
        yield Row(step.stretch.first or step.stretch.last, track_of(step), own.name, who, activity=own)
    for meeting in meetings(area, year):
        yield Row(meeting.dated.first, "meeting", body_name(area, meeting.body), "", meeting=meeting)


def is_invented(area: Area) -> bool:
    """Whether any part of the area's own wheel says of itself that it is an illustration."""
    marked: Sequence[Sourced] = [record.model for record in (*area.of(Activity), *area.of(Wheel))]
    return any(each.illustration for each in marked)
