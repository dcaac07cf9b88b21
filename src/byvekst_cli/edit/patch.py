"""Single values put into, or taken out of, a text in its own style, each change read again and proved."""

import copy
import re
from collections.abc import Mapping
from typing import Any, Final

from byvekst_cli.edit.fix import applied
from byvekst_cli.edit.yaml_text import entry, flow, scalar
from byvekst_cli.finding import Repair, Route
from byvekst_cli.source.document import Document
from byvekst_cli.source.small_yaml import read

GONE: Final = object()
"""In the place of a value: it is to be taken out."""
_BREAK: Final = re.compile(r"\r\n|\r|\n")


class CannotPatch(Exception):
    """The text cannot be changed there without touching something else, such as a comment."""


def patched(text: str, route: Route, value: Any, order: tuple[str, ...] = ()) -> str:
    """The text with one value changed, added or taken out; all other values and comments stay.

    `order` are the keys of the mapping as its model has them, which decides where a new one goes. What
    is left empty when a value is taken out goes too. Raises CannotPatch.
    """
    document = _document(text)
    want = copy.deepcopy(document.data)
    if value is GONE:
        route = _outermost(want, route)
        _take(want, route)
    else:
        _put(want, route, value)
    after = _changed(document, route, value, order)
    if _in_any_order(_document(after).data) != _in_any_order(want):
        raise CannotPatch
    return after


def _changed(document: Document, route: Route, value: Any, order: tuple[str, ...]) -> str:
    *parent, key = route
    if value is GONE:
        repair = _removal(document, tuple(parent), key)
    elif _has(document.data, route):
        return _replaced(document, route, value)
    else:
        repair = _addition(document, tuple(parent), key, value, order)
    return applied(document.text, [repair])


def _replaced(document: Document, route: Route, value: Any) -> str:
    old = _at(document.data, route)
    if repr(old) == repr(value):
        return document.text
    key_start, key_end, start, end = document.stretch(route)
    inside = _is_flow(document, route[:-1])
    if not isinstance(old, list | Mapping):
        return applied(
            document.text, [Repair(start, end, _inline(document, route, value, inside), safe=True)]
        )
    if not _has_comment(document, start, end) and (document.text[start] in "{[" or not (old and value)):
        return applied(document.text, [Repair(start, end, _written(value, inside), safe=True)])
    if isinstance(value, list) and isinstance(old, list):
        return _stepwise(document, route, _list_steps(old, value))
    if isinstance(value, Mapping) and isinstance(old, Mapping):
        return _stepwise(document, route, _mapping_steps(old, value))
    if _has_comment(document, start, end) or key_start == key_end:
        raise CannotPatch
    colon = document.text.index(":", key_end) + 1
    return applied(document.text, [Repair(colon, end, f" {_written(value, inside)}", safe=True)])


def _inline(document: Document, route: Route, value: Any, inside: bool) -> str:
    """A value in the place of a plain one; a text of several lines goes below its key.

    Not where a comment follows on the line, for there it would become text.
    """
    key_start, key_end, _, end = document.stretch(route)
    follows = document.text[end : _line_end(document.text, end)].strip()
    if inside or isinstance(value, list | Mapping) or key_start == key_end or follows:
        return _written(value, inside)
    indent = " " * (key_start - _line_start(document.text, key_start))
    first, *rest = entry(str(route[-1]), value, indent)
    return _break(document.text).join([first.partition(": ")[2], *rest])


def _written(value: Any, inside: bool) -> str:
    """A value on one line; `inside` says that brackets are around it, which decides what needs quotes."""
    return flow(value) if inside or isinstance(value, list | Mapping) else scalar(value, flow=False)


def _list_steps(old: list[Any], new: list[Any]) -> list[tuple[Any, Any]]:
    steps: list[tuple[Any, Any]] = [(at, new[at]) for at in range(min(len(old), len(new)))]
    steps += [(at, GONE) for at in range(len(old) - 1, len(new) - 1, -1)]
    return steps + [(at, new[at]) for at in range(len(old), len(new))]


