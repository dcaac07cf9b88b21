"""What the parts of a document share while it is read, and what is found beside its text."""

from collections.abc import Mapping
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.source.word.lists import Lists
from byvekst_cli.source.word.note import Left, Lost
from byvekst_cli.source.word.package import Link
from byvekst_cli.source.word.styles import Styles

MOST: Final = 10_000
"""Losses told of one document."""


class Story:
    """One part of a document being read: the body, the footnotes."""

    def __init__(
        self,
        styles: Styles,
        lists: Lists,
        comments: Mapping[str, str],
        left: list[Left],
        lost: dict[Lost, None],
    ) -> None:
        self.styles, self.lists, self.comments = styles, lists, comments
        self.left, self.lost = left, lost
        self.links: Mapping[str, Link] = {}
        self.placed: set[str] = set()

    def lose(self, what: str, spot: Spot, detail: str = "") -> None:
        """Remember what cannot be carried, once for each place and thing."""
        if len(self.lost) < MOST:
            self.lost[Lost(what, spot, " ".join(detail.split())[:80])] = None

    def comment(self, id: str, spot: Spot) -> None:
        """Remember a comment where it begins."""
        if id in self.comments and id not in self.placed:
            self.placed.add(id)
            self.left.append(Left("comment", self.comments[id], spot))

    def comments_elsewhere(self) -> None:
        """Remember those that hang on deleted text or on nothing."""
        for id in self.comments:
            self.comment(id, Spot(Part.MARGIN))


def comments_in(root: Element | None) -> dict[str, str]:
    """What each comment says, by its id; not who says it."""
    found = root.iter("w:comment") if root is not None else ()
    return {each.get("w:id", ""): text_in(each) for each in found}


def text_in(element: Element, names: tuple[str, ...] = ("w:t",)) -> str:
    """All text below an element, on one line."""
    return " ".join("".join(each.text or "" for each in element.iter() if each.tag in names).split())
