"""How the values of a series were made, and whether they can stand in one claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from byvekst_cli.model.goal import FormalRule
from byvekst_cli.model.indicator import Frequency, Indicator, Series, Value
from byvekst_cli.model.unknown import Unknown
from byvekst_cli.model.when import When

NEW_METHOD_YEAR: Final = 2027
"""From 1 January 2027 the byindeks is made in another way (trafikkdata.no, «Ny metode»)."""

OLD_METHOD: Final = "til-2026"
NEW_METHOD: Final = "fra-2027"
"""What the two methods are called in files."""


@dataclass(frozen=True, slots=True)
class Made:
    """How a value was made; None where that is not told or not known."""

    comparison: object = None
    window: object = None
    reference_year: object = None
    method: object = None
    version: object = None

    def differs(self, other: "Made") -> bool:
        """Whether something that both tell is not the same."""
        pairs = ((getattr(self, name), getattr(other, name)) for name in self.__slots__)
        return any(here != there for here, there in pairs if here is not None and there is not None)


def made(series: Series, value: Value | None = None) -> Made:
    """How a series was made, or one of its values."""
    window = (value.window if value else None) or series.window
    method = (value.method if value else None) or series.method
    facts = (series.comparison, window, series.reference_year, method, series.method_version)
    return Made(*map(_known, facts))


def asked_for(rule: FormalRule) -> Made:
    """What a formal rule wants values to be."""
    return Made(*map(_known, (rule.comparison, rule.window, rule.reference_year)))


def gaps(indicator: Indicator, series: Series) -> Iterator[tuple[When, When]]:
    """Neighbours with more between them than the frequency allows; none where that is not known."""
    step = months_between(indicator, series)
    ends = [end for end, _ in series.in_order]
    for before, after in pairwise(ends):
        if step is not None and month_of(after) - month_of(before) > step:
            yield before, after


def unmarked_breaks(indicator: Indicator, series: Series) -> Iterator[tuple[When, When]]:
    """Neighbouring periods that were made differently, where the series does not say so."""
    for (before, old), (after, new) in pairwise(series.in_order):
        changed = made(series, old).differs(made(series, new))
        official = indicator.city_index is not None and series.method_version in (None, OLD_METHOD)
        renewed = official and before.last.year < NEW_METHOD_YEAR <= after.last.year
        if (changed or renewed) and not has_break(series, before, after):
            yield before, after


def has_break(series: Series, before: When, after: When) -> bool:
    """Whether the series itself says that something changed between two periods."""
    return any(before.last < each.since.last and each.since.first <= after.last for each in series.breaks)


def months_between(indicator: Indicator, series: Series) -> int | None:
    """Months between values: the series' own, or the indicator's where its periods are not longer."""
    if isinstance(series.frequency, Frequency):
        return series.frequency.months
    lengths = {month_of(end) - (end.first.year * 12 + end.first.month) + 1 for end in series.values}
    if not isinstance(indicator.frequency, Frequency) or len(lengths) != 1:
        return None
    return max(indicator.frequency.months, lengths.pop())


def month_of(end: When) -> int:
    """The last month of a period, counted from year nought."""
    return end.last.year * 12 + end.last.month


def _known(value: Any) -> Any:
    return None if isinstance(value, Unknown) else value
