"""What the template has fields for: filled in on the page, in boxes, and in headers and footers."""

import re
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from byvekst_cli.language import Say
from byvekst_cli.render.shown import made_line
from byvekst_cli.render.tree import Document
from byvekst_cli.render.word.faults import placed
from byvekst_cli.render.word.fields import field
from byvekst_cli.render.word.letters import unbroken
from byvekst_cli.render.word.slots import NAMES, asked_for, fill, text_of
from byvekst_cli.render.word.xml import SPACES, run, texts

_FIELDS: Final = re.compile("(\ue000|\ue001)")
_PAGES: Final = {"\ue000": "PAGE", "\ue001": "NUMPAGES"}


def fronted(file: Any, document: Document, say: Say) -> tuple[Any | None, frozenset[str]]:
    """Fill in a template; the paragraph that marks the contents, and which fields the page itself has.

    A paragraph of nothing but fields without a value is taken away.
    """
    mark, asked = None, set()
    values = values_of(document, say)
    for _, paragraph in list(placed(file)):
        names = {NAMES[name] for name in asked_for(text_of(paragraph))}
        if "contents" in names:
            mark = paragraph
            continue
        if not names:
            continue
        if next(paragraph.iterancestors(qn("w:body")), None) is not None:
            asked |= names
        has_words = fill(
            paragraph, lambda name: page_of(say) if NAMES[name] == "page" else values[NAMES[name]]
        )
        if not has_words:
            _take_away(paragraph)
    return mark, frozenset(asked)


def values_of(document: Document, say: Say) -> dict[str, str | None]:
    """What stands in each field; None for what the document has nothing for."""
    found = {
        "title": document.title,
        "subtitle": document.subtitle,
        "dated": document.dated,
        "sender": document.sender,
        "area": document.made.area,
        "invented": document.invented,
        "made": made_line(document, say),
    }
    return {name: unbroken(text) if text else None for name, text in found.items()}


def page_of(say: Say) -> list[Any]:
    """«Side 2 av 5», with the numbers as fields."""
    words = say.doc("doc-page", page="\ue000", pages="\ue001")
    pieces = (
        field(_PAGES[each], "1") if each in _PAGES else run(texts(each)) for each in _FIELDS.split(words)
    )
    return list(parse_xml(f"<w:p {SPACES}>{''.join(pieces)}</w:p>"))


def _take_away(paragraph: Any) -> None:
    """Remove a paragraph; one that must stand, or that ends a section, is left empty."""
    parent = paragraph.getparent()
    has_others = any(each is not paragraph for each in parent.findall(qn("w:p")))
    if has_others and paragraph.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        parent.remove(paragraph)
