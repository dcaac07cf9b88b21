"""The annual wheel laid on a year: what is drawn, and what the page on the wheel says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_year import Step, meetings, steps
from byvekst_cli.model.block import Sourced
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.wheel import Activity, Wheel
from byvekst_cli.pack.names import area_name, body_name


@dataclass(frozen=True, slots=True)
class LaidWheel:
    """An area's year: the activities by time, and each body by name with its meetings.

    `invented` is whether any part of the area's own wheel says of itself that it is an illustration.
    """

    name: str
    day: date
    year: int
    steps: tuple[Step, ...]
    meetings: tuple[tuple[str, tuple[Meeting, ...]], ...]
    invented: bool


def laid_wheel(area: Area, year: int) -> LaidWheel:
    """The activities and meetings of one year."""
    by_body: dict[str, list[Meeting]] = {}
    for meeting in meetings(area, year):
        by_body.setdefault(body_name(area, meeting.body), []).append(meeting)
    bodies = tuple((body, tuple(held)) for body, held in sorted(by_body.items()))
    return LaidWheel(area_name(area), area.as_of, year, steps(area, year), bodies, is_invented(area))


def is_invented(area: Area) -> bool:
    """Whether any part of the area's own wheel says of itself that it is an illustration."""
    marked: Sequence[Sourced] = [record.model for record in (*area.of(Activity), *area.of(Wheel))]
    return any(each.illustration for each in marked)
