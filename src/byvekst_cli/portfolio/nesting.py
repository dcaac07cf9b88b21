"""Projects within projects: sections of a road, stages of a line."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from byvekst_cli.area import Area, Record
from byvekst_cli.model.project import Project


def parts_of(area: Area, project: str) -> tuple[Record[Project], ...]:
    """The sheets that say they are a part of a project, in the order of the files."""
    return _parts(area).get(project.casefold(), ())


def wholes_of(area: Area, project: str) -> Iterator[str]:
    """The ids of what a project is a part of, the nearest first; a circle ends where it closes."""
    seen = {project.casefold()}
    sheet = area.one(Project, project)
    while sheet is not None and sheet.part_of and sheet.part_of.casefold() not in seen:
        seen.add(sheet.part_of.casefold())
        yield sheet.part_of
        sheet = area.one(Project, sheet.part_of)


@lru_cache(maxsize=1)
def _parts(area: Area) -> Mapping[str, tuple[Record[Project], ...]]:
    found: dict[str, list[Record[Project]]] = {}
    for record in area.of(Project):
        if whole := record.model.part_of:
            found.setdefault(whole.casefold(), []).append(record)
    return {whole: tuple(parts) for whole, parts in found.items()}
