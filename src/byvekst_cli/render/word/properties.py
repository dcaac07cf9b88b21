"""What a document says of itself to the archive: its title, its language, and what it was made from."""

from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from byvekst_cli.render.tree import Document, Made
from byvekst_cli.render.word.footnotes import FOOTNOTES
from byvekst_cli.render.word.languages import CODES
from byvekst_cli.render.word.words_mark import words_mark
from byvekst_cli.render.word.xml import clean, escaped

SPACE: Final = "https://byvekst.invalid/made/1"
"""The name of our own part; nothing is fetched from it."""
PREFIX: Final = "byvekst."
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_STORE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def set_properties(file: Any, document: Document) -> None:
    """Fill in the properties; nothing of who made the template or when is left.

    Last of all, for they have a mark of the text.
    """
    core = file.core_properties
    when = _moment(document.made.as_of)
    core.title, core.subject = _short(document.title), _short(document.subtitle)
    core.author = core.last_modified_by = _short(document.sender)
    core.language = CODES.get(document.language, document.language)
    core.keywords = _short(f"{document.kind}, {document.made.area}")
    core.created = core.modified = when
    core.last_printed = when
    core.category = core.comments = core.content_status = core.identifier = core.version = ""
    core.revision = 1
    _drop(core._element, "lastPrinted")  # noqa: SLF001  # python-docx can set it, not take it away
    _forget_origin(file)
    package = file.part.package
    _put(
        package,
        package,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        "/docProps/app.xml",
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        _app(),
    )
    _put(
        package,
        package,
        RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
        "/docProps/custom.xml",
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        _custom(_part(package, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES), document),
    )
    _put_made(file, package, document)


def _forget_origin(file: Any) -> None:
    """Take away where the template itself came from: a path on somebody's machine, with their name."""
    settings = _part(file.part, RELATIONSHIP_TYPE.SETTINGS)
    for each in file.settings.element.findall(qn("w:attachedTemplate")):
        if settings is not None:
            settings.rels.pop(each.get(qn("r:id")), None)
        file.settings.element.remove(each)


def _short(text: str | None) -> str:
    """As long as a property may be, on one line."""
    return clean(" ".join((text or "").split()))[:255]


def _moment(as_of: str) -> datetime:
    """The day of the document, not of the clock."""
    return datetime.combine(date.fromisoformat(as_of), datetime.min.time(), UTC).replace(tzinfo=None)


def _drop(element: Any, name: str) -> None:
    for each in [each for each in element if each.tag.endswith(f"}}{name}")]:
        element.remove(each)


def _app() -> bytes:
    return f'{_HEAD}<Properties xmlns="{_EXTENDED}"><Application>byvekst</Application></Properties>'.encode()


def _custom(old: Part | None, document: Document) -> bytes:
    """The template's own, such as marks of classification, and ours behind them."""
    kept = (
        []
        if old is None
        else [each for each in parse_xml(old.blob) if not each.get("name", "").startswith(PREFIX)]
    )
    made = document.made
    ours = {
        "kind": document.kind,
        "area": made.area,
        "as-of": made.as_of,
        "hash": made.whole,
        "version": made.version,
        "revision": made.revision,
    }
    root = parse_xml(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}"/>'.encode())
    root.extend(kept)
    for name, text in ours.items():
        if text:
            root.append(
                parse_xml(
                    f'<property xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}" fmtid="{_FORMAT}" pid="0" '
                    f'name="{PREFIX}{name}"><vt:lpwstr>{escaped(text)}</vt:lpwstr></property>'
                )
            )
    for number, each in enumerate(root, 2):
        each.set("pid", str(number))
    return bytes(serialize_part_xml(root))


def made_xml(kind: str, language: str, made: Made, text: str | None = None) -> bytes:
    """What a document was made from, with the hash of each record; `text` is the mark of its own words."""
    facts = {
        "kind": kind,
        "language": language,
        "area": made.area,
        "as-of": made.as_of,
        "whole": made.whole,
        "version": made.version,
        "revision": made.revision,
        "words": made.words,
        "text": text,
    }
    given = "".join(f' {name}="{escaped(text)}"' for name, text in facts.items() if text is not None)
    records = "".join(
        f'<record id="{escaped(id)}" hash="{escaped(hash)}"/>' for id, hash in sorted(made.hashes.items())
    )
    asked = "".join(
        f'<asked name="{escaped(name)}" value="{escaped(value)}"/>'
        for name, value in sorted(made.asked.items())
    )
    return f'{_HEAD}<made xmlns="{SPACE}"{given}>{asked}{records}</made>'.encode()


def _put_made(file: Any, package: Any, document: Document) -> None:
    notes = _part(file.part, RELATIONSHIP_TYPE.FOOTNOTES)
    below = notes.blob if notes is not None and notes.partname == FOOTNOTES else None
    mark = words_mark(bytes(serialize_part_xml(file.element)), below)
    data = made_xml(document.kind, document.language, document.made, mark)
    numbers = [part.partname for part in package.iter_parts() if part.partname.startswith("/customXml/item")]
    name = f"/customXml/item{len(numbers) + 1}.xml"
    part = Part(PackURI(name), "application/xml", data, package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    id = str(uuid5(NAMESPACE_URL, SPACE)).upper()
    store = (
        f'{_HEAD}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{id}}}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{SPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    facts = Part(
        PackURI(name.replace("/item", "/itemProps")),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        store.encode(),
        package,
    )
    part.relate_to(facts, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _part(package: Any, kind: str) -> Part | None:
    return next((rel.target_part for rel in package.rels.values() if rel.reltype == kind), None)


def _put(package: Any, source: Any, kind: str, name: str, content: str, data: bytes) -> None:
    """A part of its kind, in the place of the one that was there."""
    for key in [key for key, rel in source.rels.items() if rel.reltype == kind]:
        del source.rels[key]
    source.relate_to(Part(PackURI(name), content, data, package), kind)
