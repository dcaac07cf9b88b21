"""The footnotes of what was cut out of a note, wherever in the note their words stand."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from byvekst_cli.model.note_text import BlockKind, TextBlock

_DEFINED: Final = re.compile(r"^[ \t>*+-]*(?:\d+[.)][ \t]+)?\[\^([^\s\[\]\\]+)\]:")
_REFERS: Final = re.compile(r"\[\^([^\s\[\]\\]+)\]")
_NO_REFERENCE: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)"
    r"|\\.|^(?: {4}|\t).*?$|<[^<>\n]*>|!\[[^\n]*?\]\([^\n]*?\)",
    re.DOTALL | re.MULTILINE,
)
"""Comments, code, escaped signs, tags and pictures: what looks like a reference there is none."""


def without_footnotes(lines: Sequence[str], cut: Collection[str]) -> tuple[list[str], frozenset[str]]:
    """The lines without the footnotes that nothing left refers to any more, and the labels of these.

    `cut` are the lines that were taken out. Where one label has several texts and something cut referred
    to it, all of them go.
    """
    owner = _owners(lines)
    body = "\n".join("" if label else line for line, label in zip(lines, owner, strict=True))
    asked = set(_REFERS.findall(_NO_REFERENCE.sub(" ", body)))
    before = set(_REFERS.findall("\n".join(cut)))
    texts = Counter(found[1] for line in lines if (found := _DEFINED.match(line)))
    gone = {label for label, n in texts.items() if label not in asked or (n > 1 and label in before)}
    kept = [line for line, label in zip(lines, owner, strict=True) if label not in gone]
    return kept, frozenset(gone)


def _owners(lines: Sequence[str]) -> list[str | None]:
    """For each line the label of its footnote, which goes on where it is indented or no room is above."""
    found: list[str | None] = []
    label: str | None = None
    is_after_room = False
    for line in lines:
        if defined := _DEFINED.match(line):
            label = defined[1]
        elif (is_after_room and line.strip() and not line.startswith(("    ", "\t"))) or line.startswith("#"):
            label = None
        found.append(label)
        is_after_room = not line.strip()
    return found


def blocks_without(blocks: Sequence[TextBlock], gone: Collection[str]) -> list[TextBlock]:
    """The blocks without those that have a word of some footnotes, and what is indented below them."""
    marks = tuple(f"[^{label}]:" for label in gone)
    kept: list[TextBlock] = []
    is_gone = False
    for block in blocks:
        if block.kind is not BlockKind.CODE:
            is_gone = any(mark in block.text for mark in marks)
        if not is_gone:
            kept.append(block)
    return kept
