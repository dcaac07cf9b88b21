"""NOT009: the proposal of a note differs from what the case or the meeting says, and nothing says so."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import decision_part, parts_of
from byvekst_cli.finding import Clue, Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.compared import told_elsewhere, unlike
from byvekst_cli.prose.template import decision_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT009", about=Paper, severity=Severity.WARNING)
def proposal_unlike_decision(note: Record[Paper], area: Area) -> Problems:
    """Signs, capitals and numbers of points are no difference. What was changed in the meeting says so."""
    decision, part = decision_of(note, area), decision_part(parts_of(note, area))
    if decision is None or part is None:
        return
    text = "\n".join(block.text for block in area.text_of(note).blocks)
    for told in told_elsewhere(note, area):
        difference = unlike(decision, told, text)
        if difference is not None:
            facts = {"ours": difference.ours, "theirs": difference.theirs}
            place = Place(note.path, stretch=part.stretch)
            yield Problem(place, facts, (Clue(told.place, told.says),))
