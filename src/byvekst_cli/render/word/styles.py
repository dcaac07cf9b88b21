"""The styles that a document is written with: the template's own by name, and ours where it lacks one."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import qn

ROLES: Final = {
    "title": "title",
    **{f"heading-{level}": f"heading {level}" for level in range(1, 5)},
    **{f"toc-{level}": f"toc {level}" for level in range(1, 4)},
    "toc-title": "toc heading",
    "body": "normal",
    "list": "list continue",
    "bullet": "list bullet",
    "number": "list number",
    "quote": "quote",
    "code": "byvekst kode",
    "code-letters": "byvekst tegn",
    "caption": "caption",
    "figure": "byvekst figur",
    "table": "byvekst tabell",
    "table-head": "byvekst tabellhode",
    "table-text": "byvekst tabelltekst",
    "box": "byvekst boks",
    "box-title": "byvekst bokstittel",
    "box-list": "byvekst boksliste",
    "link": "hyperlink",
    "note": "footnote text",
    "note-mark": "footnote reference",
    "invented": "byvekst oppdiktet",
    "made": "byvekst laget av",
}
"""The name of each style as Word keeps it in the file, whatever the language it shows it in."""
_BUILDS_ON: Final = ("w:basedOn", "w:next", "w:link")


def named(styles: Any) -> Mapping[str, str]:
    """The id of each style by its name in small letters."""
    found: dict[str, str] = {}
    for style in styles.iter(qn("w:style")):
        name = style.find(qn("w:name"))
        if name is not None:
            found.setdefault(_plain(name.get(qn("w:val"), "")), style.get(qn("w:styleId"), ""))
    return found


def missing(styles: Any) -> list[str]:
    """The names of styles that a template does not have."""
    return [name for name in ROLES.values() if name not in named(styles)]


def completed(styles: Any, own: Any) -> Mapping[str, str]:
    """The id of the style for each role; what a template lacks is brought from our own."""
    for name in missing(styles):
        _bring(name, styles, own)
    found = named(styles)
    return {role: found[name] for role, name in ROLES.items()}


def _bring(name: str, styles: Any, own: Any) -> str:
    """The id that a style of ours has in the template, brought there with what it builds on."""
    has = named(styles)
    if name in has:
        return str(has[name])
    source = next(each for each in own.iter(qn("w:style")) if _name(each) == name)
    style = deepcopy(source)
    style.attrib.pop(qn("w:default"), None)
    id = source.get(qn("w:styleId"), "")
    if id in has.values():
        id = f"{id}Byvekst"
        style.set(qn("w:styleId"), id)
    styles.append(style)
    ids = {each.get(qn("w:styleId")): _name(each) for each in own.iter(qn("w:style"))}
    for each in [each for tag in _BUILDS_ON for each in style.findall(qn(tag))]:
        each.set(qn("w:val"), _bring(ids[each.get(qn("w:val"))], styles, own))
    return str(id)


def _name(style: Any) -> str:
    return _plain(style.find(qn("w:name")).get(qn("w:val")))


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
