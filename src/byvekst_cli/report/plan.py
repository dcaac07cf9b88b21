"""A plan backwards from a meeting as a table."""

from datetime import date
from itertools import pairwise

from byvekst_cli.area import Area
from byvekst_cli.deadlines.calendar import calendar_of
from byvekst_cli.deadlines.plan import Plan, Step
from byvekst_cli.language import Say
from byvekst_cli.report.deadline_words import area_name, body_name, named, short_weekday
from byvekst_cli.report.grid import Grid


def plan_grid(plan: Plan, area: Area, say: Say) -> Grid:
    """The steps by date."""
    rows = [_step(step, area, say) for step in plan.steps]
    for row, (step, following) in zip(rows, pairwise(plan.steps), strict=False):
        row[-1] = str((following.day - step.day).days)
    names = ("date", "weekday", "what", "who", "slack", "next")
    return Grid(say("plan-steps"), [say(f"due-{name}") for name in names], rows, numbers=(4, 5))


def plan_title(area: Area, body: str, day: date, say: Say) -> str:
    return say("plan-title", area=area_name(area), body=body_name(area, body), day=day)


def plan_notes(plan: Plan, target: date, area: Area, say: Say) -> list[str]:
    """What the columns mean, what no mandate says, and what is too late already."""
    notes = [say("plan-slack")]
    if calendar_of(area).is_closed(target):
        notes.insert(0, say("plan-closed", day=target, names=named(target, area, say)))
    if plan.untold:
        kinds = ", ".join(say(f"due-{kind.name.lower()}").lower() for kind in plan.untold)
        notes.append(say("plan-untold", kinds=kinds))
    if plan.unplaced:
        bodies = ", ".join(body_name(area, body) for body in plan.unplaced)
        notes.append(say("plan-unplaced", bodies=bodies))
    gone = sum(step.day < area.as_of for step in plan.steps)
    return [*notes, *([say("plan-gone", n=gone, day=area.as_of)] if gone else [])]


def _step(step: Step, area: Area, say: Say) -> list[str]:
    what = say(f"due-{step.kind}")
    what = say("plan-planned", what=what) if step.is_planned else what
    names = [body_name(area, doer) for doer in step.doers]
    return [
        say.short_day(step.day),
        short_weekday(step.day, say),
        say("calendar-event", what=what, about=body_name(area, step.body)),
        ", ".join(names) if len(names) <= 2 else say("due-parties", n=len(names)),
        str(step.slack),
        "",
    ]
