"""NOT014: a note is written on another version of its template than the one in force."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.template import template_of
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT014", about=Paper, severity=Severity.ADVICE)
def older_template(note: Record[Paper], area: Area) -> Problems:
    """Silent about notes that do not say which version they are written on."""
    chosen, written = template_of(note, area), note.model.template_version
    if chosen and written is not None and written != chosen.template.version:
        facts = {"written": written, "now": chosen.template.version, "template": chosen.id}
        yield Problem(note.at("template_version"), facts)
