"""Where in a text a value stands, goes in or comes out, in the layout that the text has there."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.edit.yaml_text import entry, flow, scalar
from byvekst_cli.finding import Repair, Route
from byvekst_cli.source.document import Document

_BREAK: Final = re.compile(r"\r\n|\r|\n")


class CannotPatch(Exception):
    """The text cannot be changed there without touching something else, such as a comment."""


def value_at(data: Any, route: Route) -> Any:
    """The value at a route. Raises KeyError, IndexError, TypeError."""
    for step in route:
        data = data[step]
    return data


def has(data: Any, route: Route) -> bool:
    """Whether there is a value at a route."""
    try:
        value_at(data, route)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def alike(one: Any, other: Any) -> bool:
    """Whether two values are read as the same; keys in any order, and numbers apart from texts like them."""
    return bool(_in_any_order(one) == _in_any_order(other))


def replacement(document: Document, route: Route, value: Any) -> Repair | None:
    """A value in the place of another; None where what stands there must be changed step by step.

    A text of several lines goes below its key, but not where a comment follows on the line, for there
    it would become text. Raises CannotPatch.
    """
    old = value_at(document.data, route)
    key_start, key_end, start, end = document.stretch(route)
    inside = in_brackets(document, route[:-1])
    if isinstance(old, list | Mapping):
        commented = _has_comment(document, start, end)
        if not commented and (document.text[start] in "{[" or not (old and value)):
            return Repair(start, end, _written(value, inside), safe=True)
        if isinstance(value, list if isinstance(old, list) else Mapping):
            return None
        if commented or key_start == key_end:
            raise CannotPatch
        colon = document.text.index(":", key_end) + 1
        return Repair(colon, end, f" {_written(value, inside)}", safe=True)
    follows = document.text[end : _line_end(document.text, end)].strip()
    if inside or isinstance(value, list | Mapping) or key_start == key_end or follows:
        return Repair(start, end, _written(value, inside), safe=True)
    return Repair(start, end, _below_key(document, route, value), safe=True)


def sibling_of(holder: Any, key: Any, order: Sequence[str]) -> Any:
    """What a new key comes after: the nearest of those before it in the order, None where it is the first."""
    if isinstance(holder, list):
        return len(holder) - 1
    if key not in order:
        return next(reversed(holder), None)
    earlier = set(order[: order.index(key)])
    return next((each for each in reversed(holder) if each in earlier), None)


def addition(document: Document, parent: Route, after: Any, added: Mapping[Any, Any]) -> Repair:
    """New keys, or rows by their numbers, after one that is there; or first, where `after` is None."""
    holder = value_at(document.data, parent)
    rows = isinstance(holder, list)
    if not holder:
        return _filled(document, parent, list(added.values()) if rows else dict(added))
    if after is None:
        return _first(document, (*parent, next(iter(holder))), added)
    key_start, _, start, end = document.stretch((*parent, after))
    if in_brackets(document, parent):
        text = flow(list(added.values()) if rows else added)[1:-1]
        return Repair(end, end, f", {text}", safe=True)
    at, newline = _line_end(document.text, end), _break(document.text)
    if rows:
        lines = [line for row in added.values() for line in _row(document, parent, start, row)]
    else:
        lines = _lines(added, _column(document, key_start))
    return Repair(at, at, "".join(f"{newline}{line}" for line in lines), safe=True)


def _first(document: Document, route: Route, added: Mapping[str, Any]) -> Repair:
    at = document.stretch(route)[0]
    if in_brackets(document, route[:-1]):
        return Repair(at, at, f"{flow(added)[1:-1]}, ", safe=True)
    column = _column(document, at)
    lines = [*_lines(added, column), " " * column]
    return Repair(at, at, _break(document.text).join(lines)[column:], safe=True)


def _filled(document: Document, route: Route, value: Any) -> Repair:
    """The first that comes into an empty mapping or list."""
    key_start, key_end, start, end = document.stretch(route)
    if key_start == key_end or in_brackets(document, route[:-1]):
        return Repair(start, end, flow(value), safe=True)
    colon = document.text.index(":", key_end) + 1
    text = _below_key(document, route, value)
    return Repair(colon, end, text if text[0] in "\r\n" else f" {text}", safe=True)


def _below_key(document: Document, route: Route, value: Any) -> str:
    """What follows a key and its colon on a line of its own."""
    column = _column(document, document.stretch(route)[0])
    first, *rest = entry(str(route[-1]), value, " " * column)
    colon = len(entry(str(route[-1]), 0, " " * column)[0]) - len(" 0")
    return _break(document.text).join([first[colon:].removeprefix(" "), *rest])


def _lines(added: Mapping[str, Any], column: int) -> list[str]:
    return [line for key, value in added.items() for line in entry(str(key), value, " " * column)]


def _row(document: Document, parent: Route, last: int, value: Any) -> list[str]:
    """A new row as the last one, which begins at `last`, is written: in brackets, or a line a key."""
    indent = " " * _column(document, document.stretch(parent)[2])
    dash = document.text.rindex("-", 0, last)
    gap = document.text[dash + 1 : last]
    gap = gap if gap.strip(" ") == "" and gap else " "
    if not isinstance(value, Mapping) or document.text[last] in "{[":
        return [f"{indent}-{gap}{_written(value, inside=False)}"]
    inner = f"{indent} {gap}"
    first, *rest = _lines(value, len(inner))
    return [f"{indent}-{gap}{first[len(inner) :]}", *rest]


def removal(document: Document, route: Route) -> Repair:
    """A value taken out, with its key or its dash. Raises CannotPatch."""
    *parent, key = route
    holder = value_at(document.data, tuple(parent))
    names = list(range(len(holder))) if isinstance(holder, list) else list(holder)
    at = names.index(key)
    first, _, start, end = document.stretch(route)
    first = first if first != start and not isinstance(holder, list) else start
    after = document.stretch((*parent, names[at + 1])) if at + 1 < len(names) else None
    if in_brackets(document, tuple(parent)):
        if at:
            before = document.stretch((*parent, names[at - 1]))[3]
            return _clean(document, before, end)
        return _clean(document, first, after[0] if after else end)
    return _lines_out(document, first, end, isinstance(holder, list), after)


def _lines_out(document: Document, first: int, end: int, row: bool, after: tuple[int, ...] | None) -> Repair:
    """Whole lines; but the first key of a row stands beside its dash, which must stay."""
    text = document.text
    begins = text.rindex("-", 0, first) if row else first
    line = _line_start(text, begins)
    if text[line:begins].strip():
        if after is None or row:
            raise CannotPatch
        return _clean(document, begins, after[0])
    ends = _line_end(text, end)
    match = _BREAK.match(text, ends)
    if match is None and line:
        back = max(text.rfind("\n", 0, line), text.rfind("\r", 0, line))
        return Repair(back - (text[back - 1 : back + 1] == "\r\n"), ends, "", safe=True)
    return Repair(line, match.end() if match else ends, "", safe=True)


def _clean(document: Document, start: int, end: int) -> Repair:
    """A stretch to be taken out, if it holds no comment."""
    if _has_comment(document, start, end):
        raise CannotPatch
    return Repair(start, end, "", safe=True)


def _has_comment(document: Document, start: int, end: int) -> bool:
    """Whether there is a `#` in a stretch that is no part of a key or a value."""
    at = document.text.find("#", start, end)
    if at < 0:
        return False
    spans = document.spans
    scalars = [(spans[n], spans[n + 1]) for n in range(0, len(spans), 4)]
    scalars += [span for span, _ in document.plain_values()]
    while at >= 0:
        if not any(first <= at < last for first, last in scalars):
            return True
        at = document.text.find("#", at + 1, end)
    return False


def in_brackets(document: Document, route: Route) -> bool:
    """Whether a mapping or list stands in brackets, or inside some."""
    return document.text[document.stretch(route)[2]] in "{["


def _written(value: Any, inside: bool) -> str:
    """A value on one line; `inside` says that brackets are around it, which decides what needs quotes."""
    return flow(value) if inside or isinstance(value, list | Mapping) else scalar(value, flow=False)


def _in_any_order(data: Any) -> Any:
    if isinstance(data, Mapping):
        return sorted((key, _in_any_order(value)) for key, value in data.items())
    if isinstance(data, list):
        return [_in_any_order(each) for each in data]
    is_number = isinstance(data, int | Decimal) and not isinstance(data, bool)
    return ("number", Decimal(data)) if is_number else (type(data).__name__, data)


def _column(document: Document, offset: int) -> int:
    return offset - _line_start(document.text, offset)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    match = _BREAK.search(text, offset)
    return match.start() if match else len(text)


def _break(text: str) -> str:
    match = _BREAK.search(text)
    return match.group() if match else "\n"
