"""What is new in a workbook, set against the files as they are now: changes, or two who changed the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from byvekst_cli.area import Area
from byvekst_cli.area.incoming import Added, Change, Conflict, Line, Merged, Note, Removed
from byvekst_cli.area.tables import CLIPPED, Row, rows_of
from byvekst_cli.edit.returned import Returned, changes
from byvekst_cli.model.tables import BY_NAME, Rows, Table
from byvekst_cli.source.workbook import place


def merged(book: Returned, area: Area) -> Merged:
    """The workbook against the area. Nothing is guessed: what both changed differently is a conflict."""
    found = Merged(faults=list(book.faults))
    for name, lines in book.lines.items():
        table = BY_NAME[name]
        base = book.base.get(name, {})
        rows = list(rows_of(table, area))
        now = _aligned(table, base, rows)
        meanwhile = _fresh(rows, now)
        for line in lines:
            if line.key is None:
                _add(found, table, line, meanwhile)
            else:
                _compare(found, table, line, base[line.key], now.get(line.key))
        if book.form != "form":
            _missing(found, table, lines, base, now)
    return found


def _fresh(rows: list[Row], now: Mapping[str, Row]) -> list[Row]:
    """The rows of the files that have come since the workbook was made."""
    old = {(row.path, row.route) for row in now.values()}
    return [row for row in rows if (row.path, row.route) not in old]


def _add(found: Merged, table: Table, line: Line, meanwhile: list[Row]) -> None:
    """A new row; one that is in the files already, as when a workbook is read twice, is not put in again."""
    cells = {name: text for name, text in line.cells.items() if text}
    mine = [row for row in meanwhile if _folded(row.leads) == _folded(line.leads)]
    twin = next((row for row in mine if row.cells == cells), None)
    if twin is not None:
        meanwhile.remove(twin)
        return
    apart = [cells.get(name) for name in table.apart]
    other = next((row for row in mine if apart and [row.cells.get(n) for n in table.apart] == apart), None)
    if other is None:
        found.added.append(Added(table, line))
        return
    for name in (*cells, *other.cells):
        if name in line.places and other.cells.get(name, "") != cells.get(name, ""):
            ours, theirs = other.cells.get(name, ""), cells.get(name, "")
            found.conflicts.append(
                Conflict(table, other, name, "", ours, theirs, line.sheet, line.places[name])
            )
    meanwhile.remove(other)


def _folded(leads: Iterable[str]) -> list[str]:
    return [lead.strip().casefold() for lead in leads]


def _compare(found: Merged, table: Table, line: Line, base: Row, now: Row | None) -> None:
    if line.leads != base.leads and book_leads(line, base):
        found.faults.append(Note("row-moved", line.sheet, place(line.row, 1)))
        return
    changed = changes(line, base)
    if changed and not any(line.cells.values()):
        _take_out(found, table, base, now, line)
        return
    for name, (before, after) in changed.items():
        where = line.places[name]
        if before.endswith(CLIPPED):
            found.faults.append(Note("cell-clipped", line.sheet, where))
            continue
        ours = now.cells.get(name, "") if now else None
        if now is not None and ours == before:
            found.changed.append(Change(table, now, name, before, after, line.sheet, where))
        elif ours != after:
            found.conflicts.append(Conflict(table, base, name, before, ours, after, line.sheet, where))


def book_leads(line: Line, base: Row) -> bool:
    """Whether somebody wrote another owner on a row; one that was left out says nothing."""
    return any(mine and mine != was for mine, was in zip(line.leads, base.leads, strict=False))


def _missing(
    found: Merged, table: Table, lines: list[Line], base: Mapping[str, Row], now: Mapping[str, Row]
) -> None:
    kept = {line.key for line in lines}
    for key, row in base.items():
        if key not in kept:
            _take_out(found, table, row, now.get(key), None)


def _take_out(found: Merged, table: Table, base: Row, now: Row | None, line: Line | None) -> None:
    sheet, cell = (line.sheet, place(line.row, 1)) if line else ("", "")
    if now is None:
        return
    if table.rows is Rows.FILE:
        found.faults.append(Note("row-not-deleted", sheet, cell, {"path": base.path}))
    elif now.cells != base.cells:
        changed = next(n for n in (*base.cells, *now.cells) if base.cells.get(n) != now.cells.get(n))
        then, ours = base.cells.get(changed, ""), now.cells.get(changed, "")
        found.conflicts.append(Conflict(table, base, changed, then, ours, None, sheet, cell))
    else:
        found.removed.append(Removed(table, now))


def _aligned(table: Table, base: Mapping[str, Row], now: list[Row]) -> dict[str, Row]:
    """Where each row that went out stands now: by key, or in lists by what the rows say."""
    if table.rows is not Rows.LIST:
        places = {(row.path, row.route): row for row in now}
        return {
            key: places[row.path, row.route] for key, row in base.items() if (row.path, row.route) in places
        }
    found: dict[str, Row] = {}
    olds, news = _by_owner(table, base.items()), _by_owner(table, (("", row) for row in now))
    for owner, old in olds.items():
        new = [row for _, row in news.get(owner, [])]
        found.update(_paired(old, new))
    return found


def _by_owner(table: Table, rows: Iterable[tuple[str, Row]]) -> dict[tuple[str, ...], list[tuple[str, Row]]]:
    owners: dict[tuple[str, ...], list[tuple[str, Row]]] = defaultdict(list)
    for key, row in rows:
        apart = (row.cells.get(name, "") for name in table.apart)
        owners[row.path, *row.leads, *apart].append((key, row))
    return owners


def _paired(old: list[tuple[str, Row]], new: list[Row]) -> dict[str, Row]:
    """Rows that are the same, and between these, as many old as new in their order."""
    before = [tuple(sorted(row.cells.items())) for _, row in old]
    after = [tuple(sorted(row.cells.items())) for row in new]
    found: dict[str, Row] = {}
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            found.update((old[a + at][0], new[c + at]) for at in range(b - a))
        elif tag == "replace":
            found.update(_alike(old[a:b], new[c:d]))
    return found


def _alike(old: list[tuple[str, Row]], new: list[Row]) -> Iterator[tuple[str, Row]]:
    """Rows that share at least half of their cells, when one alone shares the most."""
    for key, row in old:
        shared = [len(row.cells.items() & other.cells.items()) for other in new]
        best = max(shared, default=0)
        if 2 * best >= len(row.cells) and shared.count(best) == 1:
            yield key, new[shared.index(best)]
