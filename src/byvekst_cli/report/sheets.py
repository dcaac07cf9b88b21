"""A workbook with the house's formats, lists of words to choose from, and its hidden memory."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import IO, Any, Final

from byvekst_cli.area import Area
from byvekst_cli.area.tables import TRUE, Row, is_number
from byvekst_cli.language import Say
from byvekst_cli.language.help import entry_of
from byvekst_cli.model.memory import CHUNK, FORMAT, MEMORY
from byvekst_cli.model.tables import Column, Sort, Table
from byvekst_cli.model.unknown import WORDS
from byvekst_cli.model.vocabulary import Concept
from byvekst_cli.model.when import When

FIRST_ROW: Final = 2
"""Below a hidden row of column names and the headings; counted from 0."""
_CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - Excel has no time zones
_DARK, _LIGHT, _LINE = "#1F4E5F", "#EDF3F5", "#C9D6DB"
_BODY: Final[dict[str, Any]] = {"valign": "top", "bottom": 1, "bottom_color": _LINE}
_HEAD: Final[dict[str, Any]] = {
    "bold": True, "font_color": "white", "bg_color": _DARK, "text_wrap": True, "valign": "vcenter",
    "border": 1, "border_color": "#FFFFFF",
}  # fmt: skip
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "head": _HEAD,
    "head-key": {**_HEAD, "bg_color": "#143743"},
    "head-told": {**_HEAD, "bg_color": "#7A8F97"},
    "text": {**_BODY, "num_format": "@", "text_wrap": True, "align": "left", "indent": 1},
    "number": {**_BODY, "num_format": "#,##0.0##"},
    "word": {**_BODY, "num_format": "#,##0.0##", "align": "right"},
    "count": {**_BODY, "align": "right"},
    "year": {**_BODY, "num_format": "0", "align": "left", "indent": 1},
    "day": {**_BODY, "num_format": "yyyy-mm-dd", "align": "left", "indent": 1},
    "lead": {**_BODY, "num_format": "@", "bg_color": _LIGHT, "bold": True},
    "told": {**_BODY, "num_format": "@", "font_color": "#6B7A80", "text_wrap": True},
    "title": {"bold": True, "font_size": 20, "font_color": _DARK},
    "quiet": {"font_color": "#6B7A80"},
    "bold": {"bold": True, "font_color": _DARK, "font_size": 12},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": _DARK, "underline": 1, "valign": "top"},
    "label": {**_BODY, "bold": True, "text_wrap": True, "bg_color": _LIGHT},
    "hint": {**_BODY, "font_color": "#6B7A80", "text_wrap": True, "font_size": 9},
    "in-text": {**_BODY, "num_format": "@", "text_wrap": True, "bg_color": "#FFFBE6", "locked": False},
    "in-number": {
        **_BODY,
        "num_format": "#,##0.0##",
        "bg_color": "#FFFBE6",
        "locked": False,
        "align": "left",
    },
    "in-count": {**_BODY, "bg_color": "#FFFBE6", "locked": False, "align": "left"},
    "in-year": {**_BODY, "num_format": "0", "align": "left", "bg_color": "#FFFBE6", "locked": False},
    "in-day": {**_BODY, "num_format": "yyyy-mm-dd", "align": "left", "bg_color": "#FFFBE6", "locked": False},
}


def key_of(row: Row) -> str:
    """Where a row stands in the files, as one cell."""
    return json.dumps([row.path, *row.route], ensure_ascii=False)


def place_of(sheet: str) -> str:
    """A sheet's name as formulas have it."""
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'"


