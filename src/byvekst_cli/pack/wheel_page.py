"""`wheel`: the annual wheel on a page, with what does not hold in the year."""

from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.deadlines.wheel_breaks import Broken, broken
from byvekst_cli.deadlines.wheel_links import Tie, ties
from byvekst_cli.pack.laid_wheel import LaidWheel, laid_wheel
from byvekst_cli.pack.periods import year_of


@dataclass(frozen=True, slots=True)
class WheelPage:
    """The document. `activities`, `national` and `meetings` count what is on the wheel."""

    year: str
    laid: LaidWheel
    activities: int
    national: int
    meetings: int
    untimed: tuple[str, ...]
    broken: tuple[Broken, ...]
    ties: tuple[Tie, ...]
    invented: bool


def wheel_page(area: Area, period: str | None = None) -> WheelPage:
    """Of the year of a period, or the one that the area is seen in. Raises NotThere."""
    year = year_of(area, period)
    laid = laid_wheel(area, year)
    own = [each for each in laid.steps if not each.is_national]
    return WheelPage(
        str(year),
        laid,
        len(own),
        len(laid.steps) - len(own),
        sum(len(held) for _, held in laid.meetings),
        tuple(each.activity.name for each in laid.steps if not each.stretch.is_known),
        tuple(broken(area, year)),
        tuple(ties(area, year)),
        laid.invented,
    )
