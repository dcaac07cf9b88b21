"""`byvekst import byindeks FILE`: Statens vegvesen's workbook into the indicator that follows it."""

import sys
from pathlib import Path
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.incoming.asked import Asked
from byvekst_cli.cli.incoming.saving import save
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.options import console
from byvekst_cli.cli.reasons import reason_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.patch import CannotPatch
from byvekst_cli.edit.series import Edition, with_series
from byvekst_cli.goals.published import Book
from byvekst_cli.goals.renew import Renewed, recomputed, renewed
from byvekst_cli.language import Say
from byvekst_cli.model.indicator import Indicator
from byvekst_cli.model.when import When
from byvekst_cli.report.byindeks import Imported, imported_grids, imported_json, imported_notes
from byvekst_cli.report.grid import markdown_grids, print_grids
from byvekst_cli.source.byindeks import read_byindeks
from byvekst_cli.source.sheets import BadWorkbook

_TELLING: Final = 4
"""Letters of a word that can tell one area from another."""


def bring_in(asked: Asked, words: Words) -> int:
    """Put the workbook's values into the area, unless it is only to be shown. Raises WrongUse."""
    found = asked.opened(words)
    book = _book(asked.file, words)
    record = _indicator(book, asked.own.get("indicator"), found.loaded.area, words)
    changes = renewed(record.model, book)
    edition = _edition(asked, book, record, changes, found.loaded.area, words)
    document = found.loaded.documents[record.path]
    try:
        text = with_series(document, changes, edition, Say(found.loaded.area.language or "nb"))
    except CannotPatch:
        raise WrongUse(words("cannot-edit", file=record.path)) from None
    written = text != document.text and not asked.dry_run
    if written:
        save(found.root, {record.path: text}, words)
    where = f"{shown(found.root)}/{record.path}"
    _print(
        Imported(record, where, book, changes, recomputed(book), written),
        asked.own.get("format", "text"),
        found,
    )
    return CLEAN


def _book(file: str, words: Words) -> Book:
    try:
        return read_byindeks(Path(file))
    except BadWorkbook as error:
        raise WrongUse(words(error.reason, file=file, **error.facts)) from None
    except (OSError, ValueError) as error:
        raise WrongUse(words("cannot-open", file=file, reason=reason_of(error, words))) from None


def _indicator(book: Book, asked: str | None, area: Area, words: Words) -> Record[Indicator]:
    """The indicator that says it follows the workbook's area. Raises WrongUse where none or several do."""
    here = _named(book)
    records = [record for record in area.of(Indicator) if asked in (None, record.id)]
    if asked is not None and not records:
        raise WrongUse(words("no-indicator", id=asked, near=area.near(asked, ("indicator",))))
    following = [record for record in records if record.model.city_index is not None]
    if not following:
        file = records[0].path if len(records) == 1 else "indikator/byindeks.yaml"
        raise WrongUse(words("no-byindeks", file=file, id=book.number or book.region or "959"))
    fitting = [record for record in following if _fits(book, record.model, area)]
    if not fitting:
        wanted = tuple(str(record.model.city_index) for record in following)
        same = book.region if book.number in wanted else None
        raise WrongUse(words("other-byindeks", found=here, wanted=wanted, same=same))
    if len(fitting) > 1:
        raise WrongUse(words("several-byindeks", known=tuple(record.id for record in fitting)))
    return fitting[0]


def _fits(book: Book, indicator: Indicator, area: Area) -> bool:
    """Whether number and name, each where both sides tell it, are the same.

    The number stands only in the file's name, and the name is at times shorter in the sheets
    («Trondheim» for Trondheimsområdet).
    """
    wanted = str(indicator.city_index).casefold()
    region = (book.region or "").casefold()
    if not wanted.isdecimal():
        return bool(region) and (wanted.startswith(region) or region.startswith(wanted))
    if book.number not in (None, wanted) or not (region or book.number):
        return False
    names = f"{indicator.name} {area.file.region if area.file else ''}".casefold().split()
    alike = (name.startswith(region) or region.startswith(name) for name in names if len(name) >= _TELLING)
    return not region or region in " ".join(names) or any(alike)


def _named(book: Book) -> str:
    number = f"{book.number}" if book.number else None
    return " – ".join(filter(None, (book.region, number))) or "?"


def _edition(
    asked: Asked,
    book: Book,
    record: Record[Indicator],
    changes: tuple[Renewed, ...],
    area: Area,
    words: Words,
) -> Edition:
    """What is told of the publication. Raises WrongUse where the figures would be without a source."""
    published, source = asked.own.get("published"), asked.source(area, words)
    if published is not None and not When.fits(published):
        raise WrongUse(words("bad-date", value=published))
    bare = [
        each
        for each in changes
        if (each.new or each.changed)
        and not (each.name is not None and record.model.series[each.name].has_provenance)
    ]
    if bare and source is None and not record.model.has_provenance:
        raise WrongUse(words("needs-source", file=record.path))
    saved = book.saved.isoformat() if book.saved else None
    return Edition(asked.own.get("edition") or saved, published, source, published or saved)


def _print(imported: Imported, format: str, found: Opened) -> None:
    if format == "json":
        sys.stdout.write(imported_json(imported, found.loaded.area))
        return
    title = found.say("import-title", indicator=imported.record.model.name)
    grids, notes = imported_grids(imported, found.say), imported_notes(imported, found.say)
    if format == "markdown":
        sys.stdout.write(markdown_grids(title, grids, notes))
    else:
        print_grids(title, grids, notes, console())
