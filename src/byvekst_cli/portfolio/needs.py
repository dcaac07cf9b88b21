"""Which projects must be in for one project to be."""

from byvekst_cli.area import Area
from byvekst_cli.model.project import Project


def needed_by(area: Area, id: str) -> frozenset[str]:
    """Ids, casefolded, of all that a project needs, and what these need; not itself unless in a circle."""
    found: set[str] = set()
    ahead = [id]
    while ahead:
        project = area.one(Project, ahead.pop())
        planning = project.planning if project else None
        new = {each.casefold() for each in (planning.requires if planning else ())} - found
        found |= new
        ahead += sorted(new)
    return frozenset(found)
