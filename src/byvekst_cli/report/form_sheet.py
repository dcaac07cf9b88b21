"""One project's sheet in an owner's form: locked labels, and cells to write in that know their field."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from byvekst_cli.area import Record
from byvekst_cli.model.project import Project
from byvekst_cli.model.tables import BY_NAME, Column
from byvekst_cli.report.headings import heading, help_text
from byvekst_cli.report.sheets import Book

LABEL, VALUE, UNIT, HELP, LAST = range(1, 6)
_WIDTHS: Final = {LABEL: 32, VALUE: 32, UNIT: 20, HELP: 24, LAST: 58}
_TALL: Final = ("beskrivelse", "merknad", "årsak", "tiltak")
_WHOLE, _LEFT = 108, 80
"""Letters on a line of an explanation: over two columns, or beside what was known."""


class FormSheet:
    """A sheet that is written from the top; `at` is the next row."""

    def __init__(self, book: Book, record: Record[Project], name: str) -> None:
        self.book, self.record, self.at = book, record, 3
        self.sheet = book.sheet(name)
        self.sheet.hide_gridlines(2)
        for at, width in _WIDTHS.items():
            self.sheet.set_column(at, at, width)
        self.sheet.set_column(0, 0, None, None, {"hidden": True})
        self.sheet.write_string(0, LABEL, record.model.name, book.format("title"))
        self.sheet.set_row(0, 30)
        self.sheet.write_string(1, LABEL, record.id, book.format("quiet"))

    def close(self) -> None:
        """Lock what is not to be written in, and set up the page."""
        self.sheet.protect("", {"format_columns": True, "format_rows": True})
        self.sheet.freeze_panes(2, 0)
        self.book.print_setup(self.sheet, f"{self.record.id} {self.record.model.name}")
        self.sheet.set_portrait()

    def section(self, title: str, heads: Sequence[str]) -> None:
        """A title, and what the columns below it are; the last one reaches to the edge."""
        self.sheet.write_string(self.at, LABEL, title, self.book.format("bold"))
        self.sheet.set_row(self.at, 20)
        self.at += 1
        for at, head in enumerate(heads, LABEL):
            self.sheet.write_string(self.at, at, head, self.book.format("head"))
        if heads and LABEL + len(heads) - 1 == HELP:
            self.sheet.merge_range(self.at, HELP, self.at, LAST, heads[-1], self.book.format("head"))
        self.at += 1

    def field(
        self,
        owner: tuple[str, str | None, tuple[str, ...]],
        column: Column,
        text: str,
        known: str | None = None,
        new: str = "new",
    ) -> None:
        """A line with label, value, unit and explanation, and what was known before where that is told.

        `owner` is the table, the key of the row or None for a new one, and what the row belongs to.
        """
        say, help = self.book.say, help_text(column, self.book.say)
        self.technical(owner, {VALUE: column.name}, new=new)
        label = heading(column, say).partition(" (")[0] if column.unit else heading(column, say)
        self.sheet.write_string(self.at, LABEL, label, self.book.format("label"))
        self.input(VALUE, column, text)
        self.hint(UNIT, say(f"in-{column.unit}") if column.unit else "")
        if known is None:
            self.sheet.merge_range(self.at, HELP, self.at, LAST, help, self.book.format("hint"))
        else:
            self.hint(HELP, known)
            self.hint(LAST, help)
        lines = max(-(-len(help) // (_WHOLE if known is None else _LEFT)), -(-len(text) // 32))
        lines = max(lines, 3 if column.name in _TALL else 1)
        self.sheet.set_row(self.at, min(15 * lines + 3, 200))
        self.at += 1

    def events(
        self,
        owner: tuple[str, str | None, tuple[str, ...]],
        event: tuple[str, str],
        columns: Sequence[Column],
        cells: Mapping[str, str],
    ) -> None:
        """A line of one event with a cell for each date; `event` is its name, and what tells a new row."""
        named = {at: column.name for at, column in enumerate(columns, VALUE)}
        self.technical(owner, named, {"hva": event[0]}, event[1])
        self.sheet.write_string(self.at, LABEL, event[0], self.book.format("label"))
        for at, column in enumerate(columns, VALUE):
            self.input(at, column, cells.get(column.name, ""))

    def hint(self, at: int, text: str) -> None:
        self.sheet.write_string(self.at, at, text, self.book.format("hint"))

    def input(self, at: int, column: Column, text: str) -> None:
        """A cell to write in."""
        self.book.write(self.sheet, self.at, at, column, text, "in-")
        self.book.choose(self.sheet, self.at, at, self.at, column)

    def technical(
        self,
        owner: tuple[str, str | None, tuple[str, ...]],
        at: Mapping[int, str],
        given: Mapping[str, str] | None = None,
        new: str = "new",
    ) -> None:
        """What the way back needs to know of a line: whose it is, and which cell is which field."""
        table, key, leads = owner
        told: dict[str, Any] = {
            "table": BY_NAME[table].name, "key": key, "new": new, "leads": leads,
            "at": {str(place): name for place, name in at.items()}, "given": dict(given or {}),
        }  # fmt: skip
        self.sheet.write_string(self.at, 0, json.dumps(told, ensure_ascii=False))
