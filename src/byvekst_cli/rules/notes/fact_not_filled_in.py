"""NOT005: a field at the top of a note that its template asks for is not filled in."""

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import is_begun, parts_of
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.template import template_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT005", about=Paper, severity=Severity.ADVICE)
def fact_not_filled_in(note: Record[Paper], area: Area) -> Problems:
    """Only in an area, for only there do notes have such fields."""
    chosen = template_of(note, area)
    is_in_area = area.file is not None and note.path.endswith(".md")
    if chosen is None or not is_in_area or not is_begun(parts_of(note, area)):
        return
    missing = [name for name in chosen.template.fields if name not in note.data]
    if missing:
        yield Problem(note.at("title"), {"fields": Hint(", ".join(missing)), "template": chosen.id})
