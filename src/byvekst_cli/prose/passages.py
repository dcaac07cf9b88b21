"""Which parts of a note are its writer's own prose, and in which language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.model.note_text import BlockKind, NoteText, TextBlock
from byvekst_cli.model.paper import Paper

_QUOTED: Final = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")
_RUNNING: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def language_of(note: Record[Paper], area: Area) -> str | None:
    """The language a note is written in: its own statement, or else the area's."""
    return note.model.language or area.language


def body(note: NoteText) -> Iterator[TextBlock]:
    """Paragraphs and items, but not quotes or what is marked as another language."""
    return (block for block in note.blocks if block.kind in _RUNNING and block.language is None)


def headings(note: NoteText) -> Iterator[TextBlock]:
    return (block for block in note.blocks if block.kind is BlockKind.HEADING)


def unquoted(text: str) -> str:
    """The text with spaces for what stands between quotation marks: those words are somebody else's."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, where there is one, and the writer's own prose under it."""

    heading: TextBlock | None
    blocks: tuple[TextBlock, ...]


def sections(note: NoteText) -> Iterator[Section]:
    """The parts of a note between its headings."""
    heading: TextBlock | None = None
    held: list[TextBlock] = []
    for block in note.blocks:
        if block.kind is BlockKind.HEADING:
            if held:
                yield Section(heading, tuple(held))
            heading, held = block, []
        elif block.kind in _RUNNING and block.language is None:
            held.append(block)
    if held:
        yield Section(heading, tuple(held))
