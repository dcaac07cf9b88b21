"""Which files a meeting's papers stand on: its own, its cases', their notes for it, and their projects'."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.model.case import Case
from byvekst_cli.model.meeting import Meeting
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.text import file_stem
from byvekst_cli.pack.agenda import paper_of


def judged(area: Area, meeting: Record[Meeting]) -> frozenset[str]:
    """Paths in the area; also of files that could not be read, where they would have held such a record."""
    cases = [item.case for item in meeting.model.agenda if item.case]
    return frozenset((meeting.path, *(path for case in cases for path in _of_case(area, case, meeting))))


def of_case(area: Area, case: Record[Case]) -> frozenset[str]:
    """The case's file, all its notes, and the sheets of its projects."""
    notes = (each.path for each in area.of(Paper) if each.model.case.casefold() == case.id.casefold())
    return frozenset((case.path, *notes, *map(_sheet, case.model.projects)))


def meeting_file(asked: str) -> str:
    """Where the file of a meeting lies, by what it was called."""
    return f"moete/{file_stem(asked.strip().rstrip('/').rpartition('/')[2])}/moete.yaml"


def _of_case(area: Area, id: str, meeting: Record[Meeting]) -> Iterator[str]:
    case = area.one(Case, id)
    folder = f"sak/{file_stem(id)}"
    yield f"{folder}/sak.yaml"
    yield from map(_sheet, case.projects if case else ())
    paper = paper_of(area, id, meeting)
    if paper is not None:
        yield paper.path
    known = {each.path for each in area.of(Paper)}
    yield from (
        path
        for path in area.files
        if path.startswith(f"{folder}/notat-") and path.endswith(".md") and path not in known
    )


def _sheet(project: str) -> str:
    return f"prosjekt/{file_stem(project)}.yaml"
