"""What goes out of an area for others to fill in."""

from collections.abc import Mapping
from dataclasses import dataclass

from byvekst_cli.area.tables import Row


@dataclass(frozen=True, slots=True)
class Status:
    """A project's row in a report, those below it, and what was known before by column and by event."""

    period: str
    report: str
    rows: Mapping[str, tuple[Row, ...]]
    known: Mapping[str, str]
    expected: Mapping[str, str]
