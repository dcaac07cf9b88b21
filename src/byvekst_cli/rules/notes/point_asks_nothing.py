"""NOT006: a point of a proposed decision does not say what is decided."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.template import decision_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT006", about=Paper, severity=Severity.ADVICE)
def point_asks_nothing(note: Record[Paper], area: Area) -> Problems:
    """The body as subject, nominal forms and several verbs are all fine; so is a verb above the points."""
    decision = decision_of(note, area)
    if decision is None or decision.preamble:
        return
    for point in decision.points:
        if not point.asks:
            yield Problem(Place(note.path, stretch=(point.start, point.end)), {"begins": point.begins})
