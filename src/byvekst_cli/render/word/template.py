"""A Word template: found, opened within bounds, and refused where it would go wrong."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from byvekst_cli.render.word.faults import Fault, faults_in, flaw_of
from byvekst_cli.source.flaw import Flaw, Flawed
from byvekst_cli.source.word.package import Package, open_package
from byvekst_cli.source.word.xml import parse

LARGEST: Final = 20_000_000
"""Bytes; a template with a logo and a photograph is a few million."""
_ALL: Final = 100_000_000
"""Bytes of all parts when unpacked."""
_INSTALLED: Final = Path(__file__).parents[2] / "templates"
_CHECKOUT: Final = Path(__file__).parents[4] / "templates"
_TYPES: Final = "[Content_Types].xml"
_AS_TEMPLATE: Final = b"wordprocessingml.template.main+xml"
_AS_DOCUMENT: Final = b"wordprocessingml.document.main+xml"


class BadTemplate(Exception):
    """A template that no document can be made from; carries what is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(", ".join(fault.slug for fault in faults))
        self.faults = faults


@cache
def own() -> bytes:
    """The template that ships with the tool."""
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return (folder / "document.docx").read_bytes()


def read(path: Path) -> bytes:
    """The bytes of a template; no more than one may have and one. Raises OSError."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def opened(data: bytes) -> Any:
    """A template as a python-docx document. Raises BadTemplate."""
    document, faults = _read(data)
    serious = tuple(fault for fault in faults if fault.is_serious)
    if document is None or serious:
        raise BadTemplate(serious)
    return document


def faults_of(data: bytes) -> tuple[Fault, ...]:
    """All that is wrong with a template, the serious first; never raises."""
    return tuple(sorted(_read(data)[1], key=lambda fault: not fault.is_serious))


def _read(data: bytes) -> tuple[Any, tuple[Fault, ...]]:
    import docx

    try:
        package = _sound(data)
    except Flawed as error:
        return None, (flaw_of(error.flaw),)
    if package.has_macros:
        return None, (Fault("macros", is_serious=True),)
    try:
        document = docx.Document(BytesIO(_as_document(data)))
    except Exception:  # noqa: BLE001  # python-docx answers what it cannot open with any of many errors
        return None, (Fault("damaged", is_serious=True),)
    return document, tuple(faults_in(document))


def _sound(data: bytes) -> Package:
    """A package whose every part has been looked at. Raises Flawed."""
    package = open_package(data)
    whole = 0
    for path in package.parts:
        part = package.read(path) or b""
        whole += len(part)
        if path.endswith((".xml", ".rels")):
            parse(part)
        if whole > _ALL or len(data) > LARGEST:
            raise Flawed(Flaw("word-too-heavy"))
    return package


def _as_document(data: bytes) -> bytes:
    """A file that Word saved as a template (.dotx), told to be a document."""
    with zipfile.ZipFile(BytesIO(data)) as source:
        if _AS_TEMPLATE not in source.read(_TYPES):
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in source.namelist():
                part = source.read(name)
                is_types = name == _TYPES
                archive.writestr(name, part.replace(_AS_TEMPLATE, _AS_DOCUMENT) if is_types else part)
    return out.getvalue()
