"""CON004: a project says that it is in a programme, and the programme does not have it."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, On, Problem, Severity
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import PortfolioState, Project
from byvekst_cli.rules.rule import Problems, rule


@rule("CON004", about=Project, severity=Severity.WARNING)
def not_in_its_programme(project: Record[Project], area: Area) -> Problems:
    """A programme without any lines is one whose contents are not known."""
    stands = project.model.portfolio
    if stands is None or stands.state is not PortfolioState.PROGRAMME:
        return
    for record in area.named(stands.programme or ""):
        programme = record.model
        if isinstance(programme, Programme) and programme.lines and not programme.has_project(project.id):
            facts = {"project": project.id, "programme": programme.name}
            clue = Clue(record.at("lines", on=On.KEY), "the-lines-here")
            yield Problem(project.at("portfolio", "programme"), facts, (clue,))
