"""Walk a record and find the values whose field carries a mark, such as a reference."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from byvekst_cli.model.block import Block

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A marked value, the attributes that lead to it, and the block whose field it is in."""

    steps: Steps
    value: Any
    mark: Any
    block: Block


@dataclass(frozen=True, slots=True)
class Shape:
    """Where marks of one type can be below a field: on itself, its keys, its values, a block."""

    mark: Any = None
    keys: Any = None
    inside: "Shape | None" = None
    block: type[Block] | None = None


def leaves(block: Block, mark: type, skip: Callable[[Block], bool] = lambda _: False) -> Iterator[Leaf]:
    """Every value below `block` whose field is marked with a `mark`, but not below skipped blocks."""
    if skip(block):
        return
    for name, shape in _fields(type(block), mark):
        value = getattr(block, name)
        if value is not None:
            yield from _below(block, (name,), value, shape, mark, skip)


def _below(
    block: Block, steps: Steps, value: Any, shape: Shape, mark: type, skip: Callable[[Block], bool]
) -> Iterator[Leaf]:
    if shape.mark is not None:
        yield Leaf(steps, value, shape.mark, block)
    if isinstance(value, Block):
        for leaf in leaves(value, mark, skip):
            yield Leaf(steps + leaf.steps, leaf.value, leaf.mark, leaf.block)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if shape.keys is not None:
                yield Leaf((*steps, str(key)), key, shape.keys, block)
            if shape.inside is not None:
                yield from _below(block, (*steps, str(key)), item, shape.inside, mark, skip)
    elif isinstance(value, list) and shape.inside is not None:
        for index, item in enumerate(value):
            yield from _below(block, (*steps, index), item, shape.inside, mark, skip)


@cache
def _fields(model: type[Block], mark: type) -> tuple[tuple[str, Shape], ...]:
    found = []
    for name, info in model.model_fields.items():
        shape = _shape(info.annotation, mark)
        own = next((m for m in info.metadata if isinstance(m, mark)), None)
        if own is not None:
            shape = Shape(own)
        if shape is not None:
            found.append((name, shape))
    return tuple(found)


def _shape(annotation: Any, mark: type) -> Shape | None:
    """The shape of a type, or None where no such mark can be below it."""
    own = next((m for m in getattr(annotation, "__metadata__", ()) if isinstance(m, mark)), None)
    if own is not None:
        return Shape(own)
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return Shape(block=annotation) if _reaches(annotation, mark) else None
    arms = get_args(annotation)
    if get_origin(annotation) is dict:
        key, item = _shape(arms[0], mark), _shape(arms[1], mark)
        return Shape(keys=key and key.mark, inside=item) if key or item else None
    if get_origin(annotation) is list:
        inside = _shape(arms[0], mark)
        return Shape(inside=inside) if inside else None
    return next((shape for arm in arms if (shape := _shape(arm, mark))), None)


def _reaches(model: type[Block], mark: type) -> bool:
    return bool(_fields(model, mark))
