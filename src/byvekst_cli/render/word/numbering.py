"""The lists of a Word file: how each level looks, and a series of numbers for each list."""

from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from byvekst_cli.render.word.list_looks import Looks
from byvekst_cli.render.word.lists import STEP
from byvekst_cli.render.word.xml import SPACES

_FORMS: Final = ("decimal", "lowerLetter", "lowerRoman")
_BULLETS: Final = ("•", "–", "◦")


class Numbering:
    """The numbering of one file, with the template's signs where it has any; what it had is left alone."""

    def __init__(self, root: Any, looks: Looks) -> None:
        self.root = root
        self.looks = looks
        self.kinds = {
            ordered: self._add_kind(self._free("w:abstractNum", "w:abstractNumId"), ordered)
            for ordered in (False, True)
        }
        self.last = self._free("w:num", "w:numId")

    def new(self, ordered: bool, level: int, start: int) -> int:
        """A list of its own, that begins at a number on its level."""
        number, self.last = max(self.last, 1), max(self.last, 1) + 1
        restart = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if ordered
            else ""
        )
        self.root.append(
            parse_xml(
                f'<w:num {SPACES} w:numId="{number}"><w:abstractNumId w:val="{self.kinds[ordered]}"/>'
                f"{restart}</w:num>"
            )
        )
        return number

    def _free(self, name: str, key: str) -> int:
        used = (int(each.get(qn(key), "0")) for each in self.root.iter(qn(name)))
        return max(used, default=-1) + 1

    def _add_kind(self, number: int, ordered: bool) -> int:
        looks = self.looks.get(ordered, {})
        levels = "".join(_level(level, ordered, looks.get(level)) for level in range(9))
        kind = parse_xml(
            f'<w:abstractNum {SPACES} w:abstractNumId="{number}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        first = self.root.find(qn("w:num"))
        self.root.insert(len(self.root) if first is None else self.root.index(first), kind)
        return number


def _level(level: int, ordered: bool, look: Any | None) -> str:
    sign = _sign(level, ordered) if look is None else _said(look)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>{sign}'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr>'
        f"{'' if look is None else _written(look, 'w:rPr')}</w:lvl>"
    )


def _sign(level: int, ordered: bool) -> str:
    form = _FORMS[level % 3] if ordered else "bullet"
    sign = f"%{level + 1}{'.)'[level % 3 == 1]}" if ordered else _BULLETS[level % 3]
    return f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'


def _said(look: Any) -> str:
    return "".join(_written(look, name) for name in ("w:numFmt", "w:lvlText"))


def _written(look: Any, name: str) -> str:
    found = look.find(qn(name))
    return "" if found is None else etree.tostring(found, encoding="unicode", with_tail=False)
