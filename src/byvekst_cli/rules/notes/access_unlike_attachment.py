"""NOT011: a note and another note that it attaches or links to are not equally open."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.attached import beside
from byvekst_cli.rules.rule import Problems, rule


@rule("NOT011", about=Paper, severity=Severity.WARNING)
def access_unlike_attachment(note: Record[Paper], area: Area) -> Problems:
    """A public note that leads to an exempt one, or an exempt note whose attachment is public."""
    papers = {record.path: record.model for record in area.of(Paper)}
    named = [(name, note.at("attachments", at), True) for at, name in enumerate(note.model.attachments)]
    links = [link for block in area.text_of(note).blocks for link in block.links]
    named += [(each.target, Place(note.path, stretch=(each.start, each.start + 1)), False) for each in links]
    for name, place, is_attached in named:
        other = next((papers[path] for path in beside(note.path, name) if path in papers), None)
        if other is None:
            continue
        if note.model.withheld is None and other.withheld is not None:
            yield Problem(place, {"file": name, "reason": Term("access-other-exempt")})
        elif note.model.withheld is not None and other.withheld is None and is_attached:
            yield Problem(place, {"file": name, "reason": Term("access-other-public")})
