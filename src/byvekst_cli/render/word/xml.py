"""Pieces of WordprocessingML as text, with their properties in the order of the schema."""

import re
from typing import Final

SPACES: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }.items()
)
_PARAGRAPH: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs",
    "suppressAutoHyphens", "spacing", "ind", "contextualSpacing", "jc",
)  # fmt: skip
_RUN: Final = ("rStyle", "b", "bCs", "i", "iCs", "noProof", "webHidden", "color", "sz", "szCs", "lang")
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS: Final = re.compile("([\t\n\u2011\u00ad])")
_ELEMENTS: Final = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}


def escaped(text: str) -> str:
    """Text for an element or an attribute in double quotes; what XML cannot hold is shown as such."""
    text = _FORBIDDEN.sub("\ufffd", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def value(name: str, what: object) -> str:
    """`<w:name w:val="what"/>`."""
    return f'<w:{name} w:val="{escaped(str(what))}"/>'


def on(name: str) -> str:
    """A property that is turned on."""
    return f"<w:{name}/>"


def texts(text: str) -> str:
    """The inside of a run: text, with tabs, line breaks and no-break hyphens as elements."""
    return "".join(
        _ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{escaped(piece)}</w:t>'
        for piece in _MARKS.split(text.replace("\r", ""))
        if piece
    )


def run(inside: str, **properties: str) -> str:
    """A run of what is given as XML; properties are elements by name."""
    return f"<w:r>{_ordered('rPr', _RUN, properties)}{inside}</w:r>" if inside else ""


def paragraph(inside: str, **properties: str) -> str:
    """A paragraph; properties are elements by name."""
    return f"<w:p>{_ordered('pPr', _PARAGRAPH, properties)}{inside}</w:p>"


def bookmark(number: int, name: str, inside: str) -> str:
    """What a name stands for."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{escaped(name)}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'
    )


def _ordered(name: str, order: tuple[str, ...], properties: dict[str, str]) -> str:
    strange = properties.keys() - set(order)
    if strange:
        raise ValueError(f"no place in {name} for {sorted(strange)}")
    inside = "".join(properties.get(each, "") for each in order)
    return f"<w:{name}>{inside}</w:{name}>" if inside else ""
