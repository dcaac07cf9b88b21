"""Values as the small YAML writes them, inside brackets or on lines of their own."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.source.small_yaml import read

WIDTH: Final = 110


def scalar(value: Any, *, flow: bool) -> str:
    """A plain value: without quotes where it is read back as it is, else with."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return f"{value.normalize() + 0:f}" if isinstance(value, Decimal) else str(value)
    text = str(value)
    single = "'" + text.replace("'", "''") + "'"
    for tried in (text, single):
        if "\n" not in tried and _is_read(tried, text, flow):
            return tried
    return json.dumps(text, ensure_ascii=False)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(k)}: {flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True)


def entry(key: str, value: Any, indent: str) -> list[str]:
    """The lines of one key and its value: rows on a line each, text of several lines as it is."""
    head = f"{indent}{_key(key)}:"
    if isinstance(value, list) and any(isinstance(row, Mapping) for row in value):
        return [head, *(f"{indent}  - {flow(row)}" for row in value)]
    if isinstance(value, Mapping) and value:
        line = f"{head} {flow(value)}"
        if len(line) <= WIDTH and not any(isinstance(each, list | Mapping) for each in value.values()):
            return [line]
        return [head, *(line for k, v in value.items() for line in entry(k, v, f"{indent}  "))]
    if isinstance(value, list | Mapping):
        return [f"{head} {flow(value)}"]
    if isinstance(value, str) and (literal := _literal(value, f"{indent}  ")):
        return [f"{head} |-", *literal]
    return [f"{head} {scalar(value, flow=False)}"]


def _literal(text: str, indent: str) -> list[str]:
    """A text of several lines as a block; nothing where that would not be read back."""
    if "\n" not in text:
        return []
    lines = [f"{indent}{line}" if line else "" for line in text.split("\n")]
    written = "\n".join(["x: |-", *lines, ""])
    return lines if read(written).data == {"x": text} else []


def _key(key: object) -> str:
    """Keys are always text, so years need no quotes."""
    text = str(key)
    written = read(f"x: {{{text}: 1, y: 2}}\n")
    fits = not written.flaws and written.data == {"x": {text: 1, "y": 2}}
    return text if fits else json.dumps(text, ensure_ascii=False)


def _is_read(tried: str, text: str, flow: bool) -> bool:
    small = read(f"x: {{y: [{tried}, 1]}}\n" if flow else f"x: {tried}\n")
    meant = {"y": [text, 1]} if flow else text
    return not small.flaws and repr(small.data) == repr({"x": meant})
