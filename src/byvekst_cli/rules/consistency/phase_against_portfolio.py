"""CON002: the phase of a project and its place in the portfolio cannot both be right."""

from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Problem, Severity
from byvekst_cli.model.project import PortfolioState, Project
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.rules.rule import Problems, rule

_BEFORE: Final = {
    PortfolioState.SUGGESTED: "bygging",
    PortfolioState.CANDIDATE: "bygging",
    PortfolioState.STUDY: "bygging",
}
"""States that a project has left before this phase."""
_FROM: Final = {PortfolioState.DONE: "åpnet", PortfolioState.EVALUATED: "åpnet"}
"""States that a project cannot have before this phase."""


@rule("CON002", about=Project, severity=Severity.WARNING)
def phase_against_portfolio(project: Record[Project], area: Area) -> Problems:
    stated, portfolio = project.model.phase, project.model.portfolio
    phase = area.one(Phase, stated.phase) if stated else None
    if stated is None or phase is None or portfolio is None:
        return
    before = area.one(Phase, _BEFORE.get(portfolio.state))
    begun = area.one(Phase, _FROM.get(portfolio.state))
    if (before and phase.order >= before.order) or (begun and phase.order < begun.order):
        facts = {"phase": stated.phase, "state": portfolio.state.value}
        clue = Clue(project.at("phase", "phase"), "the-phase-here")
        yield Problem(project.at("portfolio", "state"), facts, (clue,))
