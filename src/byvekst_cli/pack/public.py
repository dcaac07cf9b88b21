"""The area as anyone may see it: without what is exempt, and with word of what was left out and why.

What is exempt is taken out of the records and texts themselves, so whatever is made of the area cannot
hold it. Where it is in doubt how much is exempt, more is left out rather than less.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from byvekst_cli.area import Area, Record
from byvekst_cli.model.block import Block
from byvekst_cli.model.budget import Budget, BudgetPost, Transfer
from byvekst_cli.model.case import Case
from byvekst_cli.model.follow_up import FollowUp, FollowUpFile
from byvekst_cli.model.funding_plan import Earmark
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.programme import Programme, ProgrammeLine
from byvekst_cli.model.programme_choice import ProgrammeChoice
from byvekst_cli.model.project import Project
from byvekst_cli.model.stamp import StampFile
from byvekst_cli.pack.blinded import changed, mapped, without_amounts, without_links, without_remarks
from byvekst_cli.pack.exempt import Exempt, exempt_in, is_exempt_row
from byvekst_cli.pack.left_out import LeftOut, left_out, plain, words
from byvekst_cli.pack.open_papers import open_case, open_meeting, open_paper
from byvekst_cli.pack.unsure import amounts, unread


@dataclass(frozen=True, slots=True)
class Public:
    """The area without what is exempt. `words` are titles, ids and names that must stand nowhere in it.

    `amounts` (MNOK) were left out and stand nowhere else in the files; somebody may have written them in a
    text. `unread` are files that may say that something is exempt, and that cannot be read or are not there.
    """

    area: Area
    left_out: tuple[LeftOut, ...]
    words: frozenset[str]
    amounts: frozenset[Decimal]
    unread: tuple[str, ...]


def public(area: Area) -> Public:
    """Everything that is exempt is taken out of the area."""
    exempt = exempt_in(area)
    records = tuple(made for record in area.records if (made := _shown(area, record, exempt)) is not None)
    files = area.files - exempt.files
    notes = _Notes(area.notes, exempt)
    partial = tuple(record for record in area.partial if not isinstance(record.model, Paper | Case | Meeting))
    seen = replace(area, records=records, partial=partial, notes=notes, files=files)
    gone = amounts(area.records, records)
    return Public(seen, tuple(left_out(area, exempt)), frozenset(words(area, exempt)), gone, unread(area))


def told_in(text: str, found: Public) -> tuple[str, ...]:
    """Which exempt titles, ids and names a text holds; there should be none."""
    folded = plain(text)
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
        model = open_meeting(area, record, model, exempt)
    elif isinstance(model, Case):
        model = open_case(area, model, exempt)
    elif isinstance(model, Paper):
        model = open_paper(record, model, exempt)
    elif isinstance(model, ProgrammeChoice) and not exempt.is_nothing:
        model = model.model_copy(update={"seals": {}})
    elif isinstance(model, FollowUpFile):
        rows = {id: row for id, row in model.rows.items() if not is_exempt_row(row, area, exempt)}
        model = model if len(rows) == len(model.rows) else model.model_copy(update={"rows": rows})
    return changed(record, mapped(model, lambda block: _turned(block, exempt)))


def _turned(block: Block, exempt: Exempt) -> Block:
    """A block without exempt cases, and without the amounts of exempt sheets and totals that tell them."""
    case = getattr(block, "case", None)
    if isinstance(case, str) and case.casefold() in exempt.cases:
        block = block.model_copy(update={"case": None})
    if not exempt.projects.keys().isdisjoint(_about(block)):
        block = without_remarks(without_amounts(block))
    if isinstance(block, Budget):
        kept = [row for row in block.deviations if row.project.casefold() not in exempt.projects]
        block = block if len(kept) == len(block.deviations) else block.model_copy(update={"deviations": kept})
    return _without_totals(block, exempt)


def _without_totals(block: Block, exempt: Exempt) -> Block:
    """A programme or a budget without its stated totals, where one of its parts is exempt."""
    if isinstance(block, Programme):
        rows: list[ProgrammeLine | BudgetPost | Transfer] = [*block.lines]
    elif isinstance(block, Budget):
        rows = [*block.posts, *block.transfers]
    else:
        return block
    if not any(row.project.casefold() in exempt.projects for row in rows):
        return block
    totals = (name for name in ("total", "adopted", "regulated") if getattr(block, name, None) is not None)
    return block.model_copy(update={name: without_amounts(getattr(block, name)) for name in totals})


def _about(block: Block) -> Iterator[str]:
    """The projects that a block's amounts are of: its own, those it is tied to, or moves money between."""
    inside = [getattr(block, name) for name in type(block).model_fields]
    owners = (block, *(each for each in inside if isinstance(each, Block)))
    ids = [each.id if isinstance(each, Project) else getattr(each, "project", None) for each in owners]
    tied = [id for each in inside if isinstance(each, Earmark) for id in each.projects]
    return (id.casefold() for id in (*ids, *tied) if isinstance(id, str))
