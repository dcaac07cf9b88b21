"""The portfolio on one page: every line of the programme in force, and which of them the cases touch."""

from collections.abc import Iterable
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.area.facts import Named
from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import Pile
from byvekst_cli.model.vocabulary import Phase
from byvekst_cli.pack.money_told import named
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.current import current
from byvekst_cli.portfolio.lines import Line


@dataclass(frozen=True, slots=True)
class Row:
    """One line: earlier grants, the programme's years, later need, and all of it."""

    id: str
    name: str
    phase: Named | None
    earlier: Pile
    programme: Pile
    later: Pile
    total: Pile
    is_touched: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The lines in the programme's order; `programme` is None where the area has none in force."""

    programme: str | None
    stated: Money | None
    rows: tuple[Row, ...]


def overview(area: Area, touched: Iterable[str]) -> Overview:
    """Of the programme in force on the day; `touched` are the ids of the projects that the cases name."""
    record = programme_of(area, None)
    marked = {id.casefold() for id in touched}
    rows = tuple(_row(area, line, marked) for line in current(area).lines)
    total = record.model.total if record else None
    return Overview(record.model.name if record else None, total.money if total else None, rows)


def _row(area: Area, line: Line, marked: set[str]) -> Row:
    project = line.project
    phase = area.all_of(Phase).get(project.phase.phase) if project and project.phase else None
    return Row(
        line.id,
        project.name if project else line.id,
        named(phase) if phase else None,
        line.earlier,
        line.programme,
        line.remaining,
        line.total,
        line.id.casefold() in marked,
    )
