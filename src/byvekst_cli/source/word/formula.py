"""An equation on one line: a fraction keeps its stroke, and what is raised or lowered says so."""

from typing import Final
from xml.etree.ElementTree import Element

_WITH: Final = {
    "m:f": (("m:num", "m:den"), "{}/{}"),
    "m:sSup": (("m:e", "m:sup"), "{}^{}"),
    "m:sSub": (("m:e", "m:sub"), "{}_{}"),
    "m:sSubSup": (("m:e", "m:sub", "m:sup"), "{}_{}^{}"),
    "m:rad": (("m:e",), "√{}"),
    "m:d": (("m:e",), "({})"),
}


def in_line(element: Element) -> str:
    """The text of an equation or a part of one. Parts of several signs get brackets around them."""
    if element.tag == "m:t":
        return element.text or ""
    if element.tag not in _WITH:
        return "".join(map(in_line, element))
    names, form = _WITH[element.tag]
    parts = (element.find(name) for name in names)
    found = ["" if part is None else in_line(part) for part in parts]
    return form.format(*(found if element.tag == "m:d" else map(_held, found)))


def _held(text: str) -> str:
    stripped = text.strip()
    is_one = stripped.replace(",", "").replace(".", "").isalnum() or stripped.startswith("(")
    return stripped if is_one or not stripped else f"({stripped})"
