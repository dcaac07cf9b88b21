"""MON018: money is used for something other than what it is earmarked for."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.funding_plan import Scheme
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.earmarks import allows
from byvekst_cli.portfolio.posts import posts_of
from byvekst_cli.rules.rule import Problems, rule


@rule("MON018", about=Project, severity=Severity.WARNING)
def earmark_breach(project: Record[Project], area: Area) -> Problems:
    """A source is judged only where every scheme of it is earmarked; one free scheme may pay for all."""
    for each in posts_of(project, current(area).posts):
        means = str(each.post.means).casefold()
        schemes = [record.model for record in area.of(Scheme) if str(record.model.means).casefold() == means]
        marks = [scheme.earmarked_to for scheme in schemes]
        tied = [mark for mark in marks if mark is not None]
        if marks and len(tied) == len(marks) and not any(allows(mark, project.model) for mark in tied):
            yield Problem(each.at("means"), {"means": each.post.means, "project": project.id})
