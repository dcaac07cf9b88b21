"""ACC003: a table has no words in its header row."""

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.note_text import BlockKind, TextBlock
from byvekst_cli.model.paper import Paper
from byvekst_cli.rules.rule import Problems, rule


@rule("ACC003", about=Paper, severity=Severity.WARNING)
def table_without_header(note: Record[Paper], area: Area) -> Problems:
    """An empty corner above the first column is fine."""
    for block in area.text_of(note).blocks:
        if block.kind is BlockKind.TABLE and not _has_header(block):
            yield Problem(Place(note.path, stretch=(block.start, block.start + 1)), {"holds": _holds(block)})


def _has_header(table: TextBlock) -> bool:
    cells = [cell for row in table.rows[:1] for cell in row]
    told = cells[1:] if len(cells) > 1 else cells
    return bool(told) and all(cell.is_header and cell.text.strip() for cell in told)


def _holds(table: TextBlock) -> str | None:
    """The first words of a table, by which it is known."""
    texts = (" ".join(cell.text.split()) for row in table.rows for cell in row)
    return next((text for text in texts if text), None)
