"""What a kind of file asks for: its fields in the order people fill them in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.text import Ref
from byvekst_cli.model.unknown import OrUnknown


@dataclass(frozen=True, slots=True)
class Field:
    """A field by its key; `owners` are the classes that its help may stand under, nearest first.

    `needed` says that a file without it is faulty, `may_be_unknown` that `ukjent` will do,
    `inside` what its block, or each of its rows, is made of.
    """

    key: str
    owners: tuple[str, ...]
    needed: bool
    may_be_unknown: bool
    inside: type[Block] | None
    refers_to: tuple[str, ...]


def outline(model: type[Block]) -> tuple[Field, ...]:
    """A model's own fields first, then those that all sheets have."""
    shared = set(Sheet.model_fields)
    named = sorted(model.model_fields.items(), key=lambda item: item[0] in shared)
    owners = tuple(each.__name__ for each in model.__mro__)
    return tuple(
        Field(
            str(info.alias or name),
            owners,
            info.is_required(),
            any(isinstance(mark, OrUnknown) for mark in info.metadata),
            _inside(info.annotation),
            next(
                (mark.kinds for mark in (*info.metadata, *_marks(info.annotation)) if isinstance(mark, Ref)),
                (),
            ),
        )
        for name, info in named
    )


def _inside(annotation: Any) -> type[Block] | None:
    """The block that a type is, holds, or is a list or mapping of."""
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return annotation
    return next((found for arm in get_args(annotation) if (found := _inside(arm))), None)


def _marks(annotation: Any) -> Iterator[Any]:
    """What a type is marked with, at any depth."""
    yield from getattr(annotation, "__metadata__", ())
    for arm in get_args(annotation):
        yield from _marks(arm)
