"""How lists look in a template: the signs and numbers that its own list styles have."""

from collections.abc import Mapping
from typing import Any, Final

from docx.oxml.ns import qn

Looks = Mapping[bool, Mapping[int, Any]]
"""For lists with numbers (True) and without, the levels of the template by their depth."""
_STYLES: Final = {False: "bullet", True: "number"}


def looks(numbering: Any, styles: Any, ids: Mapping[str, str]) -> Looks:
    """The levels that the template's list styles lead to; none where a style has no list of its own."""
    by_id = {each.get(qn("w:styleId")): each for each in styles.iter(qn("w:style"))}
    found = {ordered: _levels(numbering, by_id.get(ids[role])) for ordered, role in _STYLES.items()}
    return {ordered: _fitting(levels, ordered) for ordered, levels in found.items()}


def _levels(numbering: Any, style: Any | None) -> list[Any]:
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") if style is not None else None
    if number is None:
        return []
    series = _of(numbering, "w:num", "w:numId", number.get(qn("w:val")))
    kind = series.find(qn("w:abstractNumId")) if series is not None else None
    found = (
        _of(numbering, "w:abstractNum", "w:abstractNumId", kind.get(qn("w:val")))
        if kind is not None
        else None
    )
    return list(found.iter(qn("w:lvl"))) if found is not None else []


def _of(numbering: Any, name: str, key: str, id: str | None) -> Any | None:
    return next((each for each in numbering.iter(qn(name)) if each.get(qn(key)) == id), None)


def _fitting(levels: list[Any], ordered: bool) -> dict[int, Any]:
    """Those that count where numbers are wanted, and do not where they are not; no pictures for signs."""
    found: dict[int, Any] = {}
    for level in levels:
        form, text = level.find(qn("w:numFmt")), level.find(qn("w:lvlText"))
        depth = level.get(qn("w:ilvl"), "")
        told = form is not None and text is not None and bool(text.get(qn("w:val"))) and depth.isdigit()
        counts = told and form.get(qn("w:val")) not in ("bullet", "none")
        if told and counts == ordered and level.find(qn("w:lvlPicBulletId")) is None:
            found.setdefault(int(depth), level)
    return found
