"""Every figure of an area, and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from byvekst_cli.area.area import Area
from byvekst_cli.area.record import Record
from byvekst_cli.finding import Place
from byvekst_cli.model.block import Block
from byvekst_cli.model.leaves import leaves
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.number import Number
from byvekst_cli.model.unknown import Unknown


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says something about the world; `source` and `illustration` are the nearest."""

    place: Place
    value: Decimal | Unknown
    unit: str | None
    price_year: PriceYear | None
    source: str | None
    illustration: bool


def figures_of(record: Record[Block], area: Area) -> tuple[Figure, ...]:
    """The figures of a record in the order they stand; a row has them from its file."""
    file = next(file for file in area.of(Block) if file.path == record.path)
    return tuple(f for f in figures_in(file) if f.place.route[: len(record.route)] == record.route)


def figures_in(file: Record[Block], *below: str | int) -> Iterator[Figure]:
    """Every figure in a file, or below a block of it, with where it is from and its price level."""
    *_, block = file.way(below)
    for leaf in leaves(block, Number):
        if leaf.mark.figure:
            steps = (*below, *leaf.steps)
            way = tuple(file.way(steps))
            said = file.provenance(*steps)
            levels = [block.price_year for block in way if hasattr(block, "price_year")]
            yield Figure(
                file.at(*steps),
                leaf.value,
                leaf.mark.unit,
                levels[-1] if levels and leaf.mark.unit == "MNOK" else None,
                said.source if said else None,
                bool(said and said.illustration),
            )
