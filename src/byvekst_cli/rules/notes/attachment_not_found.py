"""NOT012: an attachment is no file that is there, or of a type that few can open."""

import re

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity, Term
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.attached import beside
from byvekst_cli.rules.rule import Problems, rule

_FILE = re.compile(r"[^:]*\.(?P<ending>[A-Za-z][A-Za-z0-9]{1,4})")
_KNOWN = frozenset(
    (
        *("csv", "docx", "geojson", "gif", "jpeg", "jpg", "md", "odp", "ods", "odt", "pdf", "png"),
        *("pptx", "svg", "tif", "tiff", "txt", "xlsx", "yaml"),
    )
)


@rule("NOT012", about=Paper, severity=Severity.WARNING)
def attachment_not_found(note: Record[Paper], area: Area) -> Problems:
    """A title without an ending, and an address, are no names of files."""
    for at, name in enumerate(note.model.attachments):
        match = _FILE.fullmatch(name.strip())
        if match is None or not area.files:
            continue
        place = note.at("attachments", at)
        if not any(path in area.files for path in beside(note.path, name)):
            yield Problem(place, {"file": name, "reason": Term("attachment-missing")})
        elif match["ending"].casefold() not in _KNOWN:
            yield Problem(place, {"file": name, "reason": Term("attachment-type")})
