"""Deadlines and plans for programs, version 1: dates as ISO 8601, and how each came about."""

import json
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.due import Due
from byvekst_cli.deadlines.item import Item
from byvekst_cli.deadlines.plan import Plan
from byvekst_cli.language import Say
from byvekst_cli.report.deadline_words import explained
from byvekst_cli.report.deadlines import Listed
from byvekst_cli.report.reminders import Reminder

VERSION: Final = 1


def deadlines_json(listed: Listed, reminders: tuple[Reminder, ...] | None, say: Say) -> str:
    """`days` is from the day of the report to the deadline, and less than 0 when it is past."""
    report = _head(listed.area) | {"deadlines": [_item(item, listed.area, say) for item in listed.items]}
    if reminders is not None:
        names = ("organisation", "language", "text")
        report["reminders"] = [{name: getattr(each, name) for name in names} for each in reminders]
    return _text(report)


def plan_json(plan: Plan, area: Area) -> str:
    """`slack` is in days; what no mandate says stands by itself."""
    steps = [
        {
            "kind": step.kind,
            "body": step.body,
            "date": step.day.isoformat(),
            "latest": step.latest.isoformat(),
            "slack": step.slack,
            "planned": step.is_planned,
            "doers": list(step.doers),
            "why": _why(step.due) if step.due else None,
        }
        for step in plan.steps
    ]
    untold = [kind.name.lower() for kind in plan.untold]
    return _text(_head(area) | {"steps": steps, "not_told": untold, "not_placed": list(plan.unplaced)})


def _head(area: Area) -> dict[str, Any]:
    return {"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id}


def _item(item: Item, area: Area, say: Say) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind,
        "date": item.day.isoformat(),
        "days": (item.day - area.as_of).days,
        "standing": item.standing(area.as_of).value,
        "meeting": item.meeting,
        "body": item.body,
        "case": item.case,
        "doers": list(item.doers),
        "done_on": str(item.done_on) if item.done_on else None,
        "path": item.path,
        "why": _why(item.due) | {"text": explained(item, area, say)},
    }


def _why(due: Due) -> dict[str, Any]:
    return {
        "meeting": due.meeting.isoformat() if due.meeting else None,
        "days": due.days,
        "direction": None if due.days is None else "after" if due.is_after else "before",
        "count": due.count.value if due.count else None,
        "closed_day": due.closed_day.value if due.closed_day else None,
        "counted": due.counted.isoformat() if due.counted else None,
        "closed": [dict(each.names) for each in due.closed],
        "sure": due.is_sure,
        "mandate": due.authority.mandate,
        "source": due.authority.source,
        "illustration": due.authority.is_illustration,
    }


def _text(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
