"""Values put into, or taken out of, a text in its own style, read again and proved."""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from byvekst_cli.edit.fix import applied
from byvekst_cli.edit.layout import (
    CannotPatch,
    addition,
    alike,
    has,
    removal,
    replacement,
    sibling_of,
    value_at,
)
from byvekst_cli.finding import Repair, Route
from byvekst_cli.source.document import Document
from byvekst_cli.source.small_yaml import read

GONE: Final = object()
"""In the place of a value: it is to be taken out."""


@dataclass(frozen=True, slots=True)
class Put:
    """A value that is to stand at a route, or GONE.

    `order` are the keys of its mapping in the order that they should have, which decides where a new one
    goes: without one, last.
    """

    route: Route
    value: Any
    order: tuple[str, ...] = ()


def patched(text: str, puts: Iterable[Put]) -> str:
    """The text with values changed, added or taken out, one after another; all else stays.

    What is left empty when a value is taken out goes too. Raises CannotPatch where the new text would
    not be read as exactly the old data with the changes.
    """
    left = list(puts)
    document = _document(text)
    want = copy.deepcopy(document.data)
    for put in left:
        _put(want, put)
    while left:
        together = _together(document, left)
        if together:
            document = _document(applied(document.text, _repairs(document, together)))
        else:
            document = _document(_alone(document, left[0]))
        left = left[len(together) or 1 :]
    if not alike(document.data, want):
        raise CannotPatch
    return document.text


def _together(document: Document, puts: list[Put]) -> list[Put]:
    """The first of some that can be done at once: plain values that change, and new keys and rows."""
    taken: dict[Route, Put] = {}
    for put in puts:
        *parent, key = put.route
        if put.route in taken or put.value is GONE or not has(document.data, tuple(parent)):
            break
        holder = value_at(document.data, tuple(parent))
        if has(document.data, put.route):
            if isinstance(holder[key], list | Mapping):
                break
        elif isinstance(holder, list) and key != len(holder) and (*parent, int(key) - 1) not in taken:
            break
        taken[put.route] = put
    return list(taken.values())


def _repairs(document: Document, puts: list[Put]) -> Iterator[Repair]:
    """Of two at one place the first ends up last, so what is nearest to the root comes first."""
    added: dict[tuple[Route, Any], list[Put]] = defaultdict(list)
    for put in puts:
        *parent, key = put.route
        if not has(document.data, put.route):
            holder = value_at(document.data, tuple(parent))
            added[tuple(parent), sibling_of(holder, key, put.order)].append(put)
        elif not alike(value_at(document.data, put.route), put.value):
            repair = replacement(document, put.route, put.value)
            if repair is not None:
                yield repair
    for (route, after), group in sorted(added.items(), key=lambda each: len(each[0][0])):
        inside = sorted(group, key=lambda put: put.order.index(put.route[-1]) if put.order else 0)
        yield addition(document, route, after, {put.route[-1]: put.value for put in inside})


def _alone(document: Document, put: Put) -> str:
    """The text with one value that others hang together with changed."""
    if put.value is GONE:
        return applied(document.text, [removal(document, _outermost(document.data, put.route))])
    if not has(document.data, put.route):
        raise CannotPatch
    old = value_at(document.data, put.route)
    if alike(old, put.value):
        return document.text
    repair = replacement(document, put.route, put.value)
    if repair is not None:
        return applied(document.text, [repair])
    return _stepwise(document.text, put.route, old, put.value)


def _stepwise(text: str, route: Route, old: Any, new: Any) -> str:
    """Rows and keys one by one, so that the comments between them stay."""
    for key, value in _list_steps(old, new) if isinstance(new, list) else _mapping_steps(old, new):
        document, put = _document(text), Put((*route, key), value)
        if _together(document, [put]):
            text = applied(text, _repairs(document, [put]))
        elif value is GONE:
            text = applied(text, [removal(document, put.route)])
        else:
            text = _alone(document, put)
    return text


def _list_steps(old: list[Any], new: list[Any]) -> list[tuple[Any, Any]]:
    steps: list[tuple[Any, Any]] = [(at, new[at]) for at in range(min(len(old), len(new)))]
    steps += [(at, GONE) for at in range(len(old) - 1, len(new) - 1, -1)]
    return steps + [(at, new[at]) for at in range(len(old), len(new))]


def _mapping_steps(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [*new.items(), *((key, GONE) for key in old if key not in new)]


def _outermost(data: Any, route: Route) -> Route:
    """Where to cut so that nothing empty is left behind, short of a row of its own."""
    while len(route) > 1 and isinstance(route[-1], str) and len(value_at(data, route[:-1])) == 1:
        route = route[:-1]
    if len(route) > 1 and isinstance(route[-1], int) and len(value_at(data, route[:-1])) == 1:
        return _outermost(data, route[:-1])
    return route


def _document(text: str) -> Document:
    small = read(text)
    if small.flaws or small.data is None:
        raise CannotPatch
    return Document("", text, small.data, small.spans)


def _put(data: Any, put: Put) -> None:
    """The same on plain data. Raises CannotPatch where there is no such place."""
    *parent, key = _outermost(data, put.route) if put.value is GONE and has(data, put.route) else put.route
    if not has(data, tuple(parent)):
        raise CannotPatch
    holder = value_at(data, tuple(parent))
    if put.value is GONE:
        if not has(holder, (key,)):
            raise CannotPatch
        del holder[key]
    elif isinstance(holder, list) and key == len(holder):
        holder.append(copy.deepcopy(put.value))
    elif isinstance(holder, Mapping) or has(holder, (key,)):
        holder[key] = copy.deepcopy(put.value)
    else:
        raise CannotPatch


__all__ = ["GONE", "CannotPatch", "Put", "patched"]
