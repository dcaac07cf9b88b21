"""What a Word file says that it was made from, read without trust."""

from dataclasses import dataclass

from byvekst_cli.render.tree import Made
from byvekst_cli.render.word.footnotes import FOOTNOTES
from byvekst_cli.render.word.properties import SPACE
from byvekst_cli.render.word.words_mark import words_mark
from byvekst_cli.source.flaw import Flawed
from byvekst_cli.source.word.package import open_package
from byvekst_cli.source.word.xml import parse


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """The kind and language of a document that this tool made, and what it was made from.

    `is_untouched` says whether its words are as they were made; None where it has no mark of them.
    """

    kind: str
    language: str
    made: Made
    is_untouched: bool | None = None


def made_from(data: bytes) -> MadeFrom | None:
    """What is told in a file; None where it is no Word file, or tells nothing."""
    try:
        package = open_package(data)
        stores = [path for path in package.parts if path.startswith("customxml/item")]
        for path in sorted(stores):
            part = package.read(path) or b""
            if SPACE.encode() in part and b"<made" in part:
                return _read(part, package.read("word/document.xml"), package.read(FOOTNOTES.lstrip("/")))
    except Flawed:
        return None
    return None


def _read(part: bytes, page: bytes | None, notes: bytes | None) -> MadeFrom:
    root = parse(part)
    hashes = {each.get("id", ""): each.get("hash", "") for each in root if each.tag.endswith("record")}
    asked = {each.get("name", ""): each.get("value", "") for each in root if each.tag.endswith("asked")}
    facts = {name: root.get(name, "") for name in ("area", "as-of", "whole", "version")}
    made = Made(
        area=facts["area"],
        as_of=facts["as-of"],
        whole=facts["whole"],
        version=facts["version"],
        revision=root.get("revision"),
        hashes=hashes,
        asked=asked,
        words=root.get("words"),
    )
    mark = root.get("text")
    untouched = words_mark(page, notes) == mark if mark and page else None
    return MadeFrom(root.get("kind", ""), root.get("language", ""), made, untouched)
