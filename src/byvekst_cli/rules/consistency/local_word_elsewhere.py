"""CON003: a local word is known for another phase or role than the one stated."""

from collections.abc import Iterator

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Problem, Severity
from byvekst_cli.model.block import Sheet
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.project import Project
from byvekst_cli.model.vocabulary import Concept, Phase, Role
from byvekst_cli.rules.rule import Problems, rule

Stated = tuple[type[Concept], str, str | None, tuple[str, ...]]
"""The sort of word, the word stated, the local name for it, and where the first stands."""


@rule("CON003", about=Sheet, severity=Severity.WARNING)
def local_word_elsewhere(record: Record[Sheet], area: Area) -> Problems:
    for about, stated, local, at in _stated(record.model):
        known = [id for id, concept in area.all_of(about).items() if _calls(concept, local, area.id)]
        if known and stated not in known:
            facts = {"local": local, "stated": stated, "known": tuple(known)}
            yield Problem(record.at(*at), facts)


def _stated(sheet: Sheet) -> Iterator[Stated]:
    if isinstance(sheet, Project) and sheet.phase:
        yield Phase, sheet.phase.phase, sheet.phase.local, ("phase", "phase")
    if isinstance(sheet, Mandate):
        yield Role, sheet.role, sheet.name, ("role",)


def _calls(concept: Concept, word: str | None, area: str) -> bool:
    """Whether an area, or the agency that the word came from, has this word for it."""
    users = (area.casefold(), "statens-vegvesen")
    return any(
        local.word.casefold() == (word or "").casefold() and local.user.casefold() in users
        for local in concept.local
    )
