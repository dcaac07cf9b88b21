"""One case on one page: where it has been, what came of it, where it goes, and what is due."""

from collections.abc import Iterator
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.deadlines.choose import OPEN
from byvekst_cli.deadlines.for_case import items_for
from byvekst_cli.deadlines.item import Item
from byvekst_cli.governance.local import tracker
from byvekst_cli.governance.shown import shown_state
from byvekst_cli.governance.story import Event
from byvekst_cli.governance.way import Stop
from byvekst_cli.language import Say
from byvekst_cli.model.agreement import Agreement
from byvekst_cli.model.case import CaseState
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.model.treatment import Handling, Outcome
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.vocabulary import Task
from byvekst_cli.model.when import When
from byvekst_cli.report.case_lines import Line
from byvekst_cli.report.case_words import against, doers, kind, left, nearest, state, step
from byvekst_cli.report.deadline_words import body_name
from byvekst_cli.report.follow_up import follow_up_grids
from byvekst_cli.report.grid import Grid
from byvekst_cli.report.local import tracker_grid
from byvekst_cli.report.roles import named


def card_grids(line: Line, say: Say) -> list[Grid]:
    """Facts, treatments, what they came to, the parties, the way ahead, deadlines, follow-up and notes."""
    area, case = line.story.area, line.case
    facts = [[name, text] for name, text in _facts(line, say) if text]
    grids = [Grid(say("case-about"), ["", ""], facts, numbers=())]
    grids += _table("case-way", _TREATED, [_treated(event, area, say) for event in line.story.past], say)
    told = [[name, text] for event in line.story.past for name, text in _told(event, area, say)]
    grids += _table("case-decision", ("body", "remarks"), told, say)
    if case.local or case.local_by:
        rows = tracker(area, case)
        grids += [tracker_grid(area, rows, say)] if rows else []
    coming = [_coming(stop, area, say) for stop in line.way.ahead]
    grids += _table("case-way-ahead", ("day", "body", "handling", "basis"), coming, say)
    due = [_due(item, area, say) for item in items_for(area, line.story.record.id)]
    grids += [Grid(say("case-deadlines"), _due_head(say), due, numbers=(4,))] if due else []
    grids += follow_up_grids(area, line.story.rows, (), say)
    return grids + _table("case-papers", ("paper", "body", "version", "day"), list(_papers(line, say)), say)


def card_notes(line: Line, say: Say) -> list[str]:
    """What cannot be right, what the file remarks on, and where it is from."""
    case, area = line.case, line.story.area
    notes = against(line, say)
    if case.points or case.agreed:
        notes.append(say("case-local-more", case=case.id))
    notes += [case.note] if case.note else []
    notes += [each.note for each in case.treatments if each.note]
    if case.source:
        notes.append(f"{say('case-source')}: {area.title(case.source)}")
    return [*notes, say("case-illustration")] if case.illustration else notes


_STATES: Final = list(CaseState)
_TREATED: Final = ("day", "body", "number", "handling", "outcome")


def _facts(line: Line, say: Say) -> Iterator[tuple[str, str]]:
    area, case = line.story.area, line.case
    yield say("cases-kind-head"), kind(line, say)
    yield say("cases-state-head"), state(line, say)
    found = shown_state(line.story)
    further = found is not None and _STATES.index(found) > _STATES.index(case.state)
    yield say("case-shown"), say(f"case-state-{found.value}") if further and found else ""
    yield say("cases-next-head"), step(line, say)
    yield say("cases-who-head"), ", ".join(body_name(area, id) for id in line.step.doers) if line.step else ""
    days = "" if line.days is None else f" ({left(line.days, say)})"
    yield say("cases-deadline-head"), nearest(line, say) + days
    yield say("case-sender"), _name(case.sender, area, say)
    yield say("case-reported"), _when(case.reported, say)
    agreement = area.one(Agreement, case.agreement)
    yield say("case-agreement"), agreement.name if agreement else case.agreement or ""
    projects = ((id, area.one(Project, id)) for id in case.projects)
    yield say("case-projects"), ", ".join(f"{id} {sheet.name}" if sheet else id for id, sheet in projects)


