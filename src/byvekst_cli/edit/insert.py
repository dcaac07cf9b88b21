"""Values put into a file where they belong, and proof that everything else is as it was."""

import copy
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.edit.fix import applied
from byvekst_cli.finding import Repair
from byvekst_cli.finding.problem import Route
from byvekst_cli.source.document import Document
from byvekst_cli.source.small_yaml import read

_BREAK: Final = re.compile(r"\r\n|\r|\n")
_PLAIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ſ](?:[\w.()–-]| (?=[\w(–]))*|\d{4}-\d\d(?:-\d\d)?")


class CannotEdit(Exception):
    """The file is laid out so that this cannot be put in without touching the rest."""


@dataclass(frozen=True, slots=True)
class Put:
    """Give an entry that is there another value."""

    route: Route
    value: Any


@dataclass(frozen=True, slots=True)
class Into:
    """Put new entries into a mapping: after the entry `after`, or first where that is None."""

    route: Route
    entries: Mapping[str, Any]
    after: str | None


@dataclass(frozen=True, slots=True)
class Append:
    """Put one more item at the end of a list that has some."""

    route: Route
    item: Any


Edit = Put | Into | Append


def edited(document: Document, edits: Iterable[Edit]) -> str:
    """The text with the edits. Of two at one place, the one that comes first in the list ends up last.

    Raises CannotEdit where the new text would not be read as the old data with the edits.
    """
    edits = tuple(edits)
    text = applied(document.text, [_repair(document, edit) for edit in edits])
    after = read(text)
    if after.flaws or after.data != _expected(document.data, edits):
        raise CannotEdit
    return text


def _repair(document: Document, edit: Edit) -> Repair:
    if isinstance(edit, Put):
        _, _, start, end = _stretch(document, edit.route)
        return Repair(start, end, _flow(edit.value), safe=True)
    if isinstance(edit, Append):
        return _append(document, edit)
    _, key_end, start, end = _stretch(document, edit.route)
    held = _at(document.data, edit.route)
    if not held:
        if _in_brackets(document, edit.route[:-1]):
            return Repair(start, end, _flow(edit.entries), safe=True)
        indent = _column(document, _stretch(document, edit.route)[0]) + 2
        return Repair(key_end, end, f":{_lines(document, edit.entries, indent)}", safe=True)
    if edit.after is None:
        return _first(document, edit, next(iter(held)))
    return _after(document, edit, edit.after)


def _after(document: Document, edit: Into, key: str) -> Repair:
    at, _, _, end = _stretch(document, (*edit.route, key))
    if _in_brackets(document, edit.route):
        return Repair(end, end, f", {_flow(edit.entries)[1:-1]}", safe=True)
    eol = _line_end(document, end)
    return Repair(eol, eol, _lines(document, edit.entries, _column(document, at)), safe=True)


def _first(document: Document, edit: Into, key: str) -> Repair:
    at, *_ = _stretch(document, (*edit.route, key))
    if _in_brackets(document, edit.route):
        return Repair(at, at, f"{_flow(edit.entries)[1:-1]}, ", safe=True)
    indent = _column(document, at)
    text = _lines(document, edit.entries, indent).lstrip("\r\n ")
    return Repair(at, at, f"{text}{_newline(document)}{' ' * indent}", safe=True)


def _append(document: Document, edit: Append) -> Repair:
    _, _, start, _ = _stretch(document, edit.route)
    _, _, _, end = _stretch(document, (*edit.route, len(_at(document.data, edit.route)) - 1))
    if _in_brackets(document, edit.route):
        return Repair(end, end, f", {_flow(edit.item)}", safe=True)
    eol, indent = _line_end(document, end), " " * _column(document, start)
    return Repair(eol, eol, f"{_newline(document)}{indent}- {_flow(edit.item)}", safe=True)


def _lines(document: Document, entries: Mapping[str, Any], indent: int) -> str:
    """Entries on lines of their own, each with the line break before it; the innermost stand on one."""
    text = ""
    for key, value in entries.items():
        head = f"{_newline(document)}{' ' * indent}{_scalar_key(key)}:"
        if isinstance(value, Mapping) and _holds_groups(value):
            text += head + _lines(document, value, indent + 2)
        else:
            text += f"{head} {value if isinstance(value, str) and _is_itself(value) else _flow(value)}"
    return text


def _holds_groups(value: Mapping[str, Any]) -> bool:
    return any(isinstance(each, Mapping) for each in value.values())


def _flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_scalar_key(key)}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, int | Decimal):
        plain = format(Decimal(value).normalize(), "f")
        return "0" if plain == "-0" else plain
    return str(value) if _PLAIN.fullmatch(str(value)) and _is_itself(value) else _quoted(value)


def _is_itself(value: str) -> bool:
    return bool(read(f"x: {value}\n").data == {"x": value})


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _scalar_key(key: str) -> str:
    return key if re.fullmatch(r"[\w-]+", key) else _quoted(key)


def _expected(data: Any, edits: Iterable[Edit]) -> Any:
    """What the text is to be read as; the order of keys does not count."""
    data = copy.deepcopy(data)
    for edit in edits:
        if isinstance(edit, Put):
            _at(data, edit.route[:-1])[edit.route[-1]] = _as_read(edit.value)
        elif isinstance(edit, Append):
            _at(data, edit.route).append(_as_read(edit.item))
        elif held := _at(data, edit.route):
            held.update(_as_read(edit.entries))
        else:
            _at(data, edit.route[:-1])[edit.route[-1]] = _as_read(edit.entries)
    return data


def _as_read(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_read(item) for key, item in value.items()}
    return [_as_read(item) for item in value] if isinstance(value, list) else value


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def _stretch(document: Document, route: Route) -> tuple[int, int, int, int]:
    try:
        return document.stretch(route)
    except KeyError:
        raise CannotEdit from None


def _in_brackets(document: Document, route: Route) -> bool:
    """Whether an entry, or one that it stands in, is written between brackets."""
    starts = (_stretch(document, route[:depth])[2] for depth in range(len(route) + 1))
    return any(document.text[start : start + 1] in {"{", "["} for start in starts)


def _column(document: Document, offset: int) -> int:
    return document.span(offset, offset).column - 1


def _line_end(document: Document, offset: int) -> int:
    found = _BREAK.search(document.text, offset)
    return found.start() if found else len(document.text)


def _newline(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"
