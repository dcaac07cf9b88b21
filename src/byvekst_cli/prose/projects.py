"""Where a text names a project: by its id, its name in short or in full, or a road number of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.model.project import Project

_ROAD: Final = re.compile(r"\b(e|rv|fv|kv)\.? ?(\d{1,5})\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"^(?:e|rv|fv|kv)\.? ?\d{1,5} ", re.IGNORECASE)
_SURE: Final = 12
"""Letters after which one word is surely a name and not a kind of measure."""
_BUILT: Final = re.compile(
    r"[a-zæøå]{3}(?:v[ei]+en|v[ei]+gen|gata|gaten|brua|broen|banen|ruta|tunnelen|brekko)$"
)
"""How one word ends that is the name of something built; it is one where it has a capital letter."""
_BETWEEN: Final = re.compile(r" ?,? ?(?P<open>\(?)")


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
        words += [name for name in (project.name, _short(project.name)) if _is_sure(name)]
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
        Mention(id or "", start, end)
        for name, id in known.items()
        for start, end in _places(name, lowered)
        if not _BUILT.search(name) or text[start].isupper()
    ]
    for road in _ROAD.finditer(lowered):
        written = road[1] + road[2]
        if written in known:
            found.append(Mention(known[written] or "", road.start(), road.end()))
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Mention] = []
    for each in found:
        before = kept[-1] if kept else None
        if before is None or each.start >= before.end:
            kept.append(each)
            if before and before.project == each.project:
                kept[-2:] = _joined(before, each, text)
    return tuple(kept)


def _joined(one: Mention, other: Mention, text: str) -> list[Mention]:
    """One mention of two names in a row, such as «OS-KOL-001 (Fornebubanen)»."""
    between = _BETWEEN.fullmatch(text[one.end : other.start])
    closed = text[other.end : other.end + 1] == ")"
    if between is None or bool(between["open"]) != closed:
        return [one, other]
    return [Mention(one.project, one.start, other.end + closed)]


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


def _short(name: str) -> str:
    """What a project is called in a sentence: no road number, and nothing after a comma but its own stretch.

    «Fv552 Hatvikvegen, gang- og sykkelveg» is Hatvikvegen; «Kolsåsbanen, Gjettum stasjon» is not Kolsåsbanen.
    """
    head, _, rest = _NUMBERED.sub("", name).partition(", ")
    return head if not rest or rest[0].islower() or "–" in rest else name


def _is_sure(name: str) -> bool:
    """Whether it is surely a name and not a kind of measure or a place."""
    return len(name.split()) > 1 or len(name) >= _SURE or "–" in name or bool(_BUILT.search(name))


def _places(name: str, text: str) -> list[tuple[int, int]]:
    """Where a name stands, also in the genitive."""
    if name not in text:
        return []
    pattern = rf"(?<![\w-]){re.escape(name)}{'s?' if name[-1:].isalpha() else ''}(?![\w-])"
    return [each.span() for each in re.finditer(pattern, text)]
