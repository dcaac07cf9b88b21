"""The money of the programme in force, worked out once however many rules ask for it."""

from dataclasses import dataclass
from functools import lru_cache

from byvekst_cli.area import Area
from byvekst_cli.portfolio.balance import Year, carried_over, gathered
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.lines import lines
from byvekst_cli.portfolio.shares import Placed, placed


@dataclass(frozen=True, slots=True)
class Current:
    """Where the money lies, and each source year by year."""

    money: Placed
    years: tuple[Year, ...]


@lru_cache(maxsize=1)
def current(area: Area) -> Current:
    """Of the area's programme in force, or of all its projects where there is none."""
    record = programme_of(area, None)
    programme = record.model if record else None
    found = lines(area, programme)
    return Current(placed(found), tuple(carried_over(gathered(area, programme, found), area)))
