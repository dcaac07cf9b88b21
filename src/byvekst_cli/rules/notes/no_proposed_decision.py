"""NOT003: a paper for decision proposes none."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import decision_part, is_begun, parts_of
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT003", about=Paper, severity=Severity.ERROR)
def no_proposed_decision(note: Record[Paper], area: Area) -> Problems:
    """Any of the headings that the templates know will do, and any form of words."""
    found = parts_of(note, area)
    part = decision_part(found)
    if note.model.handling is not Handling.DECISION or not is_begun(found) or (part and part.lines):
        return
    place = Place(note.path, stretch=part.stretch) if part else note.at("handling")
    yield Problem(place, {"heading": part.title if part else None})
