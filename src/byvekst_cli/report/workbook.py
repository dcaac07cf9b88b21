"""The portfolio as an Excel workbook: a sheet for each table, and what the way back needs."""

import io
from typing import Any, Final

from byvekst_cli.area import Area
from byvekst_cli.area.tables import Row, rows_of, wide_keys
from byvekst_cli.language import Say
from byvekst_cli.model.tables import TABLES, Column, Rows, Table
from byvekst_cli.report.headings import heading, help_text, lead_heading
from byvekst_cli.report.sheets import FIRST_ROW, Book, key_of, place_of, style_of

SPARE: Final = 200
"""Rows below the last that new ones can be written in, with formats and lists."""
_YEARS_AHEAD: Final = 4
_LONG: Final = {
    "merknad": 50,
    "beskrivelse": 50,
    "navn": 38,
    "tittel": 50,
    "grunn": 40,
    "årsak": 40,
    "hva": 28,
}
_NARROWEST, _WIDEST = 9, 34
_WIDE: Final = 200
"""So many letters beside each other can be read on a page of A4; wider sheets get A3, and more pages."""
_NAME: Final = 28
"""Letters on a line of a project's name."""
_TALLEST: Final = 6
"""Lines of a row; longer texts are cut on the screen, not in the cell."""


def portfolio_workbook(area: Area, say: Say, version: str) -> bytes:
    """The whole area, ready to be saved; the same bytes for the same files and day."""
    out = io.BytesIO()
    book = Book(out, area, say, version)
    shown = [(table, list(rows_of(table, area))) for table in TABLES]
    kinds = {record.kind for record in area.records}
    shown = [(table, rows) for table, rows in shown if table.kind in kinds or table.kind == "project"]
    cover = book.sheet(say("book-cover"))
    names = _names(area)
    for table, rows in shown:
        _Sheet(book, table, rows, names, area.as_of.year).write()
    _explain(book, [table for table, _ in shown])
    book.write_lists()
    _cover(book, cover, [(table, len(rows)) for table, rows in shown])
    book.write_base("portfolio", ((table, row) for table, rows in shown for row in rows))
    book.close()
    return out.getvalue()


def columns_of(table: Table, rows: list[Row], year: int) -> list[Column]:
    """The columns of a table as a sheet shows them, with one for each key of the wide ones."""
    made: list[Column] = []
    for column in table.columns:
        made += [column.at(key) for key in _keys(column, rows, year)] if column.wide else [column]
    return made


def _keys(column: Column, rows: list[Row], year: int) -> list[str]:
    """Years are whole, from the first that is used to a programme's length ahead."""
    used = wide_keys(column, rows)
    if column.refers_to:
        return list(used)
    years = sorted({int(key) for key in used if key.isdecimal()} | set(range(year, year + _YEARS_AHEAD)))
    every = range(years[0], years[-1] + 1) if years[-1] - years[0] < 40 else years
    return sorted({*used, *map(str, every)})


def _names(area: Area) -> dict[str, str]:
    """What files and rows are called, by id."""
    named = ((record.id, getattr(record.model, "name", None)) for record in area.records)
    return {id.casefold(): name for id, name in named if isinstance(name, str)}


