"""What every format shows of a document as a whole: its head, and what it was made from."""

from datetime import date

from byvekst_cli.language import Say
from byvekst_cli.render.tree import Document

SHORT = 8
"""Letters of a mark that people are shown."""


def head_line(document: Document) -> str:
    """What stands below the title."""
    parts = (document.subtitle, document.sender, document.dated)
    line = " · ".join(part for part in parts if part)
    return f"{line}. {document.invented}" if document.invented else line


def made_line(document: Document, say: Say) -> str:
    """`Laget med byvekst 0.1.0 av data per 23. november 2026, grunnlag 3f2a9c01.`."""
    made = document.made
    day = say.day(date.fromisoformat(made.as_of))
    revision = made.revision[:SHORT] if made.revision else None
    return say.doc("doc-made", version=made.version, day=day, hash=made.whole[:SHORT], revision=revision)
