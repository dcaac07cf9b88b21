"""What is exempt from public access, by every file's own word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from byvekst_cli.area import Area, Record
from byvekst_cli.model.case import Case
from byvekst_cli.model.follow_up import FollowUp
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.note_text import NoteText
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.project import Project
from byvekst_cli.pack.agenda import paper_of
from byvekst_cli.pack.blinded import without_parts
from byvekst_cli.prose.attached import beside
from byvekst_cli.prose.template import decision_of


@dataclass(frozen=True, slots=True)
class Exempt:
    """By ids in lower case and by paths.

    `cases` are without a trace, save for the title where that is public; `titles` have a shielded one.
    `items` are a meeting and a number on its list; `cuts` the texts of notes that a part of is left, and
    `unproposed` the cases of which that part holds the proposed decision. `projects` have their basis.
    """

    cases: frozenset[str]
    titles: frozenset[str]
    papers: frozenset[str]
    items: frozenset[tuple[str, int]]
    projects: Mapping[str, str]
    cuts: Mapping[str, NoteText]
    unproposed: frozenset[str]
    files: frozenset[str]

    @property
    def is_nothing(self) -> bool:
        return not (self.cases or self.papers or self.items or self.projects or self.cuts or self.files)


def exempt_in(area: Area) -> Exempt:
    """By every file's own word; where it is in doubt how much is meant, more rather than less."""
    titles = _shielded(area)
    cuts = dict(_cuts(area))
    whole = {each.path for each in area.of(Paper) if _is_whole(each, cuts)}
    cases = titles | {r.id.casefold() for r in area.of(Case) if r.model.withheld is not None}
    cases |= _only_exempt_notes(area, whole)
    papers = whole | {each.path for each in area.of(Paper) if each.model.case.casefold() in cases}
    left = {path: text for path, text in cuts.items() if text is not None and path not in papers}
    return Exempt(
        frozenset(cases),
        frozenset(titles),
        frozenset(papers),
        frozenset(_items(area, cases, papers)),
        _projects(area),
        left,
        frozenset(_unproposed(area, left)),
        frozenset(_files(area, papers)),
    )


def _projects(area: Area) -> dict[str, str]:
    """The sheets that say so, and those above and below: a whole and its parts tell of each other."""
    above = {r.id.casefold(): (r.model.part_of or "").casefold() for r in area.of(Project)}
    own = {r.id.casefold(): r.model.withheld.basis for r in area.of(Project) if r.model.withheld is not None}
    found = dict(own)
    for id, basis in own.items():
        for other in (*_wholes(id, above), *_parts(id, above)):
            found.setdefault(other, basis)
    return found


def _wholes(id: str, above: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    while (id := above.get(id, "")) in above and id not in found:
        found.append(id)
    return found


def _parts(id: str, above: Mapping[str, str]) -> list[str]:
    found = [id]
    for whole in found:
        found += [part for part, of in above.items() if of == whole and part not in found]
    return found


def _unproposed(area: Area, cuts: Mapping[str, NoteText]) -> Iterator[str]:
    """The cases with a note whose proposed decision is gone with what was cut."""
    rest = replace(area, notes=cuts) if cuts else area
    for record in area.of(Paper):
        if record.path in cuts and decision_of(record, area) and not decision_of(record, rest):
            yield record.model.case.casefold()


def _shielded(area: Area) -> set[str]:
    """The cases whose title is not for everyone: by their own word, or that of an agenda."""
    own = {record.id.casefold() for record in area.of(Case) if record.model.public_title is not None}
    items = (item for record in area.of(Meeting) for item in record.model.agenda)
    return own | {item.case.casefold() for item in items if item.case and item.shielded}


def _cuts(area: Area) -> Iterator[tuple[str, NoteText | None]]:
    """The notes of which some parts are exempt, without them; None where that cannot be done surely."""
    for record in area.of(Paper):
        withheld = record.model.withheld
        if withheld is not None and withheld.parts:
            yield record.path, without_parts(area.text_of(record), withheld.parts)


def _is_whole(record: Record[Paper], cuts: Mapping[str, NoteText | None]) -> bool:
    withheld = record.model.withheld
    if withheld is None:
        return False
    return withheld.is_whole or (record.path in cuts and cuts[record.path] is None)


def _only_exempt_notes(area: Area, whole: set[str]) -> set[str]:
    """The cases of which every note is exempt, so that what else is known of them is so too."""
    papers = area.of(Paper)
    some = {each.model.case.casefold() for each in papers if each.path not in whole}
    return {each.model.case.casefold() for each in papers} - some


def _items(area: Area, cases: set[str], papers: set[str]) -> Iterator[tuple[str, int]]:
    """The items of agendas that only their number, and perhaps their title, may be told of."""
    for meeting in area.of(Meeting):
        for at, item in enumerate(meeting.model.agenda):
            paper = paper_of(area, item.case, meeting) if item.case else None
            hidden = item.case is not None and item.case.casefold() in cases
            if item.shielded or hidden or (paper is not None and paper.path in papers):
                yield meeting.id.casefold(), at


def _files(area: Area, papers: set[str]) -> Iterator[str]:
    """The exempt notes, and the files that they or others attach and that are exempt."""
    yield from papers
    for record in area.of(Paper):
        withheld = record.model.withheld
        named = withheld.attachments if withheld else []
        unsure = record.path in papers or not set(named) <= set(record.model.attachments)
        own = [*named, *(record.model.attachments if unsure else ())]
        yield from (path for name in own for path in beside(record.path, name))


def is_exempt_file(path: str, name: str, paper: Paper, exempt: Exempt) -> bool:
    """Whether an attachment is exempt, by its own note's word or another's.

    Where one that is exempt is not among the attachments, it cannot be told which was meant: all are.
    """
    own = paper.withheld.attachments if paper.withheld else []
    unsure = not set(own) <= set(paper.attachments)
    return unsure or name in own or not exempt.files.isdisjoint(beside(path, name))


def is_exempt_row(row: FollowUp, area: Area, exempt: Exempt) -> bool:
    """Whether a task is from an exempt case, or may be from an exempt item of its meeting."""
    if row.case is not None and row.case.casefold() in exempt.cases:
        return True
    meeting = row.meeting if isinstance(row.meeting, str) else ""
    hidden = {at for id, at in exempt.items if id == meeting.casefold()}
    found = area.one(Meeting, meeting)
    if not hidden or found is None:
        return False
    items = [found.agenda[at] for at in sorted(hidden)]
    if row.case is None and row.number not in {item.number for item in found.agenda if item.number}:
        return True
    cases = {item.case.casefold() for item in items if item.case}
    return (row.case or "").casefold() in cases or row.number in {item.number for item in items}
