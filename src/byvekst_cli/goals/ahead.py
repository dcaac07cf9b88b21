"""What is still required, and several ways ahead; never one line."""

from dataclasses import dataclass

from byvekst_cli.goals.required import BadSeries, required_for_point, required_for_window
from byvekst_cli.goals.scenario import Fan, fan
from byvekst_cli.goals.standing import NEW_WINDOW, Standing
from byvekst_cli.goals.told import since_break
from byvekst_cli.model.indicator import Comparison, Series
from byvekst_cli.model.when import When


@dataclass(frozen=True, slots=True)
class Ahead:
    """From the last year of a chained series to the last of the agreement (per cent a year).

    `for_window` is for the mean of the rule's last window of years; None where the rule has no such
    window, or where it cannot be reached.
    """

    series: Series
    year: int
    level: float
    until: int
    target: float
    for_year: float
    for_window: float | None
    window: int
    fan: Fan


def ahead(standing: Standing) -> Ahead | None:
    """None where there is no agreement with an end, no target, or no chained series of two years."""
    for formal in standing.formal:
        end = formal.agreement.period.until if formal.agreement else None
        chained = next((seen for seen in standing.seen if seen.series.comparison is Comparison.CHAINED), None)
        if chained is None or chained.target is None or not isinstance(end, When):
            continue
        levels = {reading.period.last.year: reading.value for reading in since_break(chained.series)}
        window = formal.seen.reading.basis.window if formal.seen else None
        try:
            return _ahead(chained.series, levels, end.last.year, chained.target, window or NEW_WINDOW)
        except BadSeries:
            continue
    return None


def _ahead(series: Series, levels: dict[int, float], until: int, target: float, months: int) -> Ahead:
    year = max(levels, default=until)
    years = months // 12
    courses = fan(levels, until)
    try:
        for_window = required_for_window(levels, target, until, years) if years > 1 else None
    except BadSeries:
        for_window = None
    for_year = required_for_point(levels[year], target, until - year)
    return Ahead(series, year, levels[year], until, target, for_year, for_window, years, courses)
