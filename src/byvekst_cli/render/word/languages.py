"""Languages as Word names them: of the document, and of passages in another."""

from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

CODES: Final = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def lang(language: str) -> str:
    """The property of a run in a language."""
    return f'<w:lang w:val="{CODES.get(language, language)}"/>'


def set_language(styles: Any, settings: Any, language: str) -> None:
    """Make a language that of the whole document: its styles all build on this."""
    code = CODES.get(language, language)
    defaults = _first(_first(_first(styles, "w:docDefaults", 0), "w:rPrDefault", 0), "w:rPr", 0)
    _first(defaults, "w:lang").set(qn("w:val"), code)
    for style in styles.iter(qn("w:style")):
        for each in style.iter(qn("w:lang")):
            each.getparent().remove(each)
    for each in settings.iter(qn("w:themeFontLang")):
        each.set(qn("w:val"), code)


def _first(parent: Any, name: str, place: int | None = None) -> Any:
    """The child of a name, made where there is none."""
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        parent.insert(len(parent) if place is None else place, found)
    return found
