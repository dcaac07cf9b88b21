"""Where a text names a project: by its id, by its whole name, or by a road number that it has alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.project import Project

_ROAD: Final = re.compile(r"\b(e|rv|fv|kv)\.? ?(\d{1,5})\b", re.IGNORECASE)
_SURE: Final = 12
"""Letters after which one word is surely a name and not a kind of measure."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text that names a project."""

    project: str
    start: int
    end: int


@lru_cache(maxsize=1)
def names(area: Area) -> Mapping[str, str | None]:
    """What projects are called, in lower case, by id; None where several are called the same."""
    found: dict[str, str | None] = {}
    for record in area.of(Project):
        project = record.model
        words = [record.id, *(re.sub(r"\s", "", road) for road in project.road_numbers)]
        if len(project.name.split()) > 1 or len(project.name) >= _SURE:
            words.append(project.name)
        for word in {word.lower() for word in words}:
            found[word] = record.id if found.get(word, record.id) == record.id else None
    return found


def mentions(text: str, area: Area) -> tuple[Mention, ...]:
    """The longest names found, none inside another."""
    known = names(area)
    lowered = text.lower()
    if len(lowered) != len(text):
        return ()
    found = [
        Mention(id or "", at, at + len(name)) for name, id in known.items() for at in _places(name, lowered)
    ]
    for road in _ROAD.finditer(lowered):
        written = road[1] + road[2]
        if written in known:
            found.append(Mention(known[written] or "", road.start(), road.end()))
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Mention] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


def only(text: str, area: Area) -> str | None:
    """The one project that a text names; None where it names none or several."""
    found = {each.project for each in mentions(text, area)}
    return found.pop() or None if len(found) == 1 else None


def without_names(text: str, area: Area) -> str:
    """The text with spaces for the names of projects, whose digits and words are not figures."""
    for each in mentions(text, area):
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def with_marks(text: str, area: Area) -> str:
    """The text with § for the name of each project."""
    for each in reversed(mentions(text, area)):
        text = f"{text[: each.start]}§{text[each.end :]}"
    return text


def _places(name: str, text: str) -> list[int]:
    if name not in text:
        return []
    return [each.start() for each in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]
