"""CON010: projects of the programme before are neither in this one nor said to be left out."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import PortfolioState, Project
from byvekst_cli.rules.rule import Problems, rule

_GONE = (PortfolioState.DONE, PortfolioState.EVALUATED, PortfolioState.POSTPONED, PortfolioState.WITHDRAWN)


@rule("CON010", about=Programme, severity=Severity.WARNING)
def dropped_without_a_word(programme: Record[Programme], area: Area) -> Problems:
    """Only against the programme that this one says it replaces, and where both have lines."""
    before = area.one(Programme, programme.model.replaces)
    if before is None or not programme.model.lines:
        return
    told = {row.project.casefold() for row in programme.model.unfunded}
    dropped = [line.project for line in before.lines if not programme.model.has_project(line.project)]
    gone = told | _gone(area)
    silent = tuple(id for id in dict.fromkeys(dropped) if id.casefold() not in gone)
    if silent:
        place = programme.at("lines", on=On.KEY)
        yield Problem(place, {"n": len(silent), "projects": silent, "before": before.name})


def _gone(area: Area) -> set[str]:
    """What the sheets say is finished, put off or withdrawn."""
    places = ((sheet.id.casefold(), sheet.model.portfolio) for sheet in area.of(Project))
    return {id for id, place in places if place is not None and place.state in _GONE}