class _Sheet:
    """One table on its way into the book."""

    def __init__(self, book: Book, table: Table, rows: list[Row], names: dict[str, str], year: int) -> None:
        self.book, self.table, self.rows, self.names = book, table, rows, names
        self.columns = columns_of(table, rows, year)
        self.told = "project" in table.leads
        self.first = 1 + len(table.leads) + self.told
        self.widths: list[int] = []
        self.sheet = book.sheet(book.say(f"sheet-{table.name}"))

    def write(self) -> None:
        last = self.first + len(self.columns) - 1
        self._heads()
        for at, column in enumerate(self.columns, self.first):
            self._shape(at, column)
            self.book.choices(self.sheet, at, column, len(self.rows) + SPARE)
        for number, row in enumerate(self.rows, FIRST_ROW):
            self._row(number, row)
        self.sheet.set_column(0, 0, None, None, {"hidden": True})
        self.sheet.set_row(0, None, None, {"hidden": True})
        frozen = 1 if self.table.rows is not Rows.FILE else 2
        self.sheet.freeze_panes(FIRST_ROW, max(self.first, 1 + frozen))
        self.sheet.autofilter(FIRST_ROW - 1, 0, max(FIRST_ROW + len(self.rows) - 1, FIRST_ROW), last)
        self.book.print_setup(self.sheet, self.book.say(f"sheet-{self.table.name}"), FIRST_ROW - 1)
        if sum(self.widths) > _WIDE:
            self.sheet.set_paper(8)
            self.sheet.fit_to_pages(1 + sum(self.widths) // (2 * _WIDE), 0)
            self.sheet.repeat_columns(0, self.first)

    def _heads(self) -> None:
        say, sheet = self.book.say, self.sheet
        sheet.set_row(FIRST_ROW - 1, 48)
        sheet.write_string(0, 0, self.table.name)
        for at, lead in enumerate(self.table.leads, 1):
            sheet.write_string(0, at, f"@{at - 1}")
            sheet.write_string(FIRST_ROW - 1, at, lead_heading(lead, say), self.book.format("head-key"))
            sheet.set_column(at, at, 20, self.book.format("text"))
        if self.told:
            at = self.first - 1
            sheet.write_string(0, at, "@name")
            sheet.write_string(FIRST_ROW - 1, at, lead_heading("name", say), self.book.format("head-told"))
            sheet.set_column(at, at, _NAME + 2, self.book.format("told"))
        for at, column in enumerate(self.columns, self.first):
            sheet.write_string(0, at, column.name)
            style = "head-key" if column.needed else "head"
            sheet.write_string(FIRST_ROW - 1, at, heading(column, say), self.book.format(style))
            sheet.write_comment(FIRST_ROW - 1, at, help_text(column, say), {"x_scale": 2, "y_scale": 1.4})

    def _row(self, number: int, row: Row) -> None:
        self.sheet.write_string(number, 0, key_of(row))
        for at, lead in enumerate(row.leads, 1):
            self.sheet.write_string(number, at, lead, self.book.format("lead"))
        lines = 1
        if self.told:
            project = row.leads[self.table.leads.index("project")]
            name = self.names.get(project.casefold(), "")
            self.sheet.write_string(number, self.first - 1, name, self.book.format("told"))
            lines = -(-len(name) // _NAME)
        for at, column in enumerate(self.columns, self.first):
            text = row.cells.get(column.name, "")
            self.book.write(self.sheet, number, at, column, text)
            lines = max(lines, -(-len(text) // max(self.widths[at - self.first] - 2, 1)))
        self.sheet.set_row(number, 15 * min(lines, _TALLEST) + 1)

    def _shape(self, at: int, column: Column) -> None:
        """Width and format; a column that nobody has used is folded away behind a plus."""
        texts = [row.cells.get(column.name, "") for row in self.rows]
        unused = bool(self.rows) and not any(texts) and not column.needed and column.unit != "MNOK"
        words = max(map(len, heading(column, self.book.say).split()), default=0)
        width = min(max(_NARROWEST, words + 3, *(len(text) + 2 for text in texts), 0), _WIDEST)
        width = max(width, _LONG.get(column.name, 0)) if any(texts) else width
        folded = {"level": 1, "hidden": True} if unused else {}
        self.sheet.set_column(at, at, width, self.book.format(style_of(column)), folded)
        self.widths.append(0 if unused else width)


def _cover(book: Book, sheet: Any, tables: list[tuple[Table, int]]) -> None:
    """What this is, how to write in it, and what is where."""
    say, area = book.say, book.area
    name = area.file.name if area.file else area.name
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, 34)
    sheet.set_column(2, 2, 14)
    sheet.set_column(3, 3, 62)
    sheet.write_string(1, 1, name, book.format("title"))
    sheet.write_string(2, 1, say("book-about", day=area.as_of), book.format("quiet"))
    row = 4
    for number in range(1, 8):
        sheet.merge_range(row, 1, row, 3, say(f"book-how-{number}"), book.format("wrapped"))
        sheet.set_row(row, 20)
        row += 1
    row += 1
    for at, head in enumerate(("book-sheet", "book-rows", "book-holds"), 1):
        sheet.write_string(row, at, say(head), book.format("head"))
    for table, count in tables:
        row += 1
        title = say(f"sheet-{table.name}")
        sheet.write_url(row, 1, f"internal:{place_of(title)}!A1", book.format("link"), title)
        sheet.write_number(row, 2, count, book.format("year"))
        sheet.write_string(row, 3, say(f"sheet-{table.name}-holds"), book.format("wrapped"))
    book.print_setup(sheet, name)
    sheet.fit_to_pages(1, 1)
    sheet.activate()


def _explain(book: Book, tables: list[Table]) -> None:
    """Every heading with its help, for those who print or search."""
    say = book.say
    title = say("book-explained")
    sheet = book.sheet(title)
    for at, (head, width) in enumerate(
        (("book-sheet", 24), ("book-column", 34), ("book-means", 80), ("book-example", 34))
    ):
        sheet.write_string(0, at, say(head), book.format("head"))
        sheet.set_column(at, at, width)
    row = 0
    for table in tables:
        for column in table.columns:
            row += 1
            sheet.write_string(row, 0, say(f"sheet-{table.name}"), book.format("wrapped"))
            sheet.write_string(row, 1, heading(column, say), book.format("wrapped"))
            sheet.write_string(row, 2, help_text(column, say), book.format("wrapped"))
            sheet.write_string(row, 3, book.example(column), book.format("wrapped"))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row, 3)
    book.print_setup(sheet, title, 0)
