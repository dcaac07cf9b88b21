"""`sakspakke`: everything that a body gets for a meeting, or what came after the rest."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from byvekst_cli.area import Area, Record
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.pack.agenda import Agenda, Item, agenda
from byvekst_cli.pack.attachments import Attachment, attachments
from byvekst_cli.pack.box import Box, box
from byvekst_cli.pack.called import meeting_of
from byvekst_cli.pack.follow_list import Task, open_tasks
from byvekst_cli.pack.overview import Overview, overview
from byvekst_cli.pack.project_sheet import Sheet, sheet


@dataclass(frozen=True, slots=True)
class CasePapers:
    """One item with its box, its note and the note's attachments; what it lacks is None or empty.

    `begins_page` where it has a note.
    """

    item: Item
    box: Box | None
    paper: Record[Paper] | None
    attachments: tuple[Attachment, ...]
    begins_page: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What a check found, in words, and where."""

    code: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class MeetingPack:
    """The whole pack. `sheets` are those of the projects, each once, in the order of the cases.

    `is_addendum` where it has only what was sent after the rest. `findings` stand on the first page, with
    the `reason` for making it in spite of them.
    """

    agenda: Agenda
    cases: tuple[CasePapers, ...]
    overview: Overview
    sheets: tuple[Sheet, ...]
    follow_up: tuple[Task, ...]
    has_attachments: bool
    is_addendum: bool
    invented: bool
    findings: tuple[Told, ...] = ()
    reason: str | None = None


def meeting_pack(area: Area, meeting: str) -> MeetingPack:
    """Everything for a meeting. Raises NotThere."""
    return _whole(area, meeting_of(area, meeting))


def addendum(area: Area, meeting: str) -> MeetingPack:
    """The revised list, and the papers of the cases that something was sent for after the rest.

    Raises NotThere.
    """
    record = meeting_of(area, meeting)
    whole = _whole(area, record)
    late = _on_pages(each for each in whole.cases if each.item.late)
    attached = any(each.attachments for each in late)
    return replace(whole, cases=late, sheets=(), follow_up=(), has_attachments=attached, is_addendum=True)


def _whole(area: Area, meeting: Record[Meeting]) -> MeetingPack:
    listed = agenda(area, meeting)
    rows = zip(listed.items, meeting.model.agenda, strict=True)
    cases = _on_pages(_papers(area, meeting, item, row) for item, row in rows)
    sheets = _sheets(area, cases)
    return MeetingPack(
        listed,
        cases,
        overview(area, _touched(cases)),
        sheets,
        open_tasks(area, meeting.model),
        has_attachments=any(each.attachments for each in cases),
        is_addendum=False,
        invented=_is_invented(area, meeting, cases) or any(sheet.invented for sheet in sheets),
    )


def _papers(area: Area, meeting: Record[Meeting], item: Item, row: AgendaItem) -> CasePapers:
    case = next((r for r in area.of(Case) if item.case and r.id.casefold() == item.case.casefold()), None)
    found = box(area, case, meeting, row, item.paper) if case else None
    return CasePapers(item, found, item.paper, attachments(area, item.paper) if item.paper else ())


def _on_pages(cases: Iterable[CasePapers]) -> tuple[CasePapers, ...]:
    """Each with word of whether it begins on a new page: those without a note stand where there is room."""
    found = [each for each in cases if each.box or each.paper or each.item.is_shielded]
    return tuple(replace(each, begins_page=each.paper is not None) for each in found)


def _touched(cases: tuple[CasePapers, ...]) -> dict[str, tuple[str, ...]]:
    """The numbers of the items that concern each project."""
    found: dict[str, tuple[str, ...]] = {}
    for each in cases:
        for project in each.box.projects if each.box else ():
            number = each.item.number or f"({each.item.at})"
            found[project.id] = (*found.get(project.id, ()), number)
    return found


def _sheets(area: Area, cases: tuple[CasePapers, ...]) -> tuple[Sheet, ...]:
    told = (project.id for each in cases if each.box for project in each.box.projects)
    records = {record.id: record for record in area.of(Project)}
    return tuple(sheet(area, records[id]) for id in dict.fromkeys(told) if id in records)


def _is_invented(area: Area, meeting: Record[Meeting], cases: tuple[CasePapers, ...]) -> bool:
    """Whether the meeting, a case or a note says that it is made up."""
    own = (area.one(Case, each.item.case) for each in cases)
    papers = (each.paper.model for each in cases if each.paper)
    return any(each.illustration for each in (meeting.model, *own, *papers) if each)
