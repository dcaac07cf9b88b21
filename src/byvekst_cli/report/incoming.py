"""What a workbook would change, and what keeps it from that, on the screen."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.area.incoming import Conflict, Merged, Note
from byvekst_cli.area.tables import Row
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model import tables
from byvekst_cli.report.headings import heading

_LONGEST: Final = 200
"""Letters shown of a value; a note can be a page."""


def print_notes(notes: Iterable[Note], say: Say, console: Console, *, grave: bool = False) -> None:
    """One line each, with the place in the workbook first."""
    style = "red" if grave else "dim"
    for note in notes:
        where, sentence = f"{note.sheet}!{note.cell}" if note.cell else note.sheet, note_text(note, say)
        console.print(Text(safe(f"{where}: {sentence}" if where else sentence), style=style), soft_wrap=False)


def note_text(note: Note, say: Say) -> str:
    """A note as a sentence."""
    facts = {name: _named(name, fact, say) for name, fact in note.facts.items()}
    return say(f"in-{note.why}", **facts)


def print_changes(merged: Merged, say: Say, console: Console) -> None:
    """What will be written, by row: each field before and after; whole rows that come and go."""
    changed = sorted(merged.changed, key=lambda each: (each.row.path, str(each.row.route)))
    for (table, row), group in groupby(changed, key=lambda each: (each.table, each.row)):
        console.print(Text(safe(_row(table, row, say)), style="bold"))
        for each in group:
            before, after = _shown(each.before, say), _shown(each.after, say)
            line = f"  {each.sheet}!{each.cell} {_field(table, each.column, say)}: {before} → {after}"
            console.print(Text(safe(line)))
    for added in merged.added:
        cells = ", ".join(
            f"{_field(added.table, n, say)} {_shown(t, say)}" for n, t in added.line.cells.items() if t
        )
        title = " / ".join((say(f"sheet-{added.table.name}"), *filter(None, added.line.leads)))
        console.print(Text(safe(f"+ {title}: {cells}"), style="green"))
    for removed in merged.removed:
        cells = ", ".join(
            f"{_field(removed.table, n, say)} {_shown(t, say)}" for n, t in removed.row.cells.items()
        )
        console.print(Text(safe(f"− {_row(removed.table, removed.row, say)}: {cells}"), style="yellow"))


def print_made(made: Iterable[tuple[str, int, Mapping[str, Any]]], console: Console) -> None:
    """The project that each row of a list becomes, by the sheet and the number of the row."""
    for sheet, row, data in made:
        fields = ", ".join(key for key in data if key not in ("id", "navn"))
        line = f"+ {sheet}!{row + 1}  {data.get('id', '?')}  {data.get('navn', '')} ({fields})"
        console.print(Text(safe(line), style="green"))


def print_conflicts(conflicts: Iterable[Conflict], say: Say, console: Console) -> None:
    """The three values side by side: as it went out, in the files now, in the workbook."""
    console.print()
    console.print(Text(say("in-conflicts"), style="bold"))
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in ("in-where", "in-then", "in-files", "in-workbook"):
        table.add_column(say(name), overflow="fold", ratio=1)
    for each in conflicts:
        place = f"{each.sheet}!{each.cell} " if each.cell else ""
        where = f"{place}{_row(each.table, each.row, say)} {_field(each.table, each.column, say)}"
        cells = (_gone(each.then, say), _gone(each.ours, say), _gone(each.theirs, say))
        table.add_row(safe(where), *map(safe, cells))
    console.print(table)


def _row(table: tables.Table, row: Row, say: Say) -> str:
    """`BG-SYK-002 / Milepæler / åpning`."""
    named = row.cells.get("id") or row.cells.get("år") or ""
    first = next(iter(row.cells.values()), "")
    owners = row.leads if table.rows is not tables.Rows.FILE else (named,)
    own = (first,) if table.rows is tables.Rows.LIST and first else ()
    return " / ".join((*owners[:1], say(f"sheet-{table.name}"), *owners[1:], *own))


def _field(table: tables.Table, name: str, say: Say) -> str:
    column = table.find(name)
    return heading(column, say) if column else name


def _named(name: str, fact: object, say: Say) -> object:
    return say(f"sheet-{fact}") if name == "table" else fact


def _gone(text: str | None, say: Say) -> str:
    return say("in-row-gone") if text is None else _shown(text, say)


def _shown(text: str, say: Say) -> str:
    if not text:
        return say("in-empty")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
