"""What was left out of a public version and why, and the words that must not stand in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from byvekst_cli.area import Area, Record
from byvekst_cli.model.case import Case
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.model.text import file_stem
from byvekst_cli.pack.exempt import Exempt, is_exempt_file

_SHORT: Final = 4
"""Words shorter than this say nothing, and are not looked for."""
_UNSEEN: Final = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060\ufeff]")
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")


class What(Choice):
    """What was left out."""

    CASE = "sak"
    TITLE = "tittel"
    NOTE = "notat"
    PART = "del-av-notat"
    ATTACHMENT = "vedlegg"
    AMOUNTS = "beløp"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One thing that was left out, of which file, and on what basis; None where the file names none."""

    what: What
    path: str
    basis: str | None


def left_out(area: Area, exempt: Exempt) -> Iterator[LeftOut]:
    """One for each thing, in the order of the files."""
    for meeting in area.of(Meeting):
        for at, item in enumerate(meeting.model.agenda):
            case = area.one(Case, item.case)
            basis = item.basis or (case.withheld.basis if case and case.withheld else None)
            if item.shielded or (item.case or "").casefold() in exempt.titles:
                yield LeftOut(What.TITLE, meeting.path, basis)
            if (meeting.id.casefold(), at) in exempt.items and case is not None and case.withheld:
                yield LeftOut(What.CASE, meeting.path, case.withheld.basis)
    for paper in area.of(Paper):
        yield from _of_paper(area, paper, exempt)
    for project in area.of(Project):
        if project.id.casefold() in exempt.projects:
            yield LeftOut(What.AMOUNTS, project.path, exempt.projects[project.id.casefold()])


def _of_paper(area: Area, paper: Record[Paper], exempt: Exempt) -> Iterator[LeftOut]:
    withheld = paper.model.withheld
    if paper.path in exempt.papers:
        basis = withheld.basis if withheld else _basis(area, paper.model.case)
        yield LeftOut(What.NOTE, paper.path, basis)
        yield from (LeftOut(What.ATTACHMENT, paper.path, basis) for _ in paper.model.attachments)
        return
    for _ in withheld.parts if withheld else ():
        yield LeftOut(What.PART, paper.path, withheld.basis if withheld else None)
    for name in paper.model.attachments:
        if is_exempt_file(paper.path, name, paper.model, exempt):
            yield LeftOut(What.ATTACHMENT, paper.path, withheld.basis if withheld else None)


def _basis(area: Area, id: str) -> str | None:
    """That of the case, or else of an agenda that shields its title."""
    case = area.one(Case, id)
    if case is not None and case.withheld is not None:
        return case.withheld.basis
    items = (item for record in area.of(Meeting) for item in record.model.agenda)
    own = (item.basis for item in items if item.case and item.case.casefold() == id.casefold())
    return next((basis for basis in own if basis), None)


def words(area: Area, exempt: Exempt) -> Iterator[str]:
    """Shielded titles, the ids of their cases, and the names of files that are exempt.

    Not what a public title says too, nor an id that is an ordinary word, save as the name of a folder.
    """
    said = [plain(title) for title in _public_titles(area)]
    for word in _named(area, exempt):
        folded = plain(word)
        if len(folded) >= _SHORT and not any(folded in title for title in said):
            yield folded


def _public_titles(area: Area) -> Iterator[str]:
    for record in area.of(Case):
        yield record.model.public_title or ""
    for meeting in area.of(Meeting):
        yield from (item.public_title or "" for item in meeting.model.agenda)


def _named(area: Area, exempt: Exempt) -> Iterator[str]:
    for id in sorted(exempt.titles):
        case = area.one(Case, id)
        yield from (f"sak/{file_stem(id)}/", *([id] if "-" in id else []), *([case.title] if case else []))
    for meeting in area.of(Meeting):
        for item in meeting.model.agenda:
            if item.title and (item.shielded or (item.case or "").casefold() in exempt.titles):
                yield item.title
    for paper in area.of(Paper):
        names = paper.model.attachments
        yield from (name for name in names if is_exempt_file(paper.path, name, paper.model, exempt))
        if paper.path in exempt.papers and paper.model.case.casefold() in exempt.titles:
            yield paper.model.title


def plain(text: str) -> str:
    """A text as people read it: whatever its letters are made of, and without what cannot be seen."""
    seen = _UNSEEN.sub("", normalize("NFKC", text))
    return " ".join(_DASHES.sub("-", seen).split()).casefold()
