"""What earmarked money may be used for."""

from byvekst_cli.model.funding_plan import Earmark
from byvekst_cli.model.project import Project


def allows(mark: Earmark, project: Project) -> bool:
    """Each kind of mark that is given must be met: project, place and measure."""
    measures = project.measures if isinstance(project.measures, list) else []
    met = (
        _meets(mark.projects, [project.id, *([project.part_of] if project.part_of else [])]),
        _meets(mark.municipalities, [*project.municipalities]),
        _meets(mark.measures, measures) or not isinstance(project.measures, list),
    )
    return all(met)


def _meets(wanted: list[str], has: list[str]) -> bool:
    return not wanted or not {each.casefold() for each in wanted}.isdisjoint(each.casefold() for each in has)
