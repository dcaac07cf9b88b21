"""The kinds of document: a contents function and a template each."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """`contents` is `room.module:function`, called with the area and what was asked for by name.

    `needs` are the options that must be given, `may` those that can be: `meeting`, `id`, `period`.
    The template is `templates/documents/<name>.md`, whose names are the fields of the contents.
    """

    name: str
    contents: str
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


KINDS: Final = {
    kind.name: kind
    for kind in (
        DocumentKind("project-sheet", "pack.project_sheet:project_sheet", needs=("id",)),
        DocumentKind("plan", "pack.plan_document:plan_document", may=("id",)),
    )
}
ALIASES: Final = {"prosjektark": "project-sheet", "programvalg": "plan", "programval": "plan"}
"""What the kinds are called in Norwegian."""
