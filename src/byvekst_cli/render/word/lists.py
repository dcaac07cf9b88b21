"""Lists that Word counts itself, each from its own start."""

from collections.abc import Callable, Iterator

from byvekst_cli.render.tree import Block, Item, Items, Paragraph
from byvekst_cli.render.word.spans import runs
from byvekst_cli.render.word.state import Place, State

STEP = 397
"""Twips from one level to the next."""
DEEPEST = 8
Write = Callable[[Block, Place], Iterator[str]]


def items(block: Items, state: State, place: Place, write: Write) -> Iterator[str]:
    """The items of a list, and what stands below each."""
    place = place.inside(block.language)
    level = min(place.depth, DEEPEST)
    number = state.numbered(block.ordered, level, block.start)
    for item in block.items:
        yield from _item(item, block.ordered, number, state, place, write)
    if not place.depth:
        state.gap = 80


def _item(item: Item, ordered: bool, number: int, state: State, place: Place, write: Write) -> Iterator[str]:
    level = min(place.depth, DEEPEST)
    first, rest = item.blocks[:1], item.blocks[1:]
    style = "number" if ordered else "bullet"
    place_in = place.indent + STEP
    counted = {
        "numPr": f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
        "ind": f'<w:ind w:left="{place_in}" w:hanging="{STEP}"/>',
    }
    below = Place("list", place_in, place.depth + 1, place.language, place.holds)
    if first and isinstance(first[0], Paragraph):
        line, language = first[0].line, first[0].language or place.language
        yield state.paragraph(runs(line, state, language), style, **counted)
    else:
        yield state.paragraph("", style, **counted)
        rest = item.blocks
    for block in rest:
        yield from write(block, below)
