"""NOT001: a note lacks parts that its template asks for."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import is_begun, parts_of, told_in
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.note_template import DECISION
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling
from byvekst_cli.prose.passages import language_of
from byvekst_cli.prose.template import heading_for, template_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT001", about=Paper, severity=Severity.WARNING)
def missing_heading(note: Record[Paper], area: Area) -> Problems:
    """One finding for all that is missing. The order is free, and so are other headings."""
    chosen, found = template_of(note, area), parts_of(note, area)
    if chosen is None or not is_begun(found):
        return
    told = set(told_in(found))
    if note.model.handling is Handling.DECISION:
        told.add(DECISION)  # told by a rule of its own, as an error
    language = language_of(note, area) or "nb"
    missing = [heading_for(id, area, language) for id in chosen.template.required if id not in told]
    if missing:
        yield Problem(note.at("title"), {"missing": Hint(", ".join(missing)), "template": chosen.id})
