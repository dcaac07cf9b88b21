"""What comes back to an area from outside: rows as somebody left them, and what they ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from byvekst_cli.area.tables import Row
from byvekst_cli.model.tables import Table


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell about a place in the workbook."""

    why: str
    sheet: str
    cell: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A row as somebody left it. `key` is None for a new one; `cells` has every column that was there."""

    key: str | None
    leads: tuple[str, ...]
    cells: Mapping[str, str]
    sheet: str
    row: int
    places: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """A cell of a row that is in the files: which, from what, to what."""

    table: Table
    row: Row
    column: str
    before: str
    after: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Added:
    """A row that is only in the workbook."""

    table: Table
    line: Line


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that is no longer in the workbook."""

    table: Table
    row: Row


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that was changed here and there: as it went out, in the files now, in the workbook."""

    table: Table
    row: Row
    column: str
    then: str
    ours: str | None
    theirs: str | None
    sheet: str
    cell: str


@dataclass(slots=True)
class Merged:
    """Everything that a workbook asks for."""

    changed: list[Change] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    faults: list[Note] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.changed or self.added or self.removed)
