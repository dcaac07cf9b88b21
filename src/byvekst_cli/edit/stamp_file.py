"""A new stamp at the end of an area's list of stamps."""

import json
import re
from pathlib import Path
from typing import Any, Final

from byvekst_cli.edit.write import save_texts
from byvekst_cli.source.small_yaml import read

_PLAIN: Final = re.compile(r"[\w./-]*[^\W\d][\w./-]*|\d{4}-\d\d-\d\d")
FILE: Final = "stempler.yaml"


class NotReadable(Exception):
    """The list of stamps is not in a form that a row can be put into; nothing was written."""


def add_stamp(root: Path, row: dict[str, str]) -> None:
    """Write one more row. Raises NotReadable, OSError; then the file is as it was."""
    path = root / FILE
    line = f"  - {{{', '.join(f'{key}: {_written(value)}' for key, value in row.items())}}}\n"
    if not path.exists():
        save_texts({}, {path: f"stempler:\n{line}"})
        return
    before = path.read_bytes().decode("utf-8-sig", "replace")
    after = _with(before, line)
    if after is None or _rows(after) != [*(_rows(before) or []), row]:
        raise NotReadable
    save_texts({path: after}, {})


def _written(value: str) -> str:
    """As YAML has it within braces: in quotes where a sign in it could mean something else."""
    return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)


def _with(text: str, line: str) -> str | None:
    """The text with the line at its end, where the list is the last thing in it."""
    end = "\r\n" if "\r\n" in text else "\n"
    empty = text.replace("stempler: []", "stempler:")
    rows = _rows(text)
    return None if rows is None else f"{(text if rows else empty).rstrip()}{end}{line.rstrip()}{end}"


def _rows(text: str) -> list[Any] | None:
    small = read(text)
    rows = small.data.get("stempler") if not small.flaws and isinstance(small.data, dict) else None
    return rows if isinstance(rows, list) else None
