"""The template that a note is held to, and what it proposes."""

from dataclasses import dataclass

from byvekst_cli.area import Area, Record
from byvekst_cli.area.note_parts import decision_part, parts_of
from byvekst_cli.model.case import Case, CaseKind
from byvekst_cli.model.note_template import NotePart, NoteTemplate
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.treatment import Handling
from byvekst_cli.prose.decision import Decision, decision_in


@dataclass(frozen=True, slots=True)
class Chosen:
    """A template with its id."""

    id: str
    template: NoteTemplate


def template_for(kind: CaseKind | None, handling: Handling, area: Area) -> Chosen | None:
    """The template that fits most closely; of equals an area's own goes before those that ship."""
    best: tuple[int, Chosen] | None = None
    for id, template in area.all_of(NoteTemplate).items():
        fits = template.suits(kind, handling)
        if fits is not None and (best is None or fits > best[0]):
            best = fits, Chosen(id, template)
    return best[1] if best else None


def template_of(note: Record[Paper], area: Area) -> Chosen | None:
    """The template of a note, by what its case is about and what is asked."""
    return template_for(kind_of(note, area), note.model.handling, area)


def kind_of(note: Record[Paper], area: Area) -> CaseKind | None:
    """What kind of case a note is in; None where that cannot be told."""
    case = area.one(Case, note.model.case)
    return case.kind if case else None


def decision_of(note: Record[Paper], area: Area) -> Decision | None:
    """The proposed decision of a note, or None where it has none."""
    part = decision_part(parts_of(note, area))
    return decision_in(part) if part is not None and part.lines else None


def heading_for(id: str, area: Area, language: str) -> str:
    """What a part is called in new notes in a language, or else in the first there is."""
    part = area.all_of(NotePart).get(id)
    if part is None:
        return id
    names = part.headings.get(language) or next(iter(part.headings.values()))  # type: ignore[call-overload]
    return str(names[0])
