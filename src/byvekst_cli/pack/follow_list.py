"""What meetings have asked for and is not done, with who has it and by when."""

from collections.abc import Iterable
from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.governance.follow import Wanted, follow_ups, is_overdue
from byvekst_cli.model.follow_up import FollowUp, FollowUpState
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When
from byvekst_cli.pack.called import body_name


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; `asked` is the body and the day of the decision, `number` the item there."""

    what: str
    owner: str | None
    due: When | Unknown | None
    state: FollowUpState | Unknown | None
    is_overdue: bool
    asked_by: str | None
    asked_on: When | None
    number: str | None
    evidence: str | None


def open_tasks(area: Area, meeting: Meeting) -> tuple[Task, ...]:
    """Those that the same body asked for, and those of the cases on the agenda: by date, undated last."""
    rows = (record.model for record in follow_ups(area, Wanted(also_closed=False)))
    mine = [row for row in rows if _is_for(area, row, meeting)]
    return _by_date(tasks(area, mine))


def tasks(area: Area, rows: Iterable[FollowUp]) -> tuple[Task, ...]:
    """Rows of the follow-up with names in place of ids."""
    return tuple(_task(area, row) for row in rows)


def asked_in(area: Area, meeting: Record[Meeting]) -> tuple[Task, ...]:
    """What a meeting asked for, also what is done since."""
    rows = (record.model for record in follow_ups(area, Wanted()))
    mine = [r for r in rows if isinstance(r.meeting, str) and r.meeting.casefold() == meeting.id.casefold()]
    return _by_date(tasks(area, mine))


def _by_date(found: tuple[Task, ...]) -> tuple[Task, ...]:
    def day(task: Task) -> str:
        return task.due.last.isoformat() if isinstance(task.due, When) else "9999"

    return tuple(sorted(found, key=day))


def _is_for(area: Area, row: FollowUp, meeting: Meeting) -> bool:
    if row.case is not None and meeting.has_case(row.case):
        return True
    asked = area.one(Meeting, row.meeting) if isinstance(row.meeting, str) else None
    same = asked is not None and asked.body.casefold() == meeting.body.casefold()
    return same and asked is not None and asked.dated.first < meeting.dated.first


def _task(area: Area, row: FollowUp) -> Task:
    asked = area.one(Meeting, row.meeting) if isinstance(row.meeting, str) else None
    owner = row.owner if isinstance(row.owner, str) else row.body
    return Task(
        row.what,
        body_name(area, owner) if owner else None,
        row.due,
        row.state,
        is_overdue(row, area.as_of),
        body_name(area, asked.body) if asked else None,
        asked.dated if asked else None,
        row.number,
        row.evidence,
    )
