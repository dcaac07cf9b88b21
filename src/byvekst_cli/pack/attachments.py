"""The attachments of the notes, numbered within each case, and whether the file is there."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.attached import beside


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment as the note names it; `path` is the file in the area, None where it is not there."""

    at: int
    name: str
    path: str | None


def attachments(area: Area, paper: Record[Paper]) -> tuple[Attachment, ...]:
    """In the order that the note has them."""
    return tuple(
        Attachment(at, name, next((path for path in beside(paper.path, name) if path in area.files), None))
        for at, name in enumerate(paper.model.attachments, 1)
    )
