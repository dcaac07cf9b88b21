"""The lists of a Word file: how each level looks, and a series of numbers for each list."""

from collections.abc import Mapping
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from byvekst_cli.render.word.list_looks import Looks
from byvekst_cli.render.word.lists import STEP
from byvekst_cli.render.word.xml import SPACES

_FORMS: Final = ("decimal", "lowerLetter", "lowerRoman")
_BULLETS: Final = ("•", "–", "◦")
_IN_A_BOX: Final = ("•", "\u2003–", "\u2003\u2003◦")
"""Further in by their own room, since all paragraphs of a box have one edge."""


class Numbering:
    """The numbering of one file, with the template's signs where it has any; what it had is left alone."""

    def __init__(self, root: Any, looks: Looks) -> None:
        self.root = root
        self.kinds = {
            ordered: self._add_kind(ordered, _BULLETS, looks.get(ordered, {})) for ordered in (False, True)
        }
        self.in_boxes = self._add_kind(False, _IN_A_BOX, looks.get(False, {}))
        self.last = self._free("w:num", "w:numId")

    def new(self, ordered: bool, level: int, start: int) -> int:
        """A list of its own, that begins at a number on its level."""
        restart = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if ordered
            else ""
        )
        return self._add(self.kinds[ordered], restart)

    def new_in_box(self, ordered: bool, level: int, start: int) -> int:
        """The same for a list in a box."""
        return self.new(ordered, level, start) if ordered else self._add(self.in_boxes, "")

    def _add(self, kind: int, restart: str) -> int:
        number, self.last = max(self.last, 1), max(self.last, 1) + 1
        text = f'<w:num {SPACES} w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{restart}</w:num>'
        self.root.append(parse_xml(text))
        return number

    def _free(self, name: str, key: str) -> int:
        used = (int(each.get(qn(key), "0")) for each in self.root.iter(qn(name)))
        return max(used, default=-1) + 1

    def _add_kind(self, ordered: bool, bullets: tuple[str, ...], looks: Mapping[int, Any]) -> int:
        number = self._free("w:abstractNum", "w:abstractNumId")
        levels = "".join(_level(level, ordered, bullets, looks.get(level)) for level in range(9))
        kind = parse_xml(
            f'<w:abstractNum {SPACES} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        first = self.root.find(qn("w:num"))
        self.root.insert(len(self.root) if first is None else self.root.index(first), kind)
        return number


def _level(level: int, ordered: bool, bullets: tuple[str, ...], look: Any | None) -> str:
    sign = _sign(level, ordered, bullets) if look is None else _said(look)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>{sign}'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr>'
        f"{'' if look is None else _written(look, 'w:rPr')}</w:lvl>"
    )


def _sign(level: int, ordered: bool, bullets: tuple[str, ...]) -> str:
    sign = f"%{level + 1}{'.)'[level % 3 == 1]}" if ordered else bullets[level % 3]
    form = _FORMS[level % 3] if ordered else _bullet(sign)
    return f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'


def _bullet(sign: str) -> str:
    """LibreOffice shows the first letter only of a bullet, and the whole of a number that has none."""
    return "bullet" if len(sign) == 1 else "none"


def _said(look: Any) -> str:
    return "".join(_written(look, name) for name in ("w:numFmt", "w:lvlText"))


def _written(look: Any, name: str) -> str:
    found = look.find(qn(name))
    return "" if found is None else etree.tostring(found, encoding="unicode", with_tail=False)
