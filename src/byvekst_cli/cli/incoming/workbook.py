"""`byvekst import FILE.xlsx`: what changed in a workbook of ours since it was exported."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from byvekst_cli.area import Area
from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.incoming.asked import Asked, contents
from byvekst_cli.cli.incoming.saving import save
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.options import console
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.came_back import returned
from byvekst_cli.edit.incorporate import Texts, incorporated, new_errors
from byvekst_cli.edit.merge import merged
from byvekst_cli.edit.owner_status import BrokenReport, report_of
from byvekst_cli.edit.returned import NotOurs, Returned
from byvekst_cli.model.when import When
from byvekst_cli.report.brought import Brought, brought_json, print_brought
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder, Patched
from byvekst_cli.source.workbook import Unreadable, read_workbook


def bring_in(asked: Asked, words: Words) -> int:
    """Show what changed, and write it unless that is not wished, or not possible."""
    book = _read(asked.file, words)
    at = asked.opened(words)
    if book.area.casefold() != at.loaded.area.id.casefold():
        raise WrongUse(words("import-other-area", file=asked.file, theirs=book.area, ours=at.loaded.area.id))
    made = _reports(book, at, asked.source(at.loaded.area, words), words)
    change = merged(book, _with(at, made))
    texts = incorporated(at.loaded, change, at.say, made)
    found = Brought(tuple(book.notes), (*change.faults, *texts.faults), change, reports=tuple(sorted(made)))
    return finished(at, texts, found, asked, words)


def _reports(book: Returned, at: Opened, source: str | None, words: Words) -> dict[str, str]:
    """The text of each status report that a form tells of and that is not made yet. Raises WrongUse."""
    periods = {row.leads[0] for row in book.base.get("report-lines", {}).values() if book.form == "form"}
    made: dict[str, str] = {}
    for period in sorted(filter(When.fits, periods)):
        try:
            report = report_of(at.loaded, When.parse(period), source)
        except BrokenReport as error:
            raise WrongUse(words("export-broken-report", file=f"{shown(at.root)}/{error.path}")) from None
        if report.text is not None:
            made[report.record.path] = report.text
    return made


def _with(at: Opened, made: Mapping[str, str]) -> Area:
    """The area as if some new files were there."""
    if not made:
        return at.loaded.area
    tree = Patched(Folder(at.root), {path: text.encode() for path, text in made.items()})
    return load(tree, at.loaded.area.as_of).area


def finished(at: Opened, texts: Texts, found: Brought, asked: Asked, words: Words) -> int:
    """Refuse what would be wrong, write the rest unless it is only to be shown, and tell of it."""
    if not found.is_refused:
        found = replace(found, files=tuple(sorted(texts.changed)), wrong=_wrong(at, texts))
    if found.files and not found.is_refused and not asked.dry_run:
        save(at.root, texts.changed, words)
        found = replace(found, written=True)
    if asked.own.get("format") == "json":
        sys.stdout.write(brought_json(found, at.loaded.area.id, at.say))
    else:
        print_brought(found, at.say, console())
    return FOUND if found.is_refused else CLEAN


def _wrong(at: Opened, texts: Texts) -> Checked | None:
    """The errors that the area would get."""
    after, errors = new_errors(Folder(at.root), texts) if texts.changed else (at.loaded, [])
    area = after.area
    checked = CheckedArea(area.id, area.name, shown(at.root), after.documents, tuple(errors))
    return Checked((checked,), area.as_of) if errors else None


def _read(file: str, words: Words) -> Returned:
    try:
        return returned(read_workbook(contents(file, words)))
    except Unreadable as error:
        raise WrongUse(words("import-unreadable", file=Path(file).name, why=words(error.why))) from None
    except NotOurs as error:
        raise WrongUse(words("import-unreadable", file=Path(file).name, why=words(error.why))) from None
