"""A workbook for one project owner: a sheet a project to fill in, with nothing else to be touched."""

import io
import json
from collections.abc import Sequence
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.area.tables import Row, rows_in
from byvekst_cli.language import Say
from byvekst_cli.model.project import Event, Project
from byvekst_cli.model.tables import BY_NAME, Column
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.report.headings import heading, help_text
from byvekst_cli.report.sheets import Book, key_of, place_of

_APART: Final = ("id", "del_av", "avtale", "portefølje", "finansiering", "mål", "form")
"""What the secretariat decides."""
_DATES: Final = ("plan", "prognose", "faktisk")
_TOLD: Final = ("dato", "beløp", "p50", "prisår", "nivå")
_LABEL, _VALUE, _UNIT, _HELP, _LAST = range(1, 6)
_WIDTHS: Final = {_LABEL: 32, _VALUE: 32, _UNIT: 20, _HELP: 20, _LAST: 58}
_TALL: Final = ("beskrivelse", "merknad")
Owned = dict[str | None, list[Record[Project]]]


def owners(area: Area) -> Owned:
    """The projects of each owner; under None those whose owner is not known."""
    found: Owned = {}
    for record in sorted(area.of(Project), key=lambda record: record.id.casefold()):
        owner = record.model.responsibility.owner if record.model.responsibility else None
        found.setdefault(None if isinstance(owner, Unknown) else owner, []).append(record)
    return found


def form_workbook(
    area: Area, owner: str, projects: Sequence[Record[Project]], say: Say, version: str
) -> bytes:
    """The form of one owner; the same bytes for the same files."""
    out = io.BytesIO()
    book = Book(out, area, say, version)
    cover = book.sheet(say("book-cover"))
    rows: dict[str, list[Row]] = {}
    links: list[tuple[str, Record[Project]]] = []
    for record in projects:
        name = record.id[:31] if record.id[:31] not in dict(links) else f"{record.id[:28]}-{len(links)}"
        links.append((name, record))
        form = _Form(book, record, name)
        form.write()
        for table, found in form.rows.items():
            rows.setdefault(table, []).extend(found)
    book.write_lists()
    _cover(book, cover, area.name_of(owner), links)
    book.write_base("form", ((BY_NAME[table], row) for table, found in rows.items() for row in found))
    book.close()
    return out.getvalue()


