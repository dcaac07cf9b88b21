"""The words of a line, and ids of headings, tables and figures that are each there once."""

import re
from collections.abc import Sequence
from dataclasses import replace

from byvekst_cli.render.tree import Block, Figure, Heading, Line, Table


def plain(line: Line) -> str:
    """The words of a line."""
    return "".join(span.text for span in line).replace("\n", " ")


def with_ids(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings without an id get one from their words, and ids that come twice a number."""
    taken: set[str] = set()
    return tuple(_with_id(block, taken) for block in blocks)


def _with_id(block: Block, taken: set[str]) -> Block:
    if not isinstance(block, Heading | Table | Figure):
        return block
    wanted = block.id or (slug(plain(block.line)) if isinstance(block, Heading) else None)
    if wanted is None:
        return block
    id, number = wanted, 2
    while id in taken:
        id, number = f"{wanted}-{number}", number + 1
    taken.add(id)
    return replace(block, id=id)


def slug(words: str) -> str:
    """An id of words: small letters, digits and hyphens."""
    return re.sub(r"[\W_]+", "-", words.casefold()).strip("-") or "del"
