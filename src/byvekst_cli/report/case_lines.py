"""A case as a line of the plan: its way and next step beside its nearest deadline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.for_case import open_items
from byvekst_cli.deadlines.item import SOON
from byvekst_cli.governance.next_step import Next, next_step
from byvekst_cli.governance.shown import Contradiction, contradictions
from byvekst_cli.governance.story import Story, stories, story
from byvekst_cli.governance.wanted import is_quiet
from byvekst_cli.governance.way import Way, way
from byvekst_cli.model.case import Case
from byvekst_cli.model.follow_up import FollowUp


class Group(Enum):
    """Under which heading a case stands, in this order."""

    PAST = "past"
    WEEK = "week"
    LATER = "later"
    UNDATED = "undated"
    QUIET = "quiet"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest deadline, or the most overdue: the word for it, the day, and who is to do it."""

    kind: str
    day: date
    doers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Each part is worked out by itself; here they only stand beside each other."""

    story: Story
    way: Way
    step: Next | None
    nearest: Nearest | None
    against: tuple[Contradiction, ...]

    @property
    def case(self) -> Case:
        return self.story.case

    @property
    def days(self) -> int | None:
        """Until the nearest deadline; less than 0 when it is past."""
        return (self.nearest.day - self.story.area.as_of).days if self.nearest else None

    @property
    def group(self) -> Group:
        if self.step is None:
            return Group.FINISHED
        if is_quiet(self.story):
            return Group.QUIET
        if self.days is None:
            return Group.UNDATED
        return Group.PAST if self.days < 0 else Group.WEEK if self.days <= SOON else Group.LATER

    @property
    def order(self) -> tuple[int, date, str]:
        """By heading, then by deadline, then by id."""
        day = self.nearest.day if self.nearest else date.max
        return (list(Group).index(self.group), day, self.story.record.id.casefold())


def lines(area: Area) -> tuple[Line, ...]:
    """Every case of the area, the most pressing first."""
    return tuple(sorted((_line(each) for each in stories(area)), key=lambda line: line.order))


def line(area: Area, record: Record[Case]) -> Line:
    """One case."""
    return _line(story(area, record))


def _line(found: Story) -> Line:
    gone = way(found)
    step = next_step(found, gone)
    near = min(_deadlines(found, step), key=lambda each: each.day, default=None) if step else None
    return Line(found, gone, step, near, tuple(contradictions(found)))


def _deadlines(found: Story, step: Next | None) -> Iterator[Nearest]:
    """Those of the calendar, and of the tasks that are open."""
    for item in open_items(found.area, found.record.id):
        yield Nearest(item.kind, item.day, item.doers)
    for row in step.rows if step else ():
        if row.deadline is not None:
            yield Nearest("follow-up", row.deadline.last, _doers(row))


def _doers(row: FollowUp) -> tuple[str, ...]:
    return tuple(each for each in (row.owner, row.body) if isinstance(each, str))[:1]
