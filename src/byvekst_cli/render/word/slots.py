"""Fields in a template, `{{ title }}`, found also where Word has cut them into several runs."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final
from unicodedata import normalize

from docx.oxml.ns import qn

from byvekst_cli.render.word.xml import clean

NAMES: Final = {
    **{name: name for name in ("title", "subtitle", "dated", "sender", "area", "invented", "made", "page")},
    "contents": "contents",
    "tittel": "title",
    "undertittel": "subtitle",
    "dato": "dated",
    "avsender": "sender",
    "område": "area",
    "oppdiktet": "invented",
    "oppdikta": "invented",
    "laget": "made",
    "laga": "made",
    "side": "page",
    "innhold": "contents",
    "innhald": "contents",
}
"""What a template may ask for, in English or Norwegian."""
FIELD: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
BRACES: Final = re.compile(r"\{\{|\}\}")
_TEXT: Final = qn("w:t")
_PARAGRAPH: Final = qn("w:p")


def own_texts(paragraph: Any) -> list[Any]:
    """The text elements of a paragraph, but not those of text boxes in it."""
    return [each for each in paragraph.iter(_TEXT) if _owner(each) is paragraph]


def text_of(paragraph: Any) -> str:
    """What a paragraph says, as one text."""
    return "".join(each.text or "" for each in own_texts(paragraph))


def asked_for(text: str) -> Iterator[str]:
    """The fields in a text, in small letters: Word likes to begin with a capital."""
    return map(_named, FIELD.finditer(text))


def _named(match: re.Match[str]) -> str:
    return normalize("NFC", match[1]).lower()


def fill(paragraph: Any, of: Callable[[str], str | list[Any] | None]) -> bool:
    """Put values in the place of fields; whether anything but them was there or one had a value.

    `of` gives for a name a text, elements to stand in its place, or None. A value keeps the look of the
    first letter of its field.
    """
    elements = own_texts(paragraph)
    whole = "".join(each.text or "" for each in elements)
    found = list(FIELD.finditer(whole))
    values = [of(_named(match)) for match in found]
    for match, value in reversed(list(zip(found, values, strict=True))):
        _put(elements, match.start(), match.end(), value)
    rest = FIELD.sub("", whole).strip()
    return bool(rest) or not found or any(values)


def _put(elements: list[Any], start: int, end: int, value: str | list[Any] | None) -> None:
    """Replace a stretch of the text that lies over several elements."""
    at = 0
    is_first = True
    for element in elements:
        text = element.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if low >= high:
            continue
        before, after = text[:low], text[high:]
        new = value if is_first and isinstance(value, str) else ""
        _write(element, before + new + after)
        if is_first and isinstance(value, list):
            _split(element, before, after, value)
        is_first = False


def _split(element: Any, before: str, after: str, inside: list[Any]) -> None:
    """Put elements between two halves of a run, both looking as it did."""
    run = element.getparent()
    _write(element, before)
    look = run.find(qn("w:rPr"))
    place = run
    for each in inside:
        if look is not None and each.find(qn("w:rPr")) is None:
            each.insert(0, deepcopy(look))
        place.addnext(each)
        place = each
    if after:
        rest = deepcopy(run)
        for each in [child for child in rest if child.tag != qn("w:rPr")]:
            rest.remove(each)
        text = deepcopy(element)
        _write(text, after)
        rest.append(text)
        for later in list(element.itersiblings()):
            rest.append(later)
        place.addnext(rest)


def _write(element: Any, text: str) -> None:
    element.text = clean(text)
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _owner(element: Any) -> Any:
    return next(element.iterancestors(_PARAGRAPH), None)
