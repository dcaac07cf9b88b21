"""The plan of cases for programs, version 1: ids and English words; dates as in the files."""

import json
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.for_case import items_for
from byvekst_cli.governance.shown import shown_state
from byvekst_cli.governance.story import Event
from byvekst_cli.governance.way import Stop
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.report.case_lines import Line
from byvekst_cli.report.cases import Listed

VERSION: Final = 1


def cases_json(listed: Listed) -> str:
    """`days` is from the day of the report to the deadline, and less than 0 when it is past."""
    report = _head(listed.area) | {"cases": [_line(line) for line in listed.lines]}
    return _text(report | {"finished_left_out": listed.finished})


def card_json(line: Line) -> str:
    """One case, with each treatment, deadline and task."""
    area = line.story.area
    deadlines = [
        {
            "kind": item.kind,
            "date": item.day.isoformat(),
            "standing": item.standing(area.as_of).value,
            "meeting": item.meeting,
            "doers": list(item.doers),
        }
        for item in items_for(area, line.story.record.id)
    ]
    rows = [_row(record.id, record.model) for record in line.story.rows]
    events = [_event(event) for event in line.story.events]
    case = _line(line) | {"treatments": events, "deadlines": deadlines, "follow_up": rows}
    return _text(_head(area) | {"case": case})


def _line(line: Line) -> dict[str, Any]:
    case, step, near = line.case, line.step, line.nearest
    shown = shown_state(line.story)
    sender = case.sender if isinstance(case.sender, str) else None
    return {
        "id": case.id,
        "path": line.story.record.path,
        "title": case.title,
        "kind": case.kind.value,
        "state": case.state.value,
        "state_shown_by_files": shown.value if shown else None,
        "contradictions": [each.value for each in line.against],
        "sender": sender,
        "group": line.group.value,
        "next": {"step": step.act.value, "with": list(step.doers)} if step else None,
        "deadline": {
            "kind": near.kind,
            "date": near.day.isoformat(),
            "days": line.days,
            "doers": list(near.doers),
        }
        if near
        else None,
        "passed": [_stop(stop) for stop in line.way.passed],
        "ahead": [_stop(stop) for stop in line.way.ahead],
    }


def _stop(stop: Stop) -> dict[str, Any]:
    """`body` is null for the parties' own councils."""
    event = stop.event
    found = {"body": stop.body, "date": str(event.when) if event and event.when else None}
    found["meeting"] = event.meeting.id if event and event.meeting else None
    return found if stop.body else found | {"done": list(stop.done), "missing": list(stop.missing)}


def _event(event: Event) -> dict[str, Any]:
    return {
        "body": event.body,
        "meeting": event.meeting.id if event.meeting else None,
        "date": str(event.when) if event.when else None,
        "over": event.is_over,
        "number": event.number,
        "handling": str(event.handling) if event.handling else None,
        "outcome": str(event.outcome) if event.outcome else None,
        "decision": list(event.decision),
    }


def _row(id: str, row: FollowUp) -> dict[str, Any]:
    return {
        "id": id,
        "what": row.what,
        "owner": row.owner if isinstance(row.owner, str) else row.body,
        "due": str(row.deadline) if row.deadline else None,
        "state": str(row.state),
    }


def _head(area: Area) -> dict[str, Any]:
    return {"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id}


def _text(report: dict[str, Any]) -> str:
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
