"""The numbers of tables and figures in the order they stand, and what a reference is read as."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from byvekst_cli.language import Say
from byvekst_cli.render.ids import plain
from byvekst_cli.render.tree import Block, Box, Figure, Heading, Items, Line, Quote, Table


@dataclass(frozen=True, slots=True)
class Numbering:
    """By the place of a block in the order of all blocks: `tables` and `figures` by `id()` of the block."""

    numbers: Mapping[int, int]
    words: Mapping[str, str]
    """What a reference to an id is read as: `tabell 3`, `figur 2`, or the words of a heading."""

    def of(self, block: Table | Figure) -> int | None:
        return self.numbers.get(id(block))


def numbering(blocks: Sequence[Block], say: Say) -> Numbering:
    """Those with a caption are numbered, tables and figures apart."""
    numbers: dict[int, int] = {}
    words: dict[str, str] = {}
    counts = {"table": 0, "figure": 0}
    for block in every(blocks):
        if isinstance(block, Heading):
            words[block.id] = plain(block.line)
        elif isinstance(block, Table | Figure):
            kind = "table" if isinstance(block, Table) else "figure"
            told = say.doc(f"doc-{kind}-itself")
            if block.caption:
                counts[kind] += 1
                numbers[id(block)] = counts[kind]
                told = say.doc(f"doc-{kind}-number", number=str(counts[kind]))
            if block.id:
                words[block.id] = told
    return Numbering(numbers, words)


def every(blocks: Sequence[Block]) -> Iterator[Block]:
    """All blocks, those inside others too, as they are read."""
    for block in blocks:
        yield block
        match block:
            case Quote():
                yield from every(block.blocks)
            case Items():
                for item in block.items:
                    yield from every(item.blocks)
            case Box():
                for fact in block.facts:
                    yield from every(fact.blocks)


def lines(blocks: Sequence[Block]) -> Iterator[Line]:
    """Every line of words there is, those of a footnote right after where it is referred to."""
    for block in every(blocks):
        for line in _lines(block):
            yield line
            yield from (below for span in line if span.note for below in span.note.lines)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield block.caption
        yield from block.head
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Figure):
        yield block.caption
    elif line := getattr(block, "line", None):
        yield line
