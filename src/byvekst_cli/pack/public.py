"""The area as anyone may see it: without what is exempt, and with word of what was left out and why.

What is exempt is taken out of the records and texts themselves, so whatever is made of the area cannot
hold it. Where it is in doubt how much is exempt, more is left out rather than less.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.budget import Budget
from byvekst_cli.model.case import Case
from byvekst_cli.model.follow_up import FollowUp, FollowUpFile
from byvekst_cli.model.meeting import AgendaItem, Meeting
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.model.stamp import StampFile
from byvekst_cli.pack.agenda import paper_of, title_of
from byvekst_cli.pack.blinded import changed, mapped, without_amounts, without_links, without_remarks
from byvekst_cli.pack.exempt import Exempt, exempt_in, is_exempt_file, is_exempt_row
from byvekst_cli.pack.left_out import LeftOut, left_out, words


@dataclass(frozen=True, slots=True)
class Public:
    """The area without what is exempt. `words` are titles, ids and names that must stand nowhere in it."""

    area: Area
    left_out: tuple[LeftOut, ...]
    words: frozenset[str]


def public(area: Area) -> Public:
    """Everything that is exempt is taken out of the area."""
    exempt = exempt_in(area)
    records = tuple(made for record in area.records if (made := _shown(area, record, exempt)) is not None)
    files = area.files - exempt.files
    notes = _Notes(area.notes, exempt)
    partial = tuple(record for record in area.partial if not isinstance(record.model, Paper | Case | Meeting))
    seen = replace(area, records=records, partial=partial, notes=notes, files=files)
    return Public(seen, tuple(left_out(area, exempt)), frozenset(words(area, exempt)))


def told_in(text: str, found: Public) -> tuple[str, ...]:
    """Which exempt titles, ids and names a text holds; there should be none."""
    folded = " ".join(text.split()).casefold()
    return tuple(sorted(word for word in found.words if word in folded))


class _Notes(Mapping[str, NoteText]):
    """The texts of notes without those that are exempt, and without the parts that are."""

    def __init__(self, notes: Mapping[str, NoteText], exempt: Exempt) -> None:
        self._notes = notes
        self._exempt = exempt

    def __getitem__(self, path: str) -> NoteText:
        if path in self._exempt.papers:
            raise KeyError(path)
        found = self._exempt.cuts.get(path) or self._notes[path]
        return without_links(found, path, self._exempt.files)

    def __iter__(self) -> Iterator[str]:
        return (path for path in self._notes if path not in self._exempt.papers)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _shown(area: Area, record: Record[Block], exempt: Exempt) -> Record[Block] | None:
    """The record without what is exempt, or None where all of it is."""
    model: Any = record.model
    if isinstance(model, StampFile) or record.path in exempt.papers:
        return None
    if isinstance(model, Case) and record.id.casefold() in exempt.cases:
        return None
    if isinstance(model, FollowUp) and is_exempt_row(model, area, exempt):
        return None
    if isinstance(model, Meeting):
        model = _meeting(area, record, model, exempt)
    elif isinstance(model, Case):
        model = _case(area, model, exempt)
    elif isinstance(model, Paper):
        model = _paper(record, model, exempt)
    elif isinstance(model, FollowUpFile):
        rows = {id: row for id, row in model.rows.items() if not is_exempt_row(row, area, exempt)}
        model = model if len(rows) == len(model.rows) else model.model_copy(update={"rows": rows})
    return changed(record, mapped(model, lambda block: _turned(block, exempt)))


def _turned(block: Block, exempt: Exempt) -> Block:
    """A block without exempt cases, and without the amounts of exempt sheets."""
    case = getattr(block, "case", None)
    if isinstance(case, str) and case.casefold() in exempt.cases:
        block = block.model_copy(update={"case": None})
    if not exempt.projects.isdisjoint(_about(block)):
        block = without_remarks(without_amounts(block))
    if isinstance(block, Budget):
        kept = [row for row in block.deviations if row.project.casefold() not in exempt.projects]
        block = block if len(kept) == len(block.deviations) else block.model_copy(update={"deviations": kept})
    return block


def _about(block: Block) -> Iterator[str]:
    """The projects that a block's amounts are of: its own, or those of what it moves money between."""
    inside = (getattr(block, name) for name in type(block).model_fields)
    owners = (block, *(each for each in inside if isinstance(each, Block)))
    ids = (each.id if isinstance(each, Project) else getattr(each, "project", None) for each in owners)
    return (id.casefold() for id in ids if isinstance(id, str))


def _meeting(area: Area, record: Record[Any], meeting: Meeting, exempt: Exempt) -> Meeting:
    """The same, with exempt items as no more than a number, a title that is public, and a handling."""
    hidden = {at for id, at in exempt.items if id == record.id.casefold()}
    if not hidden and not exempt.cuts:
        return meeting
    rows = [
        _item(area, row, exempt) if at in hidden else _without_scope(area, record, row, exempt)
        for at, row in enumerate(meeting.agenda)
    ]
    gone = {row.case.casefold() for at, row in enumerate(meeting.agenda) if at in hidden and row.case}
    late = [row for row in meeting.late if row.case is None or row.case.casefold() not in gone]
    return meeting.model_copy(update={"agenda": rows, "late": late, "note": None, "own": {}})


def _without_scope(area: Area, meeting: Record[Meeting], item: AgendaItem, exempt: Exempt) -> AgendaItem:
    """The item without its amount, where a part of its note is exempt."""
    paper = paper_of(area, item.case, meeting) if item.case and item.money else None
    cut = paper is not None and paper.path in exempt.cuts
    return item.model_copy(update={"money": None}) if cut else item


def _item(area: Area, item: AgendaItem, exempt: Exempt) -> AgendaItem:
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


def _case(area: Area, case: Case, exempt: Exempt) -> Case:
    """The same, without the words of treatments in meetings where its note was exempt."""
    meetings = {id for id, _ in exempt.items}
    rows = [
        each.model_copy(update={"proposal": None, "decision": [], "note": None, "dissent": []})
        if each.meeting
        and each.meeting.casefold() in meetings
        and _hidden_in(area, case, each.meeting, exempt)
        else each
        for each in case.treatments
    ]
    same = all(new is old for new, old in zip(rows, case.treatments, strict=True))
    return case if same else case.model_copy(update={"treatments": rows, "note": None})


def _hidden_in(area: Area, case: Case, meeting: str | None, exempt: Exempt) -> bool:
    found = area.one(Meeting, meeting)
    rows = found.agenda if found else []
    own = (at for at, row in enumerate(rows) if row.case and row.case.casefold() == case.id.casefold())
    return any(((meeting or "").casefold(), at) in exempt.items for at in own)


def _paper(record: Record[Block], paper: Paper, exempt: Exempt) -> Paper:
    """The same, without attachments that are exempt, and without a word of what is."""
    kept = [name for name in paper.attachments if not is_exempt_file(record.path, name, paper, exempt)]
    if paper.withheld is None and len(kept) == len(paper.attachments):
        return paper
    return paper.model_copy(update={"attachments": kept, "withheld": None, "note": None, "own": {}})
