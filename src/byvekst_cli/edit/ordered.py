"""Data in the order that its model has its fields, as people fill them in."""

from typing import Any

from byvekst_cli.finding import Route
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import kind_at
from byvekst_cli.model.outline import outline
from byvekst_cli.source.records import block_at


def keys_at(path: str, route: Route) -> tuple[str, ...]:
    """The keys that the mapping at a route of a file may have, in order; none where they are free."""
    kind = kind_at(path)
    block = block_at(kind.model, route) if kind else None
    return keys_of(block) if block else ()


def keys_of(model: type[Block]) -> tuple[str, ...]:
    """The keys of a block in order, what all sheets have last."""
    return tuple(field.key for field in outline(model))


def in_order(data: Any, model: type[Block], route: Route = ()) -> Any:
    """Every mapping with fixed keys in the order of its block; the others as they are."""
    if isinstance(data, list):
        return [in_order(each, model, (*route, at)) for at, each in enumerate(data)]
    if not isinstance(data, dict):
        return data
    block = block_at(model, route)
    keys = keys_of(block) if block else ()
    known = [key for key in keys if key in data]
    rest = [key for key in data if key not in known]
    return {key: in_order(data[key], model, (*route, key)) for key in (*known, *rest)}
