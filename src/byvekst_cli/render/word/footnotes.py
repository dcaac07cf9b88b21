"""The part of a Word file with its footnotes, and the lines that separate them from the text."""

from typing import Any, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from byvekst_cli.render.word.xml import SPACES

FOOTNOTES: Final = "/word/footnotes.xml"
_SEPARATORS: Final = ("separator", "continuationSeparator")
_AFTER: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
        "readModeInkLockDown", "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
        "listSeparator",
    )
) | {qn("m:mathPr")}  # fmt: skip
"""Settings that the standard has behind that of footnotes."""


class Footnotes:
    """The footnotes of a file: those that its template has, and a document's own after them."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self._part: Any = None

    @property
    def part(self) -> Any:
        """The part, made where there is none; not asked for by a document without footnotes."""
        if self._part is None:
            self._part = _part(self.file)
            ids = [_separator(self._part.element, kind) for kind in _SEPARATORS]
            _set(self.file.settings.element, ids)
        return self._part

    def add(self, paragraphs: str) -> int:
        """Put in a footnote; its id."""
        return _added(self.part.element, paragraphs)


def _part(file: Any) -> Any:
    """The template's own part as one that can be written in, with all that it leads to."""
    rels = file.part.rels
    old = next((rel for rel in rels.values() if rel.reltype == RELATIONSHIP_TYPE.FOOTNOTES), None)
    package = file.part.package
    if old is None:
        root = parse_xml(f"<w:footnotes {SPACES}/>")
        made = XmlPart(PackURI(FOOTNOTES), CONTENT_TYPE.WML_FOOTNOTES, root, package)
    else:
        part = old.target_part
        made = XmlPart(PackURI(FOOTNOTES), part.content_type, parse_xml(part.blob), package)
        for rel in part.rels.values():
            made.load_rel(
                rel.reltype, rel.target_ref if rel.is_external else rel.target_part, rel.rId, rel.is_external
            )
        del rels[old.rId]
    file.part.relate_to(made, RELATIONSHIP_TYPE.FOOTNOTES)
    return made


def _separator(root: Any, kind: str) -> int:
    """The id of the line of a kind, drawn where there is none."""
    for each in root.findall(qn("w:footnote")):
        if each.get(qn("w:type")) == kind:
            return int(each.get(qn("w:id")))
    spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    return _added(root, f"<w:p>{spacing}<w:r><w:{kind}/></w:r></w:p>", f' w:type="{kind}"')


def _added(root: Any, inside: str, more: str = "") -> int:
    ids = (int(each.get(qn("w:id"), "0")) for each in root.findall(qn("w:footnote")))
    id = max(ids, default=-2 if more else 0) + 1
    root.append(parse_xml(f'<w:footnote {SPACES}{more} w:id="{id}">{inside}</w:footnote>'))
    return id


def _set(settings: Any, ids: list[int]) -> None:
    """Tell the settings which lines separate footnotes, where they do not say so already."""
    found = settings.find(qn("w:footnotePr"))
    if found is None:
        found = parse_xml(f"<w:footnotePr {SPACES}/>")
        place = next((at for at, each in enumerate(settings) if each.tag in _AFTER), len(settings))
        settings.insert(place, found)
    if found.find(qn("w:footnote")) is None:
        for id in ids:
            found.append(parse_xml(f'<w:footnote {SPACES} w:id="{id}"/>'))
