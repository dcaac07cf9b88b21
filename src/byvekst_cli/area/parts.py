"""What a note tells, by its headings: which part of a template each stretch of it is."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from byvekst_cli.model.note_text import BlockKind, NoteText

_WORD: Final = re.compile(r"[^\W\d_][\w-]*")
_TYPED: Final = 2
"""The level of a heading that is only a line by itself."""
_LABEL: Final = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]?\s+)?(?P<words>[^:]+?)\s*:?\s*")
_PAGE: Final = re.compile(r"\s*(?:side|page)\s+\d+(?:\s*(?:av|of|/)\s*\d+)?\s*", re.IGNORECASE)
"""The foot of a page in text from a PDF, which is no part of what stands around it."""

Headings = Mapping[str, Iterable[str]]
"""For each part of a template what it may be called."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a note. `level` is the depth of an item, and 0 for what is none.

    `goes_on` where it is not the first of its paragraph or item.
    """

    text: str
    start: int
    level: int = 0
    is_table: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the parts of a template that it names, and the lines until the next."""

    ids: frozenset[str]
    title: str
    start: int
    level: int
    lines: list[Line] = field(default_factory=list)

    @property
    def stretch(self) -> tuple[int, int]:
        return self.start, self.start + len(self.title)


def parts(note: NoteText, headings: Headings) -> tuple[Part, ...]:
    """The note in parts. Text above the first heading is a part without a title.

    In text that has lost its form, as from a PDF, a line that is no more than a known heading is one.
    """
    known = {id: [_folded(name) for name in names] for id, names in headings.items()}
    exact = {words: id for id, names in known.items() for words in names}
    found: list[Part] = []
    for line, level in _lines(note):
        label = _LABEL.fullmatch(line.text)
        named = exact.get(_folded(label["words"])) if label and not line.is_table else None
        if level:
            text = line.text.rstrip()
            found.append(Part(_ids(text, known), text, line.start, level))
        elif named is not None:
            found.append(Part(frozenset({named}), line.text.rstrip(), line.start, _TYPED))
        elif line.is_table or (line.text.strip() and not _PAGE.fullmatch(line.text)):
            if not found:
                found.append(Part(frozenset(), "", line.start, 1))
            found[-1].lines.append(line)
    return tuple(found)


def is_empty(all: tuple[Part, ...], at: int) -> bool:
    """Whether nothing stands under a heading, nor under headings below it."""
    part = all[at]
    if part.lines:
        return False
    below = all[at + 1] if at + 1 < len(all) else None
    return below is None or below.level <= part.level


def _lines(note: NoteText) -> Iterator[tuple[Line, int]]:
    """Every line, with the level of its heading, or 0."""
    for block in note.blocks:
        if block.kind is BlockKind.HEADING:
            yield Line(" ".join(block.text.splitlines()), block.start), block.level
        elif block.kind is BlockKind.TABLE:
            yield Line("", block.start, is_table=True), 0
        else:
            level = block.level if block.kind is BlockKind.ITEM else 0
            start = block.start
            for text in block.text.splitlines(keepends=True):
                yield Line(text.rstrip("\r\n"), start, level, goes_on=start > block.start), 0
                start += len(text)


def _ids(title: str, known: Mapping[str, list[tuple[str, ...]]]) -> frozenset[str]:
    """The parts whose names stand in a heading; a name inside a longer name that is there does not count."""
    words = _folded(title)
    found = [
        (at, at + len(name), id)
        for id, names in known.items()
        for name in names
        for at in range(len(words) - len(name) + 1)
        if name and words[at : at + len(name)] == name
    ]
    return frozenset(
        id
        for begin, end, id in found
        if not any(b <= begin and end <= e and e - b > end - begin for b, e, _ in found)
    )


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))
