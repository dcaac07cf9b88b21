"""What is counted and remembered while a document is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.render.tree import Document
from byvekst_cli.render.word.footnotes import Footnotes
from byvekst_cli.render.word.targets import Target
from byvekst_cli.render.word.xml import on, paragraph, value

Numbered = Callable[[bool, int, int], int]
"""A new list of a document: ordered or not, at which level, from which number."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the style of its paragraphs, how far in (twips), and its language."""

    style: str = "body"
    indent: int = 0
    depth: int = 0
    language: str | None = None
    holds: bool = False

    def inside(self, language: str | None) -> "Place":
        """The same place in another language, where one is given."""
        return replace(self, language=language) if language else self


@dataclass(frozen=True, slots=True)
class Page:
    """What there is room for between the margins, in twips."""

    width: int
    height: int


@dataclass(slots=True)
class State:
    """One document on its way into one file.

    `link_below` names an address for the footnotes; `noted` is the bookmark of each footnote by its label,
    and `notes_above` how many the template has before them.
    """

    document: Document
    say: Say
    styles: Mapping[str, str]
    page: Page
    targets: Mapping[int, Target]
    by_id: Mapping[str, Target]
    told: Mapping[str, str]
    numbered: Numbered
    numbered_in_box: Numbered
    link: Callable[[str], str]
    picture: Callable[[bytes], str]
    footnotes: Footnotes
    link_below: Callable[[str], str]
    ids: int = 0
    new_page: bool = False
    gap: int = 0
    drawings: int = 0
    notes_above: int = 0
    noted: dict[str, str] = field(default_factory=dict)

    def next_id(self) -> int:
        """A number that no other bookmark has."""
        self.ids += 1
        return self.ids

    def paragraph(self, inside: str, style: str, **properties: str) -> str:
        """A paragraph in the style of a role; on a new page where one was asked for."""
        if self.new_page:
            properties["pageBreakBefore"] = on("pageBreakBefore")
            if style.startswith("heading"):
                properties["spacing"] = _NO_ROOM
        elif self.gap and style in _NO_ROOM_ABOVE:
            properties.setdefault("spacing", f'<w:spacing w:before="{self.gap}"/>')
        self.new_page, self.gap = False, 0
        return paragraph(inside, pStyle=value("pStyle", self.styles[style]), **properties)


_NO_ROOM: Final = '<w:spacing w:before="0"/>'
_NO_ROOM_ABOVE: Final = frozenset({"body", "bullet", "number", "quote", "code"})
"""Styles with no room above them, which tables, boxes and lists leave none below themselves either."""
