"""What a paragraph or run is by its style, and by the styles that is based on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.source.word.xml import below

_HEADING: Final = re.compile(r"(?:heading|overskrift) ?([1-9])")
_CONTENTS: Final = re.compile(
    r"(?:toc|innhold|inh) ?[1-9]|(?:toc heading|contents heading|overskrift for innholdsfortegnelse)"
)
_LIST: Final = re.compile(r"(?:list (?:bullet|number)|punktliste|nummerert liste) ?([2-5])?")
_TITLES: Final = frozenset({"title", "tittel"})
_QUOTES: Final = frozenset({"quote", "intense quote", "sitat", "sterkt sitat", "block text", "quotations"})
_LONGEST: Final = 40
"""Styles based on each other; Word itself stops at eleven."""
_LANGUAGES: Final = {"no": "nb"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything that the styles below it give it; None where none of them says."""

    heading: int = 0
    is_title: bool = False
    is_quote: bool = False
    is_contents: bool = False
    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    language: str | None = None
    series: str | None = None
    level: int | None = None
    deeper: int = 0


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        found = root.iter("w:style") if root is not None else ()
        self.elements = {style.get("w:styleId", ""): style for style in found}
        self.made: dict[str, Style] = {}
        self.default = next((id for id, style in self.elements.items() if _is_default(style)), "")
        defaults = below(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self.language = language_in(defaults)

    def of(self, id: str | None) -> Style:
        """A paragraph's or run's style; that of ordinary text for one that is not there."""
        id = id if id in self.elements else self.default
        if id not in self.made:
            self.made[id] = _style(list(self._chain(id)))
        return self.made[id]

    def list_of(self, id: str) -> str | None:
        """The list that a list style stands for."""
        return self.of(id).series if id in self.elements else None

    def _chain(self, id: str) -> Iterator[Element]:
        """A style and those below it, the nearest first; a ring of styles has an end."""
        seen: set[str] = set()
        while id in self.elements and id not in seen and len(seen) < _LONGEST:
            seen.add(id)
            yield self.elements[id]
            id = value_in(self.elements[id], "w:basedOn") or ""


def _is_default(style: Element) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true", "on")


def _style(chain: list[Element]) -> Style:
    names = [(value_in(style, "w:name") or "").casefold() for style in chain]
    runs = [style.find("w:rPr") for style in chain]
    lists = [found for style in chain if (found := below(style, "w:pPr", "w:numPr")) is not None]
    depths = (int(match[1] or 1) - 1 for name in names if (match := _LIST.fullmatch(name)))
    levels = map(_heading, chain, names)
    at = (number_in(each, "w:ilvl") for each in lists)
    return Style(
        heading=next((level for level in levels if level >= 0), 0),
        is_title=not _TITLES.isdisjoint(names),
        is_quote=not _QUOTES.isdisjoint(names),
        is_contents=any(_CONTENTS.fullmatch(name) for name in names),
        bold=_first(runs, "w:b"),
        italic=_first(runs, "w:i"),
        struck=_first(runs, "w:strike"),
        hidden=_first(runs, "w:vanish"),
        language=next((language for run in runs if (language := language_in(run))), None),
        series=next((series for each in lists if (series := value_in(each, "w:numId"))), None),
        level=next((level for level in at if level is not None), None),
        deeper=next(depths, 0),
    )


def _heading(style: Element, name: str) -> int:
    """1–9, 0 where the style says that it is ordinary text, or −1 where it says nothing."""
    level = number_in(style.find("w:pPr"), "w:outlineLvl")
    if level is not None:
        return level + 1 if level < 9 else 0
    named = _HEADING.fullmatch(name)
    return int(named[1]) if named else -1


def _first(runs: list[Element | None], name: str) -> bool | None:
    return next((value for run in runs if (value := switch_in(run, name)) is not None), None)


def switch_in(properties: Element | None, name: str) -> bool | None:
    """Whether something is turned on or off here, or None where nothing is said."""
    found = properties.find(name) if properties is not None else None
    return None if found is None else found.get("w:val", "true") not in ("0", "false", "off", "none")


def value_in(properties: Element | None, name: str) -> str | None:
    """The value of a property, or None."""
    found = properties.find(name) if properties is not None else None
    return None if found is None else found.get("w:val")


def number_in(properties: Element | None, name: str) -> int | None:
    """A small whole number, or None for anything else."""
    value = value_in(properties, name)
    return int(value) if value is not None and re.fullmatch(r"[0-9]{1,6}", value) else None


def language_in(properties: Element | None) -> str | None:
    """`nb`, `nn`, `en` … as the text is marked."""
    value = (value_in(properties, "w:lang") or "").partition("-")[0].casefold()
    return _LANGUAGES.get(value, value) if value.isalpha() else None
