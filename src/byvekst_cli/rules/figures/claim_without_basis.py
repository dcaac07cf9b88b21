"""FIG010: a note says that the goal is reached or that traffic has changed, and not on what basis."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.claims import claims_without_basis
from byvekst_cli.rules.rule import Problems, rule


@rule("FIG010", about=Paper, severity=Severity.WARNING)
def claim_without_basis(note: Record[Paper], area: Area) -> Problems:
    """A window, a reference year or a method anywhere in the paragraph is enough."""
    for each in claims_without_basis(area.text_of(note)):
        yield Problem(Place(note.path, stretch=(each.start, each.end)), {"claim": each.name})
