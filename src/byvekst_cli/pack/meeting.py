"""`sakspakke`: everything that a body gets for a meeting, or what came after the rest."""

from dataclasses import dataclass, replace

from byvekst_cli.area import Area, Record
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.pack.agenda import Agenda, Item, agenda
from byvekst_cli.pack.attachments import Attachment, attachments
from byvekst_cli.pack.box import Box, box
from byvekst_cli.pack.follow_list import Task, open_tasks
from byvekst_cli.pack.overview import Overview, overview


@dataclass(frozen=True, slots=True)
class CasePapers:
    """One item with its box, its note and the note's attachments; what it lacks is None or empty."""

    item: Item
    box: Box | None
    paper: Record[Paper] | None
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class MeetingPack:
    """The whole pack. `projects` are the ids of the sheets, each once, in the order of the cases.

    `is_addendum` where it has only what was sent after the rest.
    """

    agenda: Agenda
    cases: tuple[CasePapers, ...]
    overview: Overview
    projects: tuple[str, ...]
    follow_up: tuple[Task, ...]
    is_addendum: bool


def meeting_pack(area: Area, meeting: Record[Meeting]) -> MeetingPack:
    """The papers of every item that has a case or a note."""
    listed = agenda(area, meeting)
    rows = zip(listed.items, meeting.model.agenda, strict=True)
    cases = tuple(_papers(area, meeting, item, row) for item, row in rows)
    ids = _projects(area, cases)
    return MeetingPack(
        listed, cases, overview(area, ids), ids, open_tasks(area, meeting.model), is_addendum=False
    )


def addendum(area: Area, meeting: Record[Meeting]) -> MeetingPack:
    """The revised list, and the papers of the cases that something was sent for after the rest."""
    whole = meeting_pack(area, meeting)
    late = tuple(each for each in whole.cases if each.item.late)
    return replace(whole, cases=late, projects=_projects(area, late), follow_up=(), is_addendum=True)


def _papers(area: Area, meeting: Record[Meeting], item: Item, row: AgendaItem) -> CasePapers:
    case = next((r for r in area.of(Case) if item.case and r.id.casefold() == item.case.casefold()), None)
    found = box(area, case, meeting, row, item.paper) if case else None
    return CasePapers(item, found, item.paper, attachments(area, item.paper) if item.paper else ())


def _projects(area: Area, cases: tuple[CasePapers, ...]) -> tuple[str, ...]:
    told = (project.id for each in cases if each.box for project in each.box.projects)
    return tuple(id for id in dict.fromkeys(told) if area.one(Project, id))
