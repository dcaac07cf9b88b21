"""What sources and groups are called in the language of the picture."""

from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.vocabulary import Concept, Means, Measure, Phase

_CONCEPTS: Final[dict[str, type[Concept]]] = {"phase": Phase, "measure": Measure, "means": Means}


def name_of(area: Area, by: str, key: str | None, say: Say) -> str:
    """The name of a group; what nothing is known of is called what the files call it."""
    if key is None:
        return say("chart-no-source" if by == "means" else "chart-not-stated")
    if by == "state":
        return say(f"state-{key}")
    if by in _CONCEPTS:
        names = [_concept(area, _CONCEPTS[by], part, say) for part in key.split(" + ")]
        return safe(" + ".join([names[0], *(_lower(name) for name in names[1:])]))
    return safe(area.name_of(key))


def _concept(area: Area, about: type[Concept], key: str, say: Say) -> str:
    found = area.one(about, key)
    names = found.names if found else {}
    own = (name for language, name in names.items() if language == say.language)
    return next(own, next(iter(names.values()), key))


def _lower(name: str) -> str:
    """Inside a row of names; one of capitals is left as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
