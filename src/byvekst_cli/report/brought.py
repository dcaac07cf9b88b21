"""What came of a file that was brought in, on the screen and for programs."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from byvekst_cli.area.incoming import Change, Conflict, Merged, Note
from byvekst_cli.area.tables import Row
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.tables import Table
from byvekst_cli.report.as_json import as_json
from byvekst_cli.report.checked import Checked
from byvekst_cli.report.incoming import note_text, print_changes, print_conflicts, print_made, print_notes
from byvekst_cli.report.text import print_text

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of somebody's own list, counted from 0, and the project that it becomes."""

    sheet: str
    row: int
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Brought:
    """Everything that a file asks for, what keeps it from being written, and what was.

    `reports` are status reports that are made for it; `files` those that change or are made; `wrong` has
    the errors that the area would get.
    """

    notes: tuple[Note, ...]
    faults: tuple[Note, ...]
    merged: Merged = field(default_factory=Merged)
    listed: tuple[Listed, ...] = ()
    reports: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    wrong: Checked | None = None
    written: bool = False

    @property
    def is_refused(self) -> bool:
        return bool(self.faults or self.merged.conflicts or self.wrong)


def print_brought(brought: Brought, say: Say, console: Console) -> None:
    """What changes, what is wrong, and last whether anything was written."""
    print_notes(brought.notes, say, console)
    for path in brought.reports:
        console.print(Text(safe(say("import-report", file=path))))
    print_changes(brought.merged, say, console)
    print_made(((each.sheet, each.row, each.data) for each in brought.listed), console)
    if brought.merged.conflicts:
        print_conflicts(brought.merged.conflicts, say, console)
    print_notes(brought.faults, say, console, grave=True)
    if brought.wrong is not None:
        print_text(brought.wrong, say, console)
    console.print(Text(_ending(brought, say)))


def _ending(brought: Brought, say: Say) -> str:
    if brought.is_refused:
        return say("import-refused")
    if not brought.files:
        return say("import-nothing")
    return say("import-done" if brought.written else "import-would", n=len(brought.files))


def brought_json(brought: Brought, area: str, say: Say) -> str:
    """Version 1. Cells are text, as files have them; an empty one is a value that is not there."""
    merged = brought.merged
    out: dict[str, Any] = {
        "version": VERSION,
        "area": area,
        "written": brought.written,
        "refused": brought.is_refused,
        "files": list(brought.files),
        "reports": list(brought.reports),
        "changes": [_change(each) for each in merged.changed],
        "added": [
            {
                "table": each.table.name,
                "of": list(each.line.leads),
                "sheet": each.line.sheet,
                "row": each.line.row + 1,
                "cells": {name: text for name, text in each.line.cells.items() if text},
            }
            for each in merged.added
        ],
        "removed": [{**_row(each.table, each.row), "cells": dict(each.row.cells)} for each in merged.removed],
        "listed": [
            {"sheet": each.sheet, "row": each.row + 1, "id": each.data.get("id"), "fields": list(each.data)}
            for each in brought.listed
        ],
        "conflicts": [_conflict(each) for each in merged.conflicts],
        "notes": _notes(brought.notes, say),
        "faults": _notes(brought.faults, say),
        "findings": json.loads(as_json(brought.wrong, say))["findings"] if brought.wrong else [],
    }
    return json.dumps(out, ensure_ascii=False, indent=2, default=float) + "\n"


def _row(table: Table, row: Row) -> dict[str, Any]:
    return {"table": table.name, "path": row.path, "key": list(row.route), "of": list(row.leads)}


def _change(each: Change) -> dict[str, Any]:
    told = {"field": each.column, "before": each.before, "after": each.after}
    return {**_row(each.table, each.row), **told, "sheet": each.sheet, "cell": each.cell}


def _conflict(each: Conflict) -> dict[str, Any]:
    """Null where the row itself is gone."""
    told = {"field": each.column, "then": each.then, "files": each.ours, "workbook": each.theirs}
    return {**_row(each.table, each.row), **told, "sheet": each.sheet, "cell": each.cell}


def _notes(notes: Iterable[Note], say: Say) -> list[dict[str, Any]]:
    return [
        {"why": each.why, "sheet": each.sheet, "cell": each.cell, "message": note_text(each, say)}
        for each in notes
    ]
