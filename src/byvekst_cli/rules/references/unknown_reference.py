"""REF001: an id is named that no record has."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Hint, On, Problem, Severity, Term
from byvekst_cli.model.block import Block
from byvekst_cli.model.leaves import leaves
from byvekst_cli.model.text import Ref, file_stem
from byvekst_cli.rules.rule import Problems, rule


@rule("REF001", about=Block, severity=Severity.ERROR, values=True)
def unknown_reference(record: Record[Block], area: Area) -> Problems:
    for leaf in leaves(record.model, Ref):
        kinds = leaf.mark.kinds
        for position, id in _named(leaf.value):
            if _known(id, kinds, area):
                continue
            facts = {"id": id, "kind": Term(f"kind-{kinds[0]}"), "near": Hint(area.near(id, kinds))}
            is_key = position is None and str(leaf.steps[-1]) == id
            place = record.at(*leaf.steps, *position or (), on=On.KEY if is_key else On.VALUE)
            yield Problem(place, facts)


def _named(value: object) -> list[tuple[tuple[int, ...] | None, str]]:
    """The ids in a value, with their positions where it is a list."""
    if isinstance(value, list):
        return [((index,), id) for index, id in enumerate(value)]
    return [(None, value)] if isinstance(value, str) else []


def _known(id: str, kinds: tuple[str, ...], area: Area) -> bool:
    """True also for what stands in a file that could not be read."""
    if any(record.kind in kinds for record in area.named(id)):
        return True
    names = {id.casefold(), file_stem(id)}
    return not (area.unread.ids.isdisjoint(names) and area.unread.kinds.isdisjoint(kinds))
