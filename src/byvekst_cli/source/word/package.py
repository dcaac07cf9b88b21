"""A Word file as a package of parts: opened with bounds, and never unpacked to disk."""

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from byvekst_cli.finding import Term
from byvekst_cli.source.flaw import Flaw, Flawed
from byvekst_cli.source.word.xml import parse

LARGEST: Final = 67_108_864
"""Bytes of the whole file; a note with photographs is a few million."""
LARGEST_PART: Final = 25_165_824
"""Bytes of a part when unpacked: 100 pages are about three million."""
MOST_PARTS: Final = 4096
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_TROUBLE: Final = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)
_MAIN: Final = ("wordprocessingml", "ms-word")


@dataclass(frozen=True, slots=True)
class Link:
    """What a part leads to: another part by its path, or an address outside."""

    kind: str
    target: str
    is_outside: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file by path in lower case, and the path of the text itself."""

    data: bytes
    parts: Mapping[str, zipfile.ZipInfo]
    main: str
    has_macros: bool

    def read(self, path: str) -> bytes | None:
        """The bytes of a part, or None where there is none. Raises Flawed."""
        info = self.parts.get(path.casefold())
        return None if info is None else _unpacked(self.data, info)

    def links(self, path: str) -> dict[str, Link]:
        """Where a part leads, by the names it uses for that. Raises Flawed."""
        folder, name = posixpath.split(path)
        data = self.read(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {} if data is None else _links(data, folder)


def open_package(data: bytes) -> Package:
    """The package in a file's bytes. Raises Flawed for anything but a Word note."""
    if len(data) > LARGEST:
        raise Flawed(Flaw("word-too-heavy", facts={"reason": Term("word-file-size")}))
    if data.startswith(_OLE):
        raise Flawed(Flaw("word-encrypted") if _ENCRYPTED in data else _not_word("word-old-format"))
    parts = _parts(data)
    if (kind := parts.get("mimetype")) and b"opendocument" in _unpacked(data, kind)[:80]:
        raise Flawed(_not_word("word-open-document"))
    types, roots = (parts.get(name) for name in ("[content_types].xml", "_rels/.rels"))
    if types is None or roots is None:
        raise Flawed(_not_word("word-other-zip"))
    main = next(
        (k.target for k in _links(_unpacked(data, roots), "").values() if k.kind == "officeDocument"), ""
    )
    told = _type_of(_unpacked(data, types), main)
    if main.casefold() not in parts or (told and not any(kind in told for kind in _MAIN)):
        raise Flawed(_not_word("word-other-office"))
    return Package(data, parts, main, any(name.endswith("vbaproject.bin") for name in parts))


def _parts(data: bytes) -> dict[str, zipfile.ZipInfo]:
    if not data.startswith(b"PK"):
        raise Flawed(_not_word("word-no-zip"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except _TROUBLE:
        raise Flawed(Flaw("word-damaged")) from None
    if len(infos) > MOST_PARTS:
        raise Flawed(Flaw("word-too-heavy", facts={"reason": Term("word-many-parts")}))
    if any(info.flag_bits & 1 for info in infos):
        raise Flawed(Flaw("word-encrypted"))
    return {info.filename.replace("\\", "/").casefold(): info for info in infos}


def _unpacked(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """A part, never more than allowed of it: what a package says of its own sizes is not trusted."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Flawed(Flaw("word-damaged"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(info) as part:
            read = part.read(LARGEST_PART + 1)
    except _TROUBLE:
        raise Flawed(Flaw("word-damaged")) from None
    if len(read) > LARGEST_PART:
        raise Flawed(Flaw("word-too-heavy", facts={"reason": Term("word-part-size")}))
    return read


def _links(data: bytes, folder: str) -> dict[str, Link]:
    found = {}
    for each in parse(data).iter("rel:Relationship"):
        target, outside = each.get("Target", ""), each.get("TargetMode") == "External"
        if not outside:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        found[each.get("Id", "")] = Link(each.get("Type", "").rpartition("/")[2], target, outside)
    return found


def _type_of(data: bytes, path: str) -> str:
    """The kind of content that the package says its main part has, or nothing."""
    wanted = f"/{path}".casefold()
    overrides = parse(data).iter("ct:Override")
    return next(
        (e.get("ContentType", "") for e in overrides if e.get("PartName", "").casefold() == wanted), ""
    )


def _not_word(reason: str) -> Flaw:
    return Flaw("not-a-word-file", facts={"reason": Term(reason)})
