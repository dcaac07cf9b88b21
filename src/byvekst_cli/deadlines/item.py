"""One thing to be done by a day, and how it stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from byvekst_cli.deadlines.due import Due
from byvekst_cli.model.when import When

SOON = 7
"""Days ahead within which a deadline is due rather than coming."""


class Standing(Enum):
    """How a deadline stands on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    COMING = "coming"
    DONE = "done"
    CANCELLED = "cancelled"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Item:
    """A deadline: what, for which meeting or case, by whom, and whether it is done.

    `kind` is the English name of what is to be done. `until` is the day after which an undone item
    has no more meaning: papers are not handed in for a meeting that is over.
    """

    kind: str
    due: Due
    path: str
    meeting: str | None = None
    body: str | None = None
    case: str | None = None
    doers: tuple[str, ...] = ()
    is_done: bool = False
    done_on: When | None = None
    is_cancelled: bool = False
    until: date | None = None

    @property
    def day(self) -> date:
        return self.due.day

    @property
    def id(self) -> str:
        """Made of the ids of records, so it stays the same when the date moves."""
        return "-".join(part for part in (self.meeting, self.case, self.kind) if part)

    @property
    def order(self) -> tuple[date, str, str]:
        return (self.day, self.meeting or "", f"{self.case or ''} {self.kind}")

    def standing(self, today: date) -> Standing:
        """How it stands; a date that is not reached is due in its last week."""
        if self.is_cancelled or self.is_done:
            return Standing.CANCELLED if self.is_cancelled else Standing.DONE
        if self.until is not None and self.until < today:
            return Standing.PASSED
        if self.day < today:
            return Standing.OVERDUE
        return Standing.DUE if self.day <= today + timedelta(days=SOON) else Standing.COMING
