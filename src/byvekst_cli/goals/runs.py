"""Which values of a series may be joined by a line, and which series a goal is drawn with."""

from dataclasses import dataclass

from byvekst_cli.goals.estimate import AcrossBreak
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.series import NEW_METHOD_YEAR, has_break, month_of, months_between
from byvekst_cli.goals.standing import NEW_WINDOW, OLD_WINDOW, Seen, Standing
from byvekst_cli.goals.told import OF_CHANGE, readings
from byvekst_cli.goals.transition import joined
from byvekst_cli.model.indicator import Comparison


def runs(seen: Seen) -> tuple[tuple[Reading, ...], ...]:
    """The readings in stretches: no stretch passes a break, a gap, or another way of making figures.

    Where the frequency is not known, nobody can tell what a gap is, and neighbours are kept together.
    """
    found: list[list[Reading]] = []
    for reading in readings(seen.series):
        if found and _may_join(found[-1][-1], reading, seen):
            found[-1].append(reading)
        else:
            found.append([reading])
    return tuple(map(tuple, found))


def _may_join(before: Reading, after: Reading, seen: Seen) -> bool:
    try:
        joined((before, after))
    except AcrossBreak:
        return False
    step = months_between(seen.indicator, seen.series)
    has_gap = step is not None and month_of(after.period) - month_of(before.period) > step
    is_official = seen.indicator.city_index is not None
    renewed = is_official and before.period.last.year < NEW_METHOD_YEAR <= after.period.last.year
    return not (has_gap or renewed or has_break(seen.series, before.period, after.period))


@dataclass(frozen=True, slots=True)
class Shown:
    """The series of a goal: changes and levels that are drawn, lone values, and what is only named."""

    changes: tuple[Seen, ...]
    levels: tuple[Seen, ...]
    lone: tuple[Seen, ...]
    named: tuple[Seen, ...]

    @property
    def drawn(self) -> tuple[Seen, ...]:
        return self.changes + self.levels


def shown(standing: Standing) -> Shown:
    """Of an indicator with a headline: what the goal is judged by, both headlines and the chained years.

    Of any other indicator everything, for there nobody has said what counts most; but a level that was
    told once has no course to draw.
    """
    drawn = [each for each in standing.seen if _is_drawn(each, standing)]
    changes = tuple(each for each in drawn if each.series.comparison in OF_CHANGE)
    rest = [each for each in drawn if each not in changes]
    lone = tuple(each for each in rest if len(readings(each.series)) == 1)
    levels = tuple(each for each in rest if each not in lone)
    return Shown(changes, levels, lone, tuple(each for each in standing.seen if each not in drawn))


def certain_first(standing: Standing) -> tuple[Seen, ...]:
    """The changes that have an interval, or else all changes; the one that the goal is judged by first."""
    changes = [each for each in standing.seen if each.series.comparison in OF_CHANGE]
    certain = [each for each in changes if each.reading.official is not None] or changes
    return tuple(sorted(certain, key=lambda each: not _is_tried(each, standing)))


def _is_drawn(seen: Seen, standing: Standing) -> bool:
    has_headline = any(
        each.indicator is seen.indicator and each.series.comparison is Comparison.ROLLING
        for each in standing.seen
    )
    rolling = seen.reading.basis.window in (OLD_WINDOW, NEW_WINDOW)
    chained = seen.series.comparison is Comparison.CHAINED and seen.reading.official is not None
    return not has_headline or _is_tried(seen, standing) or rolling or chained


def _is_tried(seen: Seen, standing: Standing) -> bool:
    return any(formal.seen is not None and formal.seen.series is seen.series for formal in standing.formal)
