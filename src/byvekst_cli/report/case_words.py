"""Cases in words: states, steps, stops and deadlines."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.finding import Term
from byvekst_cli.governance.next_step import Act, Next
from byvekst_cli.governance.story import Event
from byvekst_cli.governance.way import SAMORDNING, Stop
from byvekst_cli.language import Say
from byvekst_cli.model.when import When
from byvekst_cli.report.case_lines import Line, Nearest
from byvekst_cli.report.deadline_words import body_name

_NAMED: Final = 3
"""Doers who are named; more are counted."""
_NEAR: Final = 300
"""Days around the area's within which a date needs no year."""
_ARROW: Final = " → "


def state(line: Line, say: Say) -> str:
    """As it is written, with a mark where the files show something else."""
    return say(f"case-state-{line.case.state.value}") + (" (!)" if line.against else "")


def kind(line: Line, say: Say) -> str:
    return say(f"case-kind-{line.case.kind.value}")


def step(line: Line, say: Say) -> str:
    """What is to be done next, for which meeting."""
    if line.step is None:
        return say("case-nothing")
    event = line.step.event
    named = event is not None and line.step.act not in (Act.ENTER, Act.FOLLOW_UP)
    where = _event(event, line.story.area, say) if named and event else None
    return say(f"case-act-{line.step.act.value}", meeting=where, n=max(len(line.step.rows), 1))


def who(found: Next | Nearest | None, area: Area, say: Say) -> str:
    """Those who have it, or how many they are; empty where nobody is entered."""
    return doers(found.doers, area, say) if found else ""


def doers(ids: Sequence[str], area: Area, say: Say) -> str:
    if len(ids) > _NAMED:
        return say("due-parties", n=len(ids))
    return ", ".join(_short(body_name(area, id)) for id in ids)


def nearest(line: Line, say: Say) -> str:
    """What is due, and when."""
    found = line.nearest
    return say("case-due", what=say(f"due-{found.kind}"), day=say.short_day(found.day)) if found else ""


def left(days: int, say: Say) -> str:
    """How many days are left, or over."""
    name = "today" if days == 0 else "left" if days > 0 else "over"
    return say(f"case-days-{name}", n=abs(days))


def passed(line: Line, say: Say) -> str:
    return _ARROW.join(_stops(line.way.passed, line.story.area, say))


def ahead(line: Line, say: Say) -> str:
    return _ARROW.join(_stops(line.way.ahead, line.story.area, say))


def _stops(stops: tuple[Stop, ...], area: Area, say: Say) -> Iterator[str]:
    for stop in stops:
        if stop.event is not None:
            yield _event(stop.event, area, say)
        elif stop.body is not None:
            name = body_name(area, stop.body)
            yield say("case-coordinates", body=name) if stop.task == SAMORDNING else name
        elif stop.done:
            yield say("case-councils-some", n=len(stop.done), all=len(stop.done) + len(stop.missing))
        else:
            yield say("case-councils")


def _event(event: Event, area: Area, say: Say) -> str:
    """`Styringsgruppa 11.12.`: the body, and the day where it is known."""
    name = body_name(area, event.body)
    return say("case-stop", body=name, day=near_day(event.when, area.as_of, say)) if event.when else name


def near_day(when: When, today: date, say: Say) -> str:
    """A day without its year where that is plain; what is no day as it was meant."""
    if when.first != when.last:
        return say("case-when", when=when)
    if abs((when.first - today).days) <= _NEAR:
        return say.day_of_year(when.first)
    return say.short_day(when.first)


def against(line: Line, say: Say) -> list[str]:
    """In what way the files show something else than the written state."""
    return [
        say("case-against", case=line.case.id, state=say(f"case-state-{line.case.state.value}"), why=why)
        for why in (Term(f"case-{each.value}") for each in line.against)
    ]


def _short(name: str) -> str:
    """`Bergen kommune` is Bergen where there is little room."""
    return name.removesuffix(" kommune")
