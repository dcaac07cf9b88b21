"""A document that was made here → what it says of what it was made from, and whether it was changed since."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from byvekst_cli.render.parse import document_blocks
from byvekst_cli.render.sealing import is_untouched
from byvekst_cli.render.tree import Document, Made
from byvekst_cli.source.markdown import read_markdown

_META: Final = re.compile(r'^<meta name="byvekst-(\w+)" content="([^"]*)">$', re.MULTILINE)
_BASIS: Final = re.compile(r"^<!-- poster\n(.*?)\n-->$", re.MULTILINE | re.DOTALL)
_LANGUAGE: Final = re.compile(r'<html lang="(nb|nn|en)">')


class NotMadeHere(ValueError):
    """A file that does not say what it was made from."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of itself. `is_untouched` is None where it has no mark of its own text."""

    kind: str
    language: str
    made: Made
    is_untouched: bool | None


def stated(data: bytes) -> Stated:
    """What a Word, HTML or Markdown file says of itself. Raises NotMadeHere."""
    if data.startswith(b"PK"):
        return _stated_in_word(data)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise NotMadeHere("utf-8") from None
    return _stated_in_markdown(text) if text.startswith("---\n") else _stated_in_html(text)


def was_changed(data: bytes) -> bool:
    """Whether a file was changed since it was made, or was never made here."""
    try:
        return stated(data).is_untouched is not True
    except NotMadeHere:
        return True


def _stated_in_word(data: bytes) -> Stated:
    from byvekst_cli.render.word.made import made_from

    found = made_from(data)
    if found is None:
        raise NotMadeHere("docx")
    return Stated(found.kind, found.language, found.made, found.is_untouched)


def _stated_in_markdown(text: str) -> Stated:
    said = _front(text)
    return _stated(said, is_untouched(text, "markdown"))


def _stated_in_html(text: str) -> Stated:
    said: dict[str, Any] = {name: unescape(value) for name, value in _META.findall(text)}
    for name in ("bestilt", "poster"):
        said[name] = unpacked(said.get(name, ""))
    language = _LANGUAGE.search(text)
    said["språk"] = language[1] if language else None
    return _stated(said, is_untouched(text, "html"))


def unpacked(value: str) -> Mapping[str, str]:
    """Marks that were written as JSON; none where they cannot be read."""
    try:
        found = json.loads(value) if value else {}
    except ValueError:
        raise NotMadeHere(value) from None
    return found if isinstance(found, dict) else {}


def _stated(said: Mapping[str, Any], untouched: bool | None) -> Stated:
    return Stated(_text(said, "slag"), _text(said, "språk"), made_of(said), untouched)


def made_of(said: Mapping[str, Any]) -> Made:
    """From what a file says by its Norwegian keys. Raises NotMadeHere."""
    revision, words = said.get("revisjon"), said.get("innhold")
    return Made(
        area=_text(said, "område"),
        as_of=_text(said, "per"),
        whole=_text(said, "grunnlag"),
        version=_text(said, "versjon"),
        revision=str(revision) if revision else None,
        hashes=_marks(said, "poster"),
        asked=_marks(said, "bestilt"),
        words=str(words) if words else None,
    )


def _text(said: Mapping[str, Any], key: str) -> str:
    value = said.get(key)
    if value is None or isinstance(value, Mapping | list):
        raise NotMadeHere(key)
    return str(value)


def _marks(said: Mapping[str, Any], key: str) -> dict[str, str]:
    value = said.get(key) or {}
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, Mapping) else {}


def _front(text: str) -> Mapping[str, Any]:
    data = read_markdown("", text).data
    if not isinstance(data, Mapping):
        raise NotMadeHere("---")
    basis = _BASIS.findall(text)
    return {**data, "poster": unpacked(basis[-1] if basis else "")}


def document_in_markdown(text: str) -> Document:
    """The whole document that a Markdown file was written from, less its pictures. Raises NotMadeHere."""
    said, read = _front(text), read_markdown("", text)
    parsed = document_blocks(read.text[read.body :], {})

    def maybe(key: str) -> str | None:
        return str(said[key]) if key in said else None

    return Document(
        kind=_text(said, "slag"),
        title=_text(said, "tittel"),
        language=_text(said, "språk"),
        blocks=parsed.blocks,
        made=made_of(said),
        subtitle=maybe("undertittel"),
        sender=maybe("avsender"),
        dated=maybe("datert"),
        invented=maybe("illustrasjon"),
    )
