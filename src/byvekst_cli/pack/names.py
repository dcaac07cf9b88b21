"""What words and organisations are called, so that nothing further up has to look them up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.model.project import Project
from byvekst_cli.model.vocabulary import Concept, Means, Measure, Phase, Role, Task

_WORDS: Final[dict[str, type[Concept]]] = {
    "phase": Phase,
    "measure": Measure,
    "means": Means,
    "role": Role,
    "task": Task,
}


@dataclass(frozen=True, slots=True)
class Names:
    """By sort (`means`, `measure`, `phase`, `role`, `task`) and id in lower case; organisations by id."""

    words: Mapping[str, Mapping[str, Named]]
    organisations: Mapping[str, str]

    def of(self, sort: str, id: str) -> Named | str:
        """The word in each language, the name of an organisation, or the id where neither is known."""
        own = self.words.get(sort)
        if own is not None:
            return own.get(id.casefold(), id)
        return self.organisations.get(id.casefold(), id)


def names(area: Area) -> Names:
    """All that the area and the catalogue have a name for."""
    words = {
        sort: {id.casefold(): _named(concept) for id, concept in area.all_of(about).items()}
        for sort, about in _WORDS.items()
    }
    organisations = {id.casefold(): each.name for id, each in area.all_of(Organisation).items()}
    return Names(words, organisations)


def means_of(area: Area) -> Mapping[str, Named]:
    """What each source of money is called, by id in lower case."""
    return names(area).words["means"]


def body_name(area: Area, id: str) -> str:
    """What a body is called, or its id where it has no mandate."""
    found = area.one(Mandate, id)
    return found.name if found else id


def project_name(area: Area, id: str) -> str:
    """What a project is called, or its id where it has no sheet."""
    found = area.one(Project, id)
    return found.name if found else id


def area_name(area: Area) -> str:
    """What the area calls itself."""
    return area.file.name if area.file else area.name


def _named(concept: Concept) -> Named:
    return Named({str(language): name for language, name in concept.names.items()})
