"""What can be referred to in a document: headings, tables and figures, counted in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from byvekst_cli.render.numbering import every
from byvekst_cli.render.tree import Block, Figure, Heading, Line, Table

Kind = Literal["heading", "table", "figure"]


@dataclass(frozen=True, slots=True)
class Target:
    """What it is, its number among its kind, its words, and the name it has in Word."""

    kind: Kind
    number: int
    line: Line
    bookmark: str
    level: int = 0


def targets(blocks: Sequence[Block]) -> Mapping[int, Target]:
    """The target that each block is, by the identity of the block.

    Only tables and figures with a caption are counted.
    """
    count: dict[Kind, int] = {"heading": 0, "table": 0, "figure": 0}
    found: dict[int, Target] = {}
    for block in every(blocks):
        match block:
            case Heading(level, line):
                kind: Kind = "heading"
            case Table(caption=line) | Figure(caption=line) if line:
                kind, level = ("table" if isinstance(block, Table) else "figure"), 0
            case _:
                continue
        count[kind] += 1
        name = f"_{'Toc' if kind == 'heading' else 'Ref'}{kind[0]}{count[kind]:05}"
        found[id(block)] = Target(kind, count[kind], line, name, level)
    return found


def identified(blocks: Sequence[Block], found: Mapping[int, Target]) -> Mapping[str, Target]:
    """What can be referred to by the ids that the document uses."""
    return {
        block.id: found[id(block)]
        for block in every(blocks)
        if isinstance(block, Heading | Table | Figure) and block.id and id(block) in found
    }
