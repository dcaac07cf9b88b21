"""A workbook for one project owner: a sheet a project to fill in, with nothing else to be touched."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from byvekst_cli.area import Area, Record
from byvekst_cli.area.outgoing import Status
from byvekst_cli.area.tables import Row, rows_in
from byvekst_cli.language import Say
from byvekst_cli.model.project import Event, Project
from byvekst_cli.model.tables import BY_NAME
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.report.form_sheet import LABEL, FormSheet
from byvekst_cli.report.headings import heading
from byvekst_cli.report.owner_status import write_status
from byvekst_cli.report.sheets import Book, key_of, place_of

_APART: Final = ("id", "del_av", "avtale", "portefølje", "finansiering", "mål", "form")
"""What the secretariat decides."""
_DATES: Final = ("plan", "prognose", "faktisk")
_TOLD: Final = ("dato", "beløp", "p50", "prisår", "nivå")
Owned = dict[str | None, list[Record[Project]]]


def owners(area: Area) -> Owned:
    """The projects of each owner; under None those whose owner is not known."""
    found: Owned = {}
    for record in sorted(area.of(Project), key=lambda record: record.id.casefold()):
        owner = record.model.responsibility.owner if record.model.responsibility else None
        found.setdefault(None if isinstance(owner, Unknown) else owner, []).append(record)
    return found


def form_workbook(
    area: Area,
    owner: str,
    projects: Sequence[Record[Project]],
    statuses: Mapping[str, Status],
    say: Say,
    version: str,
) -> bytes:
    """The form of one owner; `statuses` by project, where they report. The same bytes for the same files."""
    out = io.BytesIO()
    book = Book(out, area, say, version)
    cover = book.sheet(say("book-cover"))
    rows: dict[str, list[Row]] = {}
    links: list[tuple[str, Record[Project]]] = []
    for record in projects:
        name = record.id[:31] if record.id[:31] not in dict(links) else f"{record.id[:28]}-{len(links)}"
        links.append((name, record))
        found = {
            table: tuple(rows_in(BY_NAME[table], record.path, record.data, record.id))
            for table in ("projects", "estimates", "milestones")
        }
        status = statuses.get(record.id)
        form = FormSheet(book, record, name)
        if status is not None:
            write_status(form, status)
            found |= status.rows
        _write(form, found)
        for table, each in found.items():
            rows.setdefault(table, []).extend(each)
    book.write_lists()
    _cover(book, cover, area.name_of(owner), links)
    book.write_base("form", ((BY_NAME[table], row) for table, found in rows.items() for row in found))
    book.close()
    return out.getvalue()


def _write(form: FormSheet, rows: Mapping[str, tuple[Row, ...]]) -> None:
    say = form.book.say
    heads = [say(f"form-{head}") for head in ("field", "value", "unit", "help")]
    (row,) = rows["projects"]
    form.section(say("form-about"), heads)
    for column in BY_NAME["projects"].columns:
        if column.keys[0] not in _APART:
            form.field(("projects", key_of(row), ()), column, row.cells.get(column.name, ""))
    form.at += 1
    _milestones(form, rows["milestones"])
    _estimates(form, rows["estimates"])
    form.section(say("form-new-estimate"), heads)
    for column in BY_NAME["estimates"].columns:
        form.field(("estimates", None, (form.record.id,)), column, "")
    form.close()


def _milestones(form: FormSheet, rows: Sequence[Row]) -> None:
    say, table = form.book.say, BY_NAME["milestones"]
    dates = [column for name in _DATES if (column := table.find(name))]
    heads = [say("form-event"), *(heading(column, say) for column in dates), ""]
    form.section(say("form-milestones"), heads)
    for event in Event:
        old = [row for row in rows if row.cells.get("hva") == event.value]
        for number, row in enumerate(old or [None]):
            owner = ("milestones", key_of(row) if row else None, (form.record.id,))
            form.events(owner, (event.value, f"{event.value}-{number}"), dates, row.cells if row else {})
            form.at += 1
    form.at += 1


def _estimates(form: FormSheet, rows: Sequence[Row]) -> None:
    """Those that stand there, to look at."""
    told = [column for name in _TOLD if (column := BY_NAME["estimates"].find(name))]
    if not rows:
        return
    form.section(form.book.say("form-estimates"), [heading(column, form.book.say) for column in told])
    for row in rows:
        for at, column in enumerate(told, LABEL):
            form.book.write(form.sheet, form.at, at, column, row.cells.get(column.name, ""))
        form.at += 1
    form.at += 1


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
