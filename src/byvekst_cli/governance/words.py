"""The word list: canonical words, and what each area calls the same thing in each written standard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.governance.bodies import bodies
from byvekst_cli.model.vocabulary import Concept, Means, Measure, Phase, Role, Standard, Task, Term

SORTS: Final[dict[str, type[Concept]]] = {
    "roles": Role,
    "tasks": Task,
    "terms": Term,
    "phases": Phase,
    "measures": Measure,
    "means": Means,
}


@dataclass(frozen=True, slots=True)
class Local:
    """A word that an area or agency uses, by its id, and the written standard where that is known."""

    word: str
    user: str
    standard: Standard | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of one sort, and the local words for it in the order of the files."""

    id: str
    concept: Concept
    local: tuple[Local, ...]


def word_list(areas: Iterable[Area]) -> dict[str, tuple[Entry, ...]]:
    """For each sort of word its entries, those of the areas with the names of their bodies."""
    areas = tuple(areas)
    return {sort: tuple(_entries(areas, about)) for sort, about in SORTS.items()}


def _entries(areas: tuple[Area, ...], about: type[Concept]) -> Iterator[Entry]:
    concepts: dict[str, Concept] = {}
    local: dict[str, list[Local]] = {}
    for area in areas:
        for id, concept in area.all_of(about).items():
            concepts.setdefault(id.casefold(), concept)
            words = local.setdefault(id.casefold(), [])
            words.extend(Local(each.word, each.user, each.standard) for each in concept.local)
            if about is Role:
                words.extend(_names(area, id))
    for id, concept in concepts.items():
        yield Entry(id, concept, tuple(_each_once(local[id])))


def _names(area: Area, role: str) -> Iterator[Local]:
    for body in bodies(area):
        if body.role.casefold() == role.casefold():
            yield from (Local(name, area.id) for name in (body.name, *body.other_names))


def _each_once(words: Iterable[Local]) -> Iterable[Local]:
    found: dict[tuple[str, str], Local] = {}
    for word in words:
        found.setdefault((word.word.casefold(), word.user.casefold()), word)
    return found.values()
