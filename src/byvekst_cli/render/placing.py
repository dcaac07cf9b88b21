"""Blocks that are made already, such as a note's, put where they are asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from byvekst_cli.render.footnotes import renoted
from byvekst_cli.render.tree import Block, Heading

DEEPEST: Final = 5
"""Levels of headings below the title."""


def placed(blocks: Sequence[Block], mark: str, level: int, language: str | None) -> Iterator[Block]:
    """Their headings go below `level`; no others' footnotes have the labels that theirs get by the mark."""
    levels = [block.level for block in blocks if isinstance(block, Heading)]
    down = level + 1 - min(levels) if levels else 0
    for block in renoted(blocks, lambda note: replace(note, label=f"{mark} {note.label}")):
        if isinstance(block, Heading):
            deep = min(block.level + down, DEEPEST)
            yield replace(block, level=deep, language=block.language or language)
        else:
            yield block
