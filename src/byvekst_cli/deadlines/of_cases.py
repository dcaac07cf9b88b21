"""Deadlines of the cases on an agenda: papers, drafts, quality assurance, late papers, local treatment."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.deadlines.due import Authority, Due
from byvekst_cli.deadlines.item import Item
from byvekst_cli.deadlines.people import local_parties, without_local_treatment
from byvekst_cli.model.case import Case, CaseState
from byvekst_cli.model.mandate import DeadlineKind
from byvekst_cli.model.meeting import AgendaItem, Meeting, NoPaper
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.when import When

STOPPED = (CaseState.POSTPONED, CaseState.WITHDRAWN)
_NEEDED = {DeadlineKind.DRAFT: CaseState.DRAFT, DeadlineKind.ASSURANCE: CaseState.ASSURED}
"""How far a case must have come for something to be done."""


def case_items(
    item: Item, kind: DeadlineKind, meeting: Meeting, area: Area, *, has_doers: bool
) -> Iterator[Item]:
    """One for each case that it is about; one for the whole meeting while its agenda is empty."""
    if not meeting.agenda and kind is DeadlineKind.SUBMISSION:
        yield item
    for row in meeting.agenda:
        case = area.one(Case, row.case)
        if case is None or case.state in STOPPED:
            continue
        about = replace(item, case=case.id)
        if kind is DeadlineKind.LOCAL:
            yield from _local(about, case, row, area)
        elif (row.without_paper is NoPaper.FOLLOWS) if kind is DeadlineKind.LATE else not row.without_paper:
            yield _of_case(about, kind, case, meeting, area, has_doers=has_doers)


def _of_case(
    item: Item, kind: DeadlineKind, case: Case, meeting: Meeting, area: Area, *, has_doers: bool
) -> Item:
    sender = case.sender if isinstance(case.sender, str) else None
    if sender and area.one(Organisation, sender) and not has_doers and kind is not DeadlineKind.ASSURANCE:
        item = replace(item, doers=(sender,))
    if kind in _NEEDED:
        reached = list(CaseState).index(case.state) >= list(CaseState).index(_NEEDED[kind])
        return replace(item, is_done=item.is_done or reached)
    if kind is DeadlineKind.LATE:
        sent = [late.dated for late in meeting.late if (late.case or "").casefold() == case.id.casefold()]
        return replace(item, is_done=item.is_done or bool(sent), done_on=sent[-1] if sent else None)
    papers = papers_for(area, case.id, meeting.body)
    dates = [first for paper in papers if (first := first_version(paper))]
    return replace(item, is_done=item.is_done or bool(papers), done_on=dates[0] if dates else None)


def _local(item: Item, case: Case, row: AgendaItem, area: Area) -> Iterator[Item]:
    """Before a meeting that coordinates what the councils made of it, or after one that sent it to them."""
    if not case.kind.is_treated_locally or case.local_by is not None:
        return
    if bool(row.coordination) is item.due.is_after:
        return
    parties = local_parties(area, case, item.body, item.day)
    waiting = without_local_treatment(case, parties)
    until = None if item.due.is_after else item.until
    done = bool(parties) and not waiting
    yield replace(item, doers=waiting or parties, is_done=done, until=until)


def local_items(record: Record[Case], area: Area) -> Iterator[Item]:
    """The deadline for local treatment that a case's own file sets."""
    case = record.model
    if case.local_by is None or case.state in STOPPED:
        return
    day = case.local_by.last
    parties = local_parties(area, case, None, day)
    waiting = without_local_treatment(case, parties)
    done = case.state in (CaseState.LOCALLY_TREATED, CaseState.FOLLOWED_UP) or (bool(parties) and not waiting)
    yield Item("local", Due(day, Authority()), record.path, None, None, case.id, waiting or parties, done)


def papers_for(area: Area, case: str, body: str) -> tuple[Paper, ...]:
    """The notes of a case for a body; a note that names no body is for any."""
    notes = _papers(area).get(case.casefold(), ())
    return tuple(note for note in notes if note.body is None or note.body.casefold() == body.casefold())


def first_version(paper: Paper) -> When | None:
    """When the first version of a note was dated."""
    versions = sorted(paper.versions, key=lambda version: version.number)
    return versions[0].dated if versions else None


@lru_cache(maxsize=1)
def _papers(area: Area) -> dict[str, tuple[Paper, ...]]:
    found: dict[str, list[Paper]] = {}
    for record in area.of(Paper):
        found.setdefault(record.model.case.casefold(), []).append(record.model)
    return {case: tuple(papers) for case, papers in found.items()}
