"""`byvekst wheel` for programs, version 1; days are of the year that the wheel is laid on."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_breaks import Broken
from byvekst_cli.deadlines.wheel_links import Tie
from byvekst_cli.deadlines.wheel_year import Step, meetings, steps
from byvekst_cli.pack.laid_wheel import track_of

VERSION: Final = 1


def wheel_json(area: Area, year: int, found: Sequence[Broken], ties: Sequence[Tie]) -> str:
    """The year, what breaks in it, and what must come before what."""
    report = {
        "version": VERSION,
        "area": area.id,
        "as_of": area.as_of.isoformat(),
        "year": year,
        "activities": [_step(each) for each in steps(area, year)],
        "meetings": [
            {"id": each.id, "body": each.body, "date": each.dated.text, "state": each.state.value}
            for each in meetings(area, year)
        ],
        "broken": [_broken(each) for each in found],
        "links": [_tie(each) for each in ties],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _step(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "name": step.activity.name,
        "track": step.activity.track.value,
        "local_treatment": step.activity.local is not None,
        "shown_as": track_of(step),
        "first": _day(step.stretch.first),
        "last": _day(step.stretch.last),
        "concerns": step.concerns,
        "body": step.activity.body,
        "who": step.activity.others,
    }


def _broken(broken: Broken) -> dict[str, Any]:
    return {
        "what": broken.what.value,
        "activity": broken.step.id,
        "day": _day(broken.day),
        "instead": _day(broken.instead),
        "needs": broken.tie.earlier.id if broken.tie else None,
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {"earlier": tie.earlier.id, "later": tie.later.id, "order": tie.order.value, "days": tie.room}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
