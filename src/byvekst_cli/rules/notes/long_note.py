"""NOT004: a note is longer than its template says."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.readability import Reading
from byvekst_cli.prose.template import template_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT004", about=Paper, severity=Severity.ADVICE)
def long_note(note: Record[Paper], area: Area) -> Problems:
    """Headings, tables and quotes are not counted."""
    chosen = template_of(note, area)
    most = int(chosen.template.most_words or 0) if chosen else 0
    words = Reading.of(area.text_of(note)).words
    if chosen and most and words > most:
        yield Problem(note.at("title"), {"words": Hint(words), "most": most, "template": chosen.id})
