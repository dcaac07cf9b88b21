"""How much of an area is real, unknown and illustration: counts of figures by kind of file."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from byvekst_cli.area import Area
from byvekst_cli.area.figures import Figure, figures_in
from byvekst_cli.language import Say
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import KINDS
from byvekst_cli.model.unknown import Unknown

VERSION: Final = 1
COLUMNS: Final = ("sourced", "unknown-figures", "illustrations", "unsourced")


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of file: how many there are, how many records they hold, and their figures by origin."""

    kind: str
    files: int
    figures: Counter[str]


def rows_of(area: Area) -> list[Row]:
    """A row for each kind of file that the area has, in the order of the kinds."""
    rows = []
    for kind in KINDS:
        files = [record for record in area.of(Block) if record.kind == kind.name]
        if files:
            found = Counter(_origin(figure) for file in files for figure in figures_in(file))
            rows.append(Row(kind.name, len(files), found))
    return rows


def print_counts(area: Area, say: Say, console: Console) -> None:
    """A table on the screen."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    head, *body = _cells(rows_of(area), say)
    for index, title in enumerate(head):
        table.add_column(title, justify="right" if index else "left", overflow="fold")
    for row in body:
        table.add_row(*row, style="bold" if row is body[-1] else None)
    console.print(Text(area.file.name if area.file else area.name, style="bold"))
    console.print()
    console.print(table)


def markdown_counts(area: Area, say: Say) -> str:
    """The same table for a README."""
    head, *body = _cells(rows_of(area), say)
    *rows, last = body
    lines = [head, ["---", *("--:" for _ in head[1:])], *rows, [f"**{cell}**" for cell in last]]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def json_counts(area: Area) -> str:
    """Version 1."""
    kinds = [
        {"kind": row.kind, "files": row.files, **{key: row.figures[key] for key in COLUMNS}}
        for row in rows_of(area)
    ]
    report: dict[str, Any] = {"version": VERSION, "as_of": area.as_of.isoformat(), "area": area.id}
    return json.dumps(report | {"kinds": kinds}, ensure_ascii=False, indent=2) + "\n"


def _origin(figure: Figure) -> str:
    if isinstance(figure.value, Unknown):
        return "unknown-figures"
    if figure.illustration:
        return "illustrations"
    return "sourced" if figure.source else "unsourced"


def _cells(rows: Iterable[Row], say: Say) -> list[list[str]]:
    """A heading, a line for each kind, and their sum; what an area has none of has no column."""
    rows = list(rows)
    shown = [key for key in COLUMNS if key != "unsourced" or any(row.figures[key] for row in rows)]
    head = [say("file-kind"), say("file-count"), *map(say, shown)]
    lines = [
        [say(f"file-{row.kind}"), str(row.files), *(str(row.figures[key]) for key in shown)] for row in rows
    ]
    total = sum((row.figures for row in rows), Counter())
    files = sum(row.files for row in rows)
    return [head, *lines, [say("in-all"), str(files), *(str(total[key]) for key in shown)]]
