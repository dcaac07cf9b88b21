"""Which list a paragraph is in, and the number it shows."""

import re
from typing import Final
from xml.etree.ElementTree import Element

from byvekst_cli.source.word.note import Item
from byvekst_cli.source.word.styles import Styles, number_in, value_in

_PLAIN: Final = re.compile(r"%[1-9][.)]?|(?:%[1-9]\.)*%[1-9]\.?")
"""Labels that Markdown's own say as well: `1.`, `1)`, `1.1`."""
_BULLETS: Final = frozenset({"bullet", "none"})
DEEPEST: Final = 8


class Lists:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self.styles = styles
        found = root.iter("w:num") if root is not None else ()
        self.lists = {each.get("w:numId", ""): each for each in found}
        kinds = root.iter("w:abstractNum") if root is not None else ()
        self.kinds = {each.get("w:abstractNumId", ""): each for each in kinds}
        self.counted: dict[tuple[str, int], int] = {}

    def take(self, series: str, level: int, deeper: int) -> tuple[Item, bool] | None:
        """The next item of a list, and whether its label is one that Markdown has; None without a list."""
        if series not in self.lists:
            return None
        level = min(level, DEEPEST)
        facts = self._level(series, level)
        form = value_in(facts, "w:numFmt") or "decimal"
        label = value_in(facts, "w:lvlText") or ""
        ordered = form not in _BULLETS
        number = self._count(series, level, facts)
        plain = not ordered or (form == "decimal" and (not label or _PLAIN.fullmatch(label) is not None))
        return Item(series, ordered, min(level + deeper, DEEPEST), number), plain

    def _count(self, series: str, level: int, facts: Element | None) -> int:
        """Lists that share their counting go on where the last one stopped."""
        owner = self._owner(series)
        for key in [key for key in self.counted if key[0] == owner and key[1] > level]:
            del self.counted[key]
        start = self._restart(series, level)
        if start is not None and (f"from {series}", level) not in self.counted:
            self.counted[f"from {series}", level] = 1
            self.counted[owner, level] = start
        elif (owner, level) in self.counted:
            self.counted[owner, level] += 1
        else:
            first = number_in(facts, "w:start")
            self.counted[owner, level] = 1 if first is None else first
        return self.counted[owner, level]

    def _owner(self, series: str) -> str:
        return value_in(self.lists[series], "w:abstractNumId") or series

    def _restart(self, series: str, level: int) -> int | None:
        for each in self.lists[series].iter("w:lvlOverride"):
            if each.get("w:ilvl") == str(level):
                return number_in(each, "w:startOverride")
        return None

    def _level(self, series: str, level: int) -> Element | None:
        """What the list says of a level, also where it only names a list style."""
        for each in self.lists[series].iter("w:lvlOverride"):
            if each.get("w:ilvl") == str(level) and (own := each.find("w:lvl")) is not None:
                return own
        kind = self.kinds.get(self._owner(series))
        linked = value_in(kind, "w:numStyleLink")
        if linked and (named := self.styles.list_of(linked)) in self.lists and named != series:
            kind = self.kinds.get(self._owner(str(named)))
        found = kind.iter("w:lvl") if kind is not None else ()
        return next((each for each in found if each.get("w:ilvl") == str(level)), None)
