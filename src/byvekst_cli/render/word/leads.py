"""Words that lead to a table, a list or a box stay with it, and with the heading above them."""

from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from typing import Final

from byvekst_cli.render.tree import Block, Box, Items, Paragraph, Table

_LONGEST: Final = 300
"""Letters: about three lines; more is text of its own."""


def with_leads(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Each block, and whether it leads to the next."""
    for block, after in pairwise(chain(blocks, (None,))):
        if block is not None:
            yield (
                block,
                isinstance(block, Paragraph) and isinstance(after, Table | Items | Box) and _is_short(block),
            )


def _is_short(block: Paragraph) -> bool:
    return sum(len(span.text) for span in block.line) <= _LONGEST