class Book:
    """An open workbook; `close` writes it."""

    def __init__(self, out: IO[bytes], area: Area, say: Say, version: str) -> None:
        from xlsxwriter import Workbook

        self.book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        self.book.set_properties({"created": _CREATED, "title": area.file.name if area.file else area.name})
        self.area, self.say, self.version = area, say, version
        self.format = cache(lambda name: self.book.add_format(_STYLES[name]))
        self.lists: dict[tuple[str, ...], int] = {}

    def sheet(self, name: str) -> Any:
        return self.book.add_worksheet(name[:31])

    def close(self) -> None:
        self.book.close()

    def write(self, sheet: Any, row: int, at: int, column: Column, text: str, style: str = "") -> None:
        """One cell, typed: numbers and full days as such, all else as text that is never a formula."""
        if not text:
            sheet.write_blank(row, at, None, self.format(style + style_of(column)))
        elif is_number(column, text) and Decimal(f"{float(text):.15g}") == Decimal(text):
            sheet.write_number(row, at, float(text), self.format(style + _number_style(column)))
        elif column.sort is Sort.WHEN and (day := _full_day(text)):
            sheet.write_datetime(row, at, day, self.format(f"{style}day"))
        else:
            shown = self.say("book-yes") if column.sort is Sort.YES and text == TRUE else text
            word = "word" if column.sort is Sort.NUMBER and not style else "text"
            sheet.write_string(row, at, shown, self.format(f"{style}{word}"))

    def choices(self, sheet: Any, at: int, column: Column, rows: int) -> None:
        """A list to choose from, below the headings; other words are asked about, not refused."""
        self.choose(sheet, FIRST_ROW, at, FIRST_ROW + rows, column)

    def choose(self, sheet: Any, row: int, at: int, last: int, column: Column) -> None:
        source: Any = self._words(column)
        if not source or column.sort in (Sort.LIST, Sort.SHARES) or column.name.startswith("per_kommune."):
            return
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        sheet.data_validation(
            row,
            at,
            last,
            at,
            {**rule, "error_title": self.say("book-not-listed"), "error_message": self.say("book-other")},
        )

    def _words(self, column: Column) -> list[str] | str:
        unknown = [WORDS[self.say.language == "nn"]] if column.may_be_unknown else []
        if column.sort is Sort.YES:
            return [self.say("book-yes")]
        if column.words:
            return [*column.words, *unknown]
        if not column.refers_to:
            return []
        count = len(self.known(column.refers_to))
        at = self.lists.setdefault(column.refers_to, 3 * len(self.lists)) if count else 0
        letter = _letter(at)
        return f"={place_of(self.say('book-lists'))}!${letter}$2:${letter}${count + 1}" if count else []

    def known(self, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
        """The ids of some kinds of record and what they are called, the area's own first."""
        found: dict[str, str] = {}
        for record in (*self.area.records, *self.area.base):
            if record.kind in kinds and record.id not in found:
                found[record.id] = _named(record.model, self.say.language)
        return list(found.items())

    def write_lists(self) -> None:
        """The sheet with the words to choose from, and what they mean."""
        sheet = self.sheet(self.say("book-lists"))
        for kinds, at in self.lists.items():
            sheet.write_string(0, at, self.say(f"list-{kinds[0]}"), self.format("head"))
            sheet.write_string(0, at + 1, self.say("book-called"), self.format("head"))
            sheet.set_column(at, at, 26)
            sheet.set_column(at + 1, at + 1, 40)
            sheet.set_column(at + 2, at + 2, 3)
            for number, (id, name) in enumerate(self.known(kinds), 1):
                sheet.write_string(number, at, id)
                sheet.write_string(number, at + 1, name)
        sheet.freeze_panes(1, 0)
        self.print_setup(sheet, self.say("book-lists"), 0)

    def write_base(self, form: str, rows: Iterable[tuple[Table, Row]]) -> None:
        """Everything as it was when it went out, on a hidden sheet; what comes back is compared with it."""
        sheet = self.book.add_worksheet(MEMORY)
        sheet.hide()
        for at, text in enumerate((FORMAT, self.area.id, self.version, form)):
            sheet.write_string(0, at, text)
        for number, (table, row) in enumerate(rows, 1):
            memory = json.dumps({"leads": row.leads, "cells": row.cells}, ensure_ascii=False)
            parts = [memory[start : start + CHUNK] for start in range(0, len(memory), CHUNK)]
            for at, text in enumerate((table.name, key_of(row), *parts)):
                sheet.write_string(number, at, text)

    def print_setup(self, sheet: Any, title: str, repeat: int | None = None) -> None:
        """A4 lying down, as wide as the page, with the headings on each."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        sheet.set_footer(f"&L{title.replace('&', '&&')}&R&P / &N")
        if repeat is not None:
            sheet.repeat_rows(0, repeat)

    def example(self, column: Column) -> str:
        """How the field is written, as a file has it; empty for what is taken from a list."""
        at = len(column.owners) - 1
        entry = entry_of(column.owners[at], column.keys[at]) or {}
        return "" if column.wide else str(entry.get("example", "")).strip("[{}]")


def style_of(column: Column) -> str:
    """The format of an empty cell: money and counts, or text as it is typed."""
    return _number_style(column) if column.sort is Sort.NUMBER else "text"


def _number_style(column: Column) -> str:
    if column.sort in (Sort.YEAR, Sort.PRICE_YEAR):
        return "year"
    return "number" if column.unit == "MNOK" else "count"


def _full_day(text: str) -> date | None:
    when = When.parse(text) if When.fits(text) and text.count("-") == 2 else None
    return when.first if when else None


def _named(model: Any, language: str) -> str:
    if isinstance(model, Concept):
        names = {str(key): name for key, name in model.names.items()}
        return names.get(language) or next(iter(names.values()))
    return str(getattr(model, "name", None) or getattr(model, "title", None) or "")


def _letter(at: int) -> str:
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(65 + at % 26)
