"""A typed record that knows which file it came from and what it is called there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from byvekst_cli.finding import On, Place, Route
from byvekst_cli.model.block import Block, Sourced
from byvekst_cli.model.when import When

M_co = TypeVar("M_co", bound=Block, covariant=True)


@dataclass(frozen=True, slots=True)
class Record(Generic[M_co]):
    """A file, or a row in one. `route` leads from the top of the file to the row."""

    kind: str
    id: str
    path: str
    model: M_co
    data: Mapping[str, Any] = field(repr=False)
    route: Route = ()

    def at(self, *attributes: str | int, on: On = On.VALUE) -> Place:
        """The place of a value, named by the attributes of the model that lead to it."""
        return Place(self.path, self.route + _keys(self.model, attributes), on)

    def way(self, attributes: tuple[str | int, ...]) -> Iterator[Any]:
        """The model and every value below it on the way to a value."""
        yield self.model
        yield from (value for _, value in _steps(self.model, attributes))

    def provenance(self, *attributes: str | int) -> Sourced | None:
        """The block on the way to a value that last says where its figures come from."""
        said = (block for block in self.way(attributes) if isinstance(block, Sourced))
        return next((block for block in reversed(tuple(said)) if block.has_provenance), None)


def _keys(node: Any, attributes: tuple[str | int, ...]) -> Route:
    """Attribute names → the keys that files use; keys of mappings and positions stay."""
    return tuple(key for key, _ in _steps(node, attributes))


def _steps(node: Any, attributes: tuple[str | int, ...]) -> Iterator[tuple[str | int, Any]]:
    """Each key as the file has it, and the value there."""
    for step in attributes:
        if isinstance(node, Block) and isinstance(step, str):
            key: str | int = type(node).model_fields[step].alias or step
            node = getattr(node, step)
        else:
            key, node = step, _item(node, step)
        yield key, node


def _item(node: Any, step: str | int) -> Any:
    if isinstance(node, Mapping):
        if step in node:
            return node[step]
        return node.get(When.parse(str(step))) if When.fits(str(step)) else None
    return node[step] if isinstance(node, list) and isinstance(step, int) else None