def _treated(event: Event, area: Area, say: Say) -> list[str]:
    day = _when(event.when or (event.treatment.dated if event.treatment else None), say)
    outcome = _outcome(event, area, say)
    return [day, body_name(area, event.body), event.number or "", _handling(event.handling, say), outcome]


def _outcome(event: Event, area: Area, say: Say) -> str:
    """The result, that it was changed in the meeting, and who was not simply part of it."""
    found = event.outcome
    told = say(f"outcome-{found.value}") if isinstance(found, Outcome) else say("unknown")
    parts = [told if found is not None else say("local-not-registered")]
    each = [part for part in (event.treatment, event.item) if part is not None]
    if any(part.changed for part in each):
        parts.append(say("case-changed"))
    if event.treatment and event.treatment.dissent:
        parts.append(say("case-dissent", parties=doers(event.treatment.dissent, area, say)))
    if event.item and event.item.exceptions:
        ids = [exempted.organisation for exempted in event.item.exceptions]
        parts.append(say("case-exceptions", parties=doers(ids, area, say)))
    return "; ".join(parts)


def _told(event: Event, area: Area, say: Say) -> Iterator[tuple[str, str]]:
    """Each point of a decision, under the body and its day."""
    name = body_name(area, event.body)
    for number, point in enumerate(event.decision):
        day = (
            f" {say.short_day(event.when.first)}"
            if event.when and event.when.first == event.when.last
            else ""
        )
        yield (f"{name}{day}" if number == 0 else ""), point


def _coming(stop: Stop, area: Area, say: Say) -> list[str]:
    event = stop.event
    if event is not None:
        number = say("case-by-agenda", number=event.number) if event.number else say("case-by-agenda-alone")
        basis = number if event.item else say("case-by-file")
        return [_when(event.when, say), body_name(area, event.body), _handling(event.handling, say), basis]
    if stop.body is not None:
        task = named(area.all_of(Task).get(stop.task or ""), stop.task or "", say)
        return ["", body_name(area, stop.body), task, say("case-by-mandates")]
    basis = say("case-by-file") if stop.done else say("case-by-mandates")
    return ["", doers(stop.missing, area, say), say("local-title").lower(), basis]


def _due_head(say: Say) -> list[str]:
    return [say(f"due-{name}") for name in ("date", "what", "about", "who", "left")]


def _due(item: Item, area: Area, say: Say) -> list[str]:
    where = body_name(area, item.body) if item.body else ""
    standing = item.standing(area.as_of)
    is_open = standing in OPEN
    days = say.number((item.day - area.as_of).days) if is_open else say(f"case-standing-{standing.value}")
    return [say.short_day(item.day), say(f"due-{item.kind}"), where, doers(item.doers, area, say), days]


def _papers(line: Line, say: Say) -> Iterator[list[str]]:
    area = line.story.area
    for record in area.of(Paper):
        if record.model.case.casefold() == line.case.id.casefold():
            last = max(record.model.versions, key=lambda version: version.number, default=None)
            body = body_name(area, record.model.body) if record.model.body else ""
            number, day = (str(last.number), _when(last.dated, say)) if last else ("", "")
            yield [record.model.title, body, number, day]


def _table(title: str, columns: tuple[str, ...], rows: list[list[str]], say: Say) -> list[Grid]:
    head = [say(f"case-{name}") for name in columns]
    return [Grid(say(title), head, rows, numbers=()).without_empty()] if rows else []


def _handling(handling: Handling | Unknown | None, say: Say) -> str:
    if isinstance(handling, Handling):
        return say(f"handling-{handling.value}")
    return say("unknown") if handling is not None else ""


def _name(id: str | Unknown | None, area: Area, say: Say) -> str:
    return area.name_of(id) if isinstance(id, str) else say("unknown") if id is not None else ""


def _when(when: object, say: Say) -> str:
    """A day short, for a column; another stretch as it was meant."""
    if isinstance(when, When):
        return say.short_day(when.first) if when.first == when.last else say("case-when", when=when)
    return say("unknown") if isinstance(when, Unknown) else ""
