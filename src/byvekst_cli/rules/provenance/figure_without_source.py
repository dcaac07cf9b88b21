"""SRC001: a figure says neither where it comes from nor that it is an illustration."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import On, Problem, Severity
from byvekst_cli.model.block import Block, Sourced
from byvekst_cli.model.leaves import Leaf, leaves
from byvekst_cli.model.number import Number
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.rules.rule import Problems, rule


@rule("SRC001", about=Block, severity=Severity.ERROR)
def figure_without_source(record: Record[Block], area: Area) -> Problems:
    """One problem a block, at its first figure: one line with a source mends them all."""
    seen = set()
    for leaf in leaves(record.model, Number, skip=_has_provenance):
        block = leaf.steps[:-1]
        if _is_figure(leaf) and block not in seen:
            seen.add(block)
            place = record.at(*leaf.steps, on=On.KEY)
            yield Problem(place, {"field": str(place.route[-1])})


def _has_provenance(block: Block) -> bool:
    return isinstance(block, Sourced) and block.has_provenance


def _is_figure(leaf: Leaf) -> bool:
    return bool(leaf.mark.figure) and not isinstance(leaf.value, Unknown)