class _Form:
    """One project's sheet on its way into the book."""

    def __init__(self, book: Book, record: Record[Project], name: str) -> None:
        self.book, self.record, self.at = book, record, 0
        self.sheet = book.sheet(name)
        self.rows = {
            table: list(rows_in(BY_NAME[table], record.path, record.data, record.id))
            for table in ("projects", "estimates", "milestones")
        }

    def write(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        for at, width in _WIDTHS.items():
            sheet.set_column(at, at, width)
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.write_string(0, _LABEL, self.record.model.name, self.book.format("title"))
        sheet.set_row(0, 30)
        sheet.write_string(1, _LABEL, self.record.id, self.book.format("quiet"))
        self.at = 3
        self._fields()
        self._milestones()
        self._estimates()
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.freeze_panes(2, 0)
        self.book.print_setup(sheet, f"{self.record.id} {self.record.model.name}")
        sheet.set_portrait()

    def _fields(self) -> None:
        (row,) = self.rows["projects"]
        self._section("form-about", ("form-field", "form-value", "form-unit", "form-help"))
        for column in BY_NAME["projects"].columns:
            if column.keys[0] not in _APART:
                self._field("projects", key_of(row), column, row.cells.get(column.name, ""))
        self.at += 1

    def _milestones(self) -> None:
        table = BY_NAME["milestones"]
        known: dict[str, list[Row]] = {}
        for row in self.rows["milestones"]:
            known.setdefault(row.cells.get("hva", ""), []).append(row)
        self._section("form-milestones", ("form-event",))
        named = [column for name in _DATES if (column := table.find(name))]
        for at, column in enumerate(named, _VALUE):
            self.sheet.write_string(self.at - 1, at, heading(column, self.book.say), self.book.format("head"))
        for event in Event:
            for number, old in enumerate(known.get(event.value) or [None]):
                self._technical(
                    "milestones", key_of(old) if old else None, f"{event.value}-{number}",
                    {str(at): column.name for at, column in enumerate(named, _VALUE)}, {"hva": event.value},
                )  # fmt: skip
                self.sheet.write_string(self.at, _LABEL, event.value, self.book.format("label"))
                for at, column in enumerate(named, _VALUE):
                    self._input(at, column, old.cells.get(column.name, "") if old else "")
                self.at += 1
        self.at += 1

    def _estimates(self) -> None:
        table = BY_NAME["estimates"]
        told = [column for name in _TOLD if (column := table.find(name))]
        if self.rows["estimates"]:
            self._section("form-estimates", ())
            self.at -= 1
            for at, column in enumerate(told, _LABEL):
                self.sheet.write_string(self.at, at, heading(column, self.book.say), self.book.format("head"))
            for row in self.rows["estimates"]:
                self.at += 1
                for at, column in enumerate(told, _LABEL):
                    self.book.write(self.sheet, self.at, at, column, row.cells.get(column.name, ""))
            self.at += 2
        self._section("form-new-estimate", ("form-field", "form-value", "form-unit", "form-help"))
        for column in table.columns:
            self._field("estimates", None, column, "")

    def _section(self, title: str, heads: Sequence[str]) -> None:
        say = self.book.say
        self.sheet.write_string(self.at, _LABEL, say(title), self.book.format("bold"))
        self.at += 1
        for at, head in enumerate(heads, _LABEL):
            self.sheet.write_string(self.at, at, say(head), self.book.format("head"))
        if len(heads) == 4:
            self.sheet.merge_range(self.at, _HELP, self.at, _LAST, say(heads[-1]), self.book.format("head"))
        self.at += 1

    def _field(self, table: str, key: str | None, column: Column, text: str) -> None:
        """A line with label, value, unit and explanation."""
        say, help = self.book.say, help_text(column, self.book.say)
        self._technical(table, key, "new", {str(_VALUE): column.name}, {})
        label = heading(column, say).partition(" (")[0] if column.unit else heading(column, say)
        self.sheet.write_string(self.at, _LABEL, label, self.book.format("label"))
        self._input(_VALUE, column, text)
        unit = say(f"in-{column.unit}") if column.unit else ""
        self.sheet.write_string(self.at, _UNIT, unit, self.book.format("hint"))
        self.sheet.merge_range(self.at, _HELP, self.at, _LAST, help, self.book.format("hint"))
        lines = max(-(-len(help) // 108), -(-len(text) // 32), 4 if column.name in _TALL else 1)
        self.sheet.set_row(self.at, min(15 * lines + 3, 200))
        self.at += 1

    def _input(self, at: int, column: Column, text: str) -> None:
        self.book.write(self.sheet, self.at, at, column, text, "in-")
        self.book.choose(self.sheet, self.at, at, self.at, column)

    def _technical(
        self, table: str, key: str | None, new: str, at: dict[str, str], given: dict[str, str]
    ) -> None:
        """What the way back needs to know of a line: whose it is, and which cell is which field."""
        leads = () if table == "projects" else (self.record.id,)
        told: dict[str, Any] = {
            "table": table,
            "key": key,
            "new": new,
            "leads": leads,
            "at": at,
            "given": given,
        }
        self.sheet.write_string(self.at, 0, json.dumps(told, ensure_ascii=False))


def _cover(book: Book, sheet: Any, owner: str, links: list[tuple[str, Record[Project]]]) -> None:
    say = book.say
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 3)
    sheet.set_column(1, 1, 26)
    sheet.set_column(2, 2, 80)
    sheet.write_string(1, 1, owner, book.format("title"))
    name = book.area.file.name if book.area.file else book.area.name
    sheet.write_string(2, 1, say("form-from", area=name, day=book.area.as_of), book.format("quiet"))
    for number in range(1, 5):
        sheet.merge_range(3 + number, 1, 3 + number, 2, say(f"form-how-{number}"), book.format("wrapped"))
        sheet.set_row(3 + number, 20)
    sheet.write_string(9, 1, say("lead-project"), book.format("head"))
    sheet.write_string(9, 2, say("lead-name"), book.format("head"))
    for number, (link, record) in enumerate(links, 10):
        sheet.write_url(number, 1, f"internal:{place_of(link)}!A1", book.format("link"), record.id)
        sheet.write_string(number, 2, record.model.name, book.format("wrapped"))
    book.print_setup(sheet, name)
    sheet.protect("", {"format_columns": True})
    sheet.activate()
