"""NOT002: nothing stands under a heading."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import is_begun, parts_of
from byvekst_cli.area.parts import is_empty
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.note_template import DECISION
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT002", about=Paper, severity=Severity.WARNING)
def empty_heading(note: Record[Paper], area: Area) -> Problems:
    """A title needs nothing under it, nor does a heading with smaller ones below."""
    found = parts_of(note, area)
    if not is_begun(found):
        return
    for at, part in enumerate(found):
        told_elsewhere = DECISION in part.ids and note.model.handling is Handling.DECISION
        if at and is_empty(found, at) and not told_elsewhere:
            yield Problem(Place(note.path, stretch=part.stretch), {"heading": part.title})