def _mapping_steps(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    return [*new.items(), *((key, GONE) for key in old if key not in new)]


def _stepwise(document: Document, route: Route, steps: list[tuple[Any, Any]]) -> str:
    text = document.text
    for key, value in steps:
        text = _changed(_document(text), (*route, key), value, ())
    return text


def _addition(document: Document, parent: Route, key: Any, value: Any, order: tuple[str, ...]) -> Repair:
    if parent and not _has(document.data, parent):
        raise CannotPatch
    holder = _at(document.data, parent)
    row = isinstance(holder, list)
    *_, start, end = document.stretch(parent)
    if not holder:
        whole = flow([value]) if row else flow({key: value})
        return Repair(start, end, whole, safe=True)
    before = _sibling(holder, key, order)
    sibling = document.stretch((*parent, before))[3]
    if _is_flow(document, parent):
        added = flow(value) if row else flow({key: value})[1:-1]
        return Repair(sibling, sibling, f", {added}", safe=True)
    at = _line_end(document.text, sibling)
    newline = _break(document.text)
    indent = start - _line_start(document.text, start)
    lines = _row(document, parent, value, " " * indent) if row else entry(str(key), value, " " * indent)
    return Repair(at, at, "".join(f"{newline}{line}" for line in lines), safe=True)


def _row(document: Document, parent: Route, value: Any, indent: str) -> list[str]:
    """A new row as the last one is written: in brackets, or a line a key."""
    last = len(_at(document.data, parent)) - 1
    *_, start, _ = document.stretch((*parent, last))
    dash = document.text.rindex("-", 0, start)
    gap = document.text[dash + 1 : start]
    gap = gap if gap.strip(" ") == "" and gap else " "
    if not isinstance(value, Mapping) or document.text[start] in "{[":
        return [f"{indent}-{gap}{_written(value, inside=False)}"]
    inner = f"{indent} {gap}"
    lines = [line for key, each in value.items() for line in entry(str(key), each, inner)]
    return [f"{indent}-{gap}{lines[0].removeprefix(inner)}", *lines[1:]]


def _sibling(holder: Any, key: Any, order: tuple[str, ...]) -> Any:
    """What a new key comes after: the nearest of those before it in the model, else the first."""
    if isinstance(holder, list):
        return len(holder) - 1
    keys = list(holder)
    if key not in order:
        return keys[-1]
    earlier = set(order[: order.index(key)])
    return next((each for each in reversed(keys) if each in earlier), keys[0])


def _removal(document: Document, parent: Route, key: Any) -> Repair:
    holder = _at(document.data, parent)
    names = list(range(len(holder))) if isinstance(holder, list) else list(holder)
    at = names.index(key)
    first, _, start, end = document.stretch((*parent, key))
    first = first if first != start and not isinstance(holder, list) else start
    after = document.stretch((*parent, names[at + 1])) if at + 1 < len(names) else None
    if _is_flow(document, parent):
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


def _outermost(data: Any, route: Route) -> Route:
    """Where to cut so that nothing empty is left behind, short of a row of its own."""
    while len(route) > 1 and isinstance(route[-1], str) and len(_at(data, route[:-1])) == 1:
        route = route[:-1]
    if len(route) > 1 and isinstance(route[-1], int) and len(_at(data, route[:-1])) == 1:
        return _outermost(data, route[:-1])
    return route


def _is_flow(document: Document, route: Route) -> bool:
    """Whether a mapping or list stands in brackets, or inside some."""
    return document.text[document.stretch(route)[2]] in "{["


def _document(text: str) -> Document:
    small = read(text)
    if small.flaws or small.data is None:
        raise CannotPatch
    return Document("", text, small.data, small.spans)


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _has(data: Any, route: Route) -> bool:
    try:
        _at(data, route)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _put(data: Any, route: Route, value: Any) -> None:
    holder = _at(data, route[:-1])
    if isinstance(holder, list) and route[-1] == len(holder):
        holder.append(value)
    else:
        holder[route[-1]] = value


def _take(data: Any, route: Route) -> None:
    del _at(data, route[:-1])[route[-1]]


def _in_any_order(data: Any) -> Any:
    """For comparing: keys sorted, and numbers apart from texts that look like them."""
    if isinstance(data, Mapping):
        return sorted((key, _in_any_order(value)) for key, value in data.items())
    return [_in_any_order(each) for each in data] if isinstance(data, list) else repr(data)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _line_end(text: str, offset: int) -> int:
    match = _BREAK.search(text, offset)
    return match.start() if match else len(text)


def _break(text: str) -> str:
    match = _BREAK.search(text)
    return match.group() if match else "\n"
