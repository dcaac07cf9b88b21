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
        DocumentKind("programme", "pack.programme_document:programme_document", may=("id",)),
        DocumentKind("status", "pack.status_document:status_document", may=("period",)),
        DocumentKind("goals", "pack.goal_report:goal_report"),
        DocumentKind("roles", "pack.roles_booklet:roles_booklet"),
        DocumentKind("samordning", "pack.coordination:coordination_table", may=("id",)),
        DocumentKind("wheel", "pack.wheel_page:wheel_page", may=("period",)),
        DocumentKind("agenda", "pack.agenda:agenda_paper", needs=("meeting",)),
        DocumentKind("minutes", "pack.minutes:minutes", needs=("meeting",)),
        DocumentKind("councils", "pack.councils:council_paper", needs=("id",)),
        DocumentKind("deadlines", "pack.deadline_plan:deadline_plan", may=("period", "meeting")),
        DocumentKind("portfolio", "pack.portfolio_document:portfolio_document", may=("id",)),
        DocumentKind("plan", "pack.plan_document:plan_document", may=("id",)),
    )
}
MEETING_PACK: Final = DocumentKind("meeting-pack", "pack.meeting:meeting_pack", needs=("meeting",))
"""Made by a command of its own, which judges the files first."""
PACKS: Final = {
    "meeting": MEETING_PACK,
    "draft": MEETING_PACK,
    "addendum": DocumentKind(MEETING_PACK.name, "pack.meeting:addendum", needs=("meeting",)),
}
"""How a pack can have been asked for, and how it is made again for the same meeting."""
ALIASES: Final = {
    "prosjektark": "project-sheet",
    "handlingsprogram": "programme",
    "statusrapport": "status",
    "måloppnåelse": "goals",
    "måloppnåing": "goals",
    "rollehefte": "roles",
    "coordination": "samordning",
    "årshjul": "wheel",
    "saksliste": "agenda",
    "innkalling": "agenda",
    "protokoll": "minutes",
    "referat": "minutes",
    "lokalsak": "councils",
    "fristplan": "deadlines",
    "portefølje": "portfolio",
    "programvalg": "plan",
    "programval": "plan",
}
"""What the kinds are called in Norwegian."""
