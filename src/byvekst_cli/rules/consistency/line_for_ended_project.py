"""CON009: a programme has money for a project that is withdrawn, or was finished before it began."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.project import InPortfolio, PortfolioState, Project
from byvekst_cli.model.when import When
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.rules.rule import Problems, rule

_DONE = (PortfolioState.DONE, PortfolioState.EVALUATED)


@rule("CON009", about=Programme, severity=Severity.WARNING)
def line_for_ended_project(programme: Record[Programme], area: Area) -> Problems:
    """A note on the line explains, such as final settlements."""
    for at, line in enumerate(lines(area, programme.model)):
        place = line.project.portfolio if line.project else None
        given = any(money.ore for money in line.programme.moneys)
        if place and given and programme.model.lines[at].note is None and _ended(place, programme.model):
            sheet = next(r for r in area.named(line.id) if isinstance(r.model, Project))
            facts = {"project": line.id, "state": place.state.value, "since": place.since}
            clue = Clue(sheet.at("portfolio", "state"), "the-sheet-here")
            yield Problem(programme.at("lines", at, "project"), facts, (clue,))


def _ended(place: InPortfolio, programme: Programme) -> bool:
    """Known to have ended before the programme's first day."""
    begins = programme.period.since
    if not isinstance(place.since, When) or not isinstance(begins, When):
        return False
    return place.state in {*_DONE, PortfolioState.WITHDRAWN} and place.since.is_before(begins)
