"""An area and a kind of document → a document as blocks."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from byvekst_cli.area import Area
from byvekst_cli.language import Say
from byvekst_cli.render.as_markdown import blocks_written
from byvekst_cli.render.cited import Titles
from byvekst_cli.render.environment import filled, mistyped, source_of
from byvekst_cli.render.faults import BadTemplate
from byvekst_cli.render.kinds import DocumentKind
from byvekst_cli.render.made import Watched, made, mark_of, watched
from byvekst_cli.render.names import Names
from byvekst_cli.render.numbering import every, lines
from byvekst_cli.render.parse import BadMarkup, document_blocks
from byvekst_cli.render.pictures import can_draw
from byvekst_cli.render.registry import imported
from byvekst_cli.render.tree import Block, Document


@dataclass(frozen=True, slots=True)
class Ordered:
    """What a document is made of: the area, its folder, who speaks, and the revision where there is one."""

    area: Area
    root: Path
    say: Say
    revision: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """A document, whether all its pictures were drawn, and those of notes that could not be taken in.

    `mistyped` is a template of the area's own that was probably meant for it, and that is not used.
    """

    document: Document
    is_drawn: bool
    unseen: tuple[str, ...] = ()
    mistyped: str | None = None


def make(kind: DocumentKind, asked: Mapping[str, str], order: Ordered) -> Finished:
    """A document of a kind. Raises NotThere for what the area does not have, BadTemplate for a template."""
    area = watched(order.area)
    contents = imported(kind.contents)(area, **asked)
    return from_contents(kind.name, contents, area, order, asked)


def from_contents(
    name: str, contents: Any, area: Watched, order: Ordered, asked: Mapping[str, str]
) -> Finished:
    """Contents that are gathered already, in the template of a name; its fields are what that can print."""
    fields = {each.name: getattr(contents, each.name) for each in dataclasses.fields(contents)}
    known = {
        "language": order.say.language,
        "as_of": area.as_of,
        "area_name": _area_name(area),
        "document": contents,
        "drawing": can_draw(),
    }
    names = Names(area, order.root, order.say)
    template = f"{name}.md"
    text = filled(order.root, template, order.say, names.globals(), known | fields)
    try:
        parsed = document_blocks(text, names.put)
    except BadMarkup as error:
        raise BadTemplate("template-mark", _file(order, template), 0, asked=str(error)) from None
    if lost := _lost(parsed.blocks):
        there = tuple(_ids(parsed.blocks))
        raise BadTemplate("template-refers", _file(order, template), 0, asked=lost, there=there)
    used, blocks = parsed.said, Titles(area, order.say).blocks(parsed.blocks)
    document = Document(
        kind=name,
        title=parsed.title or order.say.doc("doc-untitled"),
        language=order.say.language,
        blocks=blocks,
        made=made(area, asked, order.revision),
        subtitle=used.get("subtitle"),
        sender=used.get("sender") or _area_name(area),
        dated=used.get("dated") or order.say.day(area.as_of),
        invented=used.get("invented"),
        pictures=names.pictures,
    )
    unseen = tuple(f"{name} ({note})" for name, note in sorted(names.unseen.items()))
    return Finished(with_words(document), names.is_drawn, unseen, mistyped(template, area.files))


def _file(order: Ordered, template: str) -> str:
    return source_of(order.root, template)[1]


def _ids(blocks: Sequence[Block]) -> Iterator[str]:
    yield from (id for each in every(blocks) if (id := getattr(each, "id", None)))


def _lost(blocks: Sequence[Block]) -> str | None:
    """The first id that is referred to and is not there."""
    known = set(_ids(blocks))
    asked = (span.refers for line in lines(blocks) for span in line if span.refers)
    return next((id for id in asked if id not in known), None)


def with_words(document: Document) -> Document:
    """With a mark of what it says; to be made anew where something is added to it."""
    head = [document.title, document.subtitle, document.sender, document.dated, document.invented]
    told = mark_of([head, *blocks_written(document, "")])
    return dataclasses.replace(document, made=dataclasses.replace(document.made, words=told))


def _area_name(area: Area) -> str:
    return area.file.name if area.file else area.name
