"""The money of the programme in force, worked out once however many rules ask for it."""

from dataclasses import dataclass
from functools import lru_cache

from byvekst_cli.area import Area
from byvekst_cli.portfolio.balance import Year, carried_over, gathered
from byvekst_cli.portfolio.choose import programme_of
from byvekst_cli.portfolio.lines import Line, lines
from byvekst_cli.portfolio.posts import Posts, programme_posts
from byvekst_cli.portfolio.shares import Placed, placed


@dataclass(frozen=True, slots=True)
class Current:
    """The lines, where their money lies, each source year by year, and the programme's own posts."""

    lines: tuple[Line, ...]
    money: Placed
    years: tuple[Year, ...]
    posts: Posts


@lru_cache(maxsize=1)
def current(area: Area) -> Current:
    """Of the area's programme in force, or of all its projects where there is none."""
    record = programme_of(area, None)
    programme = record.model if record else None
    found = lines(area, programme)
    years = tuple(carried_over(gathered(area, programme, found), area))
    return Current(found, placed(found), years, programme_posts(record))
