"""NOT013: a paper for decision proposes only to take something as information."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import decision_part, parts_of
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.case import CaseKind
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling
from byvekst_cli.prose.template import decision_of, kind_of
from byvekst_cli.rules.rule import Problems, rule

_REPORTS = frozenset((CaseKind.REPORT, CaseKind.ACCOUNTS, CaseKind.GOALS))


@rule("NOT013", about=Paper, severity=Severity.ADVICE)
def decision_only_notes(note: Record[Paper], area: Area) -> Problems:
    """That is how reports are treated, so nothing is said of them."""
    decision, part = decision_of(note, area), decision_part(parts_of(note, area))
    if note.model.handling is not Handling.DECISION or kind_of(note, area) in _REPORTS:
        return
    if decision is not None and part is not None and decision.only_notes:
        yield Problem(Place(note.path, stretch=part.stretch), {"heading": part.title})
