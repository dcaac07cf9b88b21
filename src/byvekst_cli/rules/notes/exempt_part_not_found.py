"""NOT015: an exemption names a part or an attachment that the note does not have."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.note_text import BlockKind
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT015", about=Paper, severity=Severity.WARNING)
def exempt_part_not_found(note: Record[Paper], area: Area) -> Problems:
    """A public version leaves out the whole note where a part is not found, which is seldom meant."""
    withheld = note.model.withheld
    if withheld is None:
        return
    heads = (b.text for b in area.text_of(note).blocks if b.kind is BlockKind.HEADING)
    there = {_folded(text) for text in heads}
    for at, name in enumerate(withheld.parts):
        if _folded(name) not in there:
            place = note.at("withheld", "parts", at)
            yield Problem(place, {"name": name, "reason": Term("exempt-no-heading")})
    for at, name in enumerate(withheld.attachments):
        if name not in note.model.attachments:
            place = note.at("withheld", "attachments", at)
            yield Problem(place, {"name": name, "reason": Term("exempt-no-attachment")})


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
