"""The deadline plan in tables: a year of them, or the way to a meeting."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from byvekst_cli.deadlines.due import Due
from byvekst_cli.deadlines.item import Standing
from byvekst_cli.language import Say
from byvekst_cli.language.yearly import short_day
from byvekst_cli.model.mandate import DayCount
from byvekst_cli.pack.deadline_plan import Deadline, DeadlinePlan
from byvekst_cli.report.cells import filled
from byvekst_cli.report.grid import Grid

_UNITS = {DayCount.CALENDAR: "calendar", DayCount.WORKING: "working", None: "unsaid"}
_NAMED = 2
"""Doers that are named; more are counted."""


def by_month(plan: DeadlinePlan, say: Say) -> Grid:
    """All deadlines of the year in one table, so that the columns stand under each other."""
    title = say.doc("deadlines-doc-all", year=str(plan.year))
    return _grid(title, list(plan.deadlines), lambda day: _dated(day, say), say)


def overdue(plan: DeadlinePlan, say: Say) -> Grid:
    """What should have been done, and is not registered: all of them stand the same."""
    grid = _grid(say.doc("deadlines-doc-late"), list(plan.overdue), lambda day: _dated(day, say), say)
    at = grid.head.index(say.doc("deadlines-doc-stands"))
    rows = [[*row[:at], *row[at + 1 :]] for row in grid.rows]
    return Grid(grid.title, [*grid.head[:at], *grid.head[at + 1 :]], rows, numbers=())


def _grid(title: str, found: list[Deadline], day: Callable[[date], str], say: Say) -> Grid:
    head = [say.doc(f"deadlines-doc-{name}") for name in ("day", "what", "about", "who", "stands", "rule")]
    rows = [
        [
            day(each.day),
            say(f"due-{each.kind}"),
            _about(each, say),
            _who(each.who, say),
            say.doc(f"deadlines-doc-{each.standing.value}"),
            rule(each.rule, say) if each.standing is not Standing.DONE else "",
        ]
        for each in found
    ]
    return filled(Grid(title, head, rows, numbers=()), say)


def _dated(day: date, say: Say) -> str:
    return f"{say.weekday(day)[:3]} {short_day(day, say)}"


def _about(each: Deadline, say: Say) -> str:
    if each.body is None:
        return each.case or ""
    if each.kind == "meets" or each.meets is None:
        return each.body
    meeting = say("due-meeting-of", body=each.body, day=short_day(each.meets, say))
    return say("due-case-in", case=each.case, meeting=meeting) if each.case else meeting


def _who(who: tuple[str, ...], say: Say) -> str:
    return ", ".join(who) if len(who) <= _NAMED else say("due-parties", n=len(who))


def rule(due: Due, say: Say) -> str:
    """How the day was worked out, short; nothing for a day that stands in a file."""
    if due.meeting is None or due.days is None:
        return ""
    unit = say(f"unit-{_UNITS[due.count]}", n=due.days)
    direction = "after" if due.is_after else "before"
    return say.doc(f"deadlines-doc-{direction}", days=due.days, unit=unit)


def steps(plan: DeadlinePlan, say: Say) -> Grid:
    """The steps by date, with how far each can slip and how long it is to the next."""
    head = [say.doc(f"deadlines-doc-{name}") for name in ("day", "what", "body", "who", "slack", "next")]
    rows = []
    for step in plan.steps:
        what = say(f"due-{step.kind}")
        what = say("plan-planned", what=what) if step.is_planned else what
        rows.append(
            [
                f"{_dated(step.day, say)} {step.day.year}",
                what,
                step.body,
                _who(step.who, say),
                str(step.slack),
                "",
            ]
        )
    for row, (step, following) in zip(rows, pairwise(plan.steps), strict=False):
        row[-1] = str((following.day - step.day).days)
    return filled(Grid(say("plan-steps"), head, rows, numbers=(4, 5)), say)
