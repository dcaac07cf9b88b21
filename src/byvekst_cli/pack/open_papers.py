"""Meetings, cases and notes as anyone may see them: without what is exempt of their own words."""

from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import LocalTreatment, Treatment
from byvekst_cli.model.when import When
from byvekst_cli.pack.agenda import paper_of, title_of
from byvekst_cli.pack.exempt import Exempt, is_exempt_file


def open_meeting(area: Area, record: Record[Any], meeting: Meeting, exempt: Exempt) -> Meeting:
    """The same, with exempt items as no more than a number, a title that is public, and a handling."""
    hidden = {at for id, at in exempt.items if id == record.id.casefold()}
    rows = [
        _closed(area, row, exempt) if at in hidden else _open(area, record, row, exempt)
        for at, row in enumerate(meeting.agenda)
    ]
    if all(new is old for new, old in zip(rows, meeting.agenda, strict=True)):
        return meeting
    changes: dict[str, Any] = {"agenda": rows, "note": None, "own": {}}
    if hidden:
        gone = {row.case.casefold() for at, row in enumerate(meeting.agenda) if at in hidden and row.case}
        changes["late"] = [row for row in meeting.late if row.case and row.case.casefold() not in gone]
    if meeting.written is not None:
        changes["written"] = meeting.written.model_copy(update={"text": None, "answers": []})
    return meeting.model_copy(update=changes)


def _open(area: Area, meeting: Record[Meeting], item: AgendaItem, exempt: Exempt) -> AgendaItem:
    """The item without the amount and the points that what is exempt of its note or projects has too."""
    paper = paper_of(area, item.case, meeting) if item.case else None
    case = area.one(Case, item.case)
    changes: dict[str, Any] = {}
    is_cut = paper is not None and paper.path in exempt.cuts
    about = case.projects if case else []
    if is_cut or any(id.casefold() in exempt.projects for id in about):
        changes["money"] = None
    if case is not None and case.id.casefold() in exempt.unproposed:
        changes |= {"recommendation": [], "decision": [], "exceptions": [], "note": None}
    elif is_cut:
        changes["note"] = None
    told = {name: value for name, value in changes.items() if getattr(item, name) != value}
    return item.model_copy(update=told) if told else item


def _closed(area: Area, item: AgendaItem, exempt: Exempt) -> AgendaItem:
    case = area.one(Case, item.case)
    shielded = bool(item.shielded) or (item.case or "").casefold() in exempt.titles
    title = item.public_title or (case.public_title if case else None)
    return AgendaItem.model_construct(
        number=item.number,
        series=item.series,
        title=title if shielded else title_of(area, item),
        handling=item.handling,
        shielded=True,
        illustration=item.illustration,
        source=item.source,
    )


def open_case(area: Area, case: Case, exempt: Exempt) -> Case:
    """The same, without the words of treatments in meetings where its note was exempt.

    Where a proposed decision is exempt, so are its points, and what everybody has made of them.
    """
    if case.id.casefold() in exempt.unproposed:
        rows = [_wordless(each) for each in case.treatments]
        local = [_pointless(each) for each in case.local]
        none: dict[str, Any] = {"points": [], "agreed": [], "note": None}
        return case.model_copy(update={"treatments": rows, "local": local, **none})
    rows = [_wordless(each) if _is_hidden(area, case, each, exempt) else each for each in case.treatments]
    same = all(new is old for new, old in zip(rows, case.treatments, strict=True))
    return case if same else case.model_copy(update={"treatments": rows, "note": None})


def _wordless(row: Treatment) -> Treatment:
    return row.model_copy(update={"proposal": None, "decision": [], "note": None, "dissent": []})


def _pointless(row: LocalTreatment) -> LocalTreatment:
    return row.model_copy(update={"points": [], "additions": None, "note": None})


def _is_hidden(area: Area, case: Case, row: Treatment, exempt: Exempt) -> bool:
    """Whether a meeting that the row is of, or may be of, had the case as an exempt item."""
    return any(_may_be(row, meeting) and _had(meeting, case, exempt) for meeting in area.of(Meeting))


def _may_be(row: Treatment, meeting: Record[Meeting]) -> bool:
    if row.meeting is not None:
        return row.meeting.casefold() == meeting.id.casefold()
    day, held = row.dated, meeting.model.dated
    same_day = not isinstance(day, When) or (day.first <= held.last and held.first <= day.last)
    return same_day and row.body.casefold() == meeting.model.body.casefold()


def _had(meeting: Record[Meeting], case: Case, exempt: Exempt) -> bool:
    items = enumerate(meeting.model.agenda)
    own = (at for at, item in items if item.case and item.case.casefold() == case.id.casefold())
    return any((meeting.id.casefold(), at) in exempt.items for at in own)


def open_paper(record: Record[Block], paper: Paper, exempt: Exempt) -> Paper:
    """The same, without attachments that are exempt, and without a word of what is."""
    kept = [name for name in paper.attachments if not is_exempt_file(record.path, name, paper, exempt)]
    if paper.withheld is None and len(kept) == len(paper.attachments):
        return paper
    versions = [each.model_copy(update={"change": None}) for each in paper.versions]
    changes: dict[str, Any] = {"attachments": kept, "versions": versions, "withheld": None}
    return paper.model_copy(update={**changes, "note": None, "own": {}})
