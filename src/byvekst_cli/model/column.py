"""What a table has a column for: each plain value of a block, named by the keys that lead to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from byvekst_cli.model.block import Block, Sheet
from byvekst_cli.model.choice import Choice
from byvekst_cli.model.money import PriceYear
from byvekst_cli.model.number import Number
from byvekst_cli.model.text import Ref, Scalar
from byvekst_cli.model.unknown import OrUnknown, Unknown
from byvekst_cli.model.when import When


class Sort(Enum):
    """What a cell of a column holds."""

    TEXT = "text"
    SCALAR = "scalar"
    NUMBER = "number"
    YEAR = "year"
    PRICE_YEAR = "price-year"
    WHEN = "when"
    CHOICE = "choice"
    LIST = "list"
    SHARES = "shares"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Column:
    """`keys` lead from the row to the value; `owners` are, for each key, where its help may stand.

    `wide` says that the value is a mapping with a column for each of its keys.
    """

    keys: tuple[str, ...]
    owners: tuple[tuple[str, ...], ...]
    sort: Sort
    words: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    unit: str | None = None
    may_be_unknown: bool = False
    needed: bool = False
    wide: bool = False

    @property
    def name(self) -> str:
        """What tells it from the other columns of its table: `plan.status`, `år.2026`."""
        return ".".join(self.keys)

    def at(self, key: str) -> "Column":
        """The column of one key of a wide one."""
        return replace(self, keys=(*self.keys, key), wide=False, needed=False)


def columns(model: type[Block], apart: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """Every column of a block but those under the names `apart`; what all sheets have comes last."""
    return tuple(_columns(model, (), (), apart))


def _columns(
    model: type[Block],
    keys: tuple[str, ...],
    owners: tuple[tuple[str, ...], ...],
    apart: frozenset[str],
    needed: bool = True,
) -> Iterator[Column]:
    shared = set(Sheet.model_fields)
    for name, info in sorted(model.model_fields.items(), key=lambda item: item[0] in shared):
        route = (*keys, str(info.alias or name))
        if ".".join(route) in apart:
            continue
        known = (*owners, tuple(each.__name__ for each in model.__mro__))
        must = needed and info.is_required()
        base, marks = _unwrapped(info.annotation, tuple(info.metadata))
        if isinstance(base, type) and issubclass(base, Block):
            yield from _columns(base, route, known, apart, must)
        elif column := _column(base, marks):
            yield replace(column, keys=route, owners=known, needed=must)


def _column(base: Any, marks: tuple[Any, ...]) -> Column | None:
    """The column of a plain type, not yet named, or None where rows of their own are below it."""
    unknown = any(isinstance(mark, OrUnknown) for mark in marks)
    made = Column((), (), Sort.TEXT, may_be_unknown=unknown)
    refers = next((mark.kinds for mark in marks if isinstance(mark, Ref)), ())
    if get_origin(base) is Literal:
        words = get_args(base)
        return (
            replace(made, sort=Sort.YES) if words == (True,) else replace(made, sort=Sort.CHOICE, words=words)
        )
    if get_origin(base) is list:
        inner, inside = _unwrapped(get_args(base)[0], ())
        refers = next((mark.kinds for mark in inside if isinstance(mark, Ref)), ())
        return replace(made, sort=Sort.LIST, refers_to=refers) if inner is str else None
    if get_origin(base) is dict:
        return _mapping(get_args(base))
    if any(isinstance(mark, Scalar) for mark in marks):
        return replace(made, sort=Sort.SCALAR)
    if base is str:
        return replace(made, refers_to=refers)
    if base in (When, PriceYear):
        return replace(made, sort=Sort.WHEN if base is When else Sort.PRICE_YEAR)
    if isinstance(base, type) and issubclass(base, Choice):
        return replace(made, sort=Sort.CHOICE, words=tuple(word.value for word in base))
    return _numeric(made, base, marks)


def _numeric(made: Column, base: Any, marks: tuple[Any, ...]) -> Column | None:
    number = next((mark for mark in marks if isinstance(mark, Number)), None)
    if base is not Decimal or number is None:
        return None
    plain = number.places == 0 and not number.figure
    return replace(made, sort=Sort.YEAR if plain else Sort.NUMBER, unit=number.unit)


def _mapping(arms: tuple[Any, ...]) -> Column | None:
    """Money by year or by place is a column each; shares fit in one cell."""
    base, marks = _unwrapped(arms[1], ())
    _, on_key = _unwrapped(arms[0], ())
    number = next((mark for mark in marks if isinstance(mark, Number)), None)
    if base is not Decimal or number is None:
        return None
    refers = next((mark.kinds for mark in on_key if isinstance(mark, Ref)), ())
    made = Column((), (), Sort.NUMBER, refers_to=refers, unit=number.unit)
    if number.unit != "MNOK":
        return replace(made, sort=Sort.SHARES)
    return replace(made, wide=True, may_be_unknown=any(isinstance(mark, OrUnknown) for mark in marks))


def _unwrapped(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The type that a value has when it is there and known, and everything it is marked with."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks = (*marks, *more)
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(arm for arm in get_args(annotation) if arm not in (Unknown, type(None)))
        else:
            return annotation, marks
