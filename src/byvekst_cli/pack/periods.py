"""A period that a document is asked for, as people write it."""

from byvekst_cli.area import Area
from byvekst_cli.model.near import near
from byvekst_cli.pack.asked import NotThere

FIRST, LAST = 1990, 2100


def year_of(area: Area, period: str | None) -> int:
    """The year asked for, or the one that the area is seen in. Raises NotThere."""
    if period is None:
        return area.as_of.year
    if not (period.isascii() and period.isdecimal() and FIRST <= int(period) <= LAST):
        raise NotThere("period", period, near(period, [str(area.as_of.year), str(area.as_of.year + 1)]))
    return int(period)
