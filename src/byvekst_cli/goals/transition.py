"""When the way of computing changes: old and new side by side, and never in one line.

From 1 January 2027 the headline of the byindeks goes from three years to one, with a new method
(docs/trafficIndex in https://github.com/trafikkdata/trafikkdata.no-dokumentasjon).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from byvekst_cli.goals.estimate import AcrossBreak
from byvekst_cli.goals.reading import Reading


class NotComparable(ValueError):
    """Two readings that say nothing about a change of method: the same one, or of different times."""


@dataclass(frozen=True, slots=True)
class Transition:
    """The same period read in the old and in the new way."""

    old: Reading
    new: Reading

    @property
    def flips(self) -> bool | None:
        """Whether the official conclusion is another; None where one of them has no interval."""
        if self.old.official is None or self.new.official is None:
            return None
        return self.old.official.conclusion is not self.new.official.conclusion

    @property
    def is_on_edge(self) -> bool:
        """Whether an answer rests on a bound that is exactly zero in print."""
        return any(each.official and each.official.is_on_edge for each in (self.old, self.new))


def side_by_side(old: Reading, new: Reading) -> Transition:
    """Two readings of one period against one reference year. Raises NotComparable for others."""
    same_time = old.period.last == new.period.last
    if old.basis == new.basis or not same_time or old.basis.reference_year != new.basis.reference_year:
        raise NotComparable((old, new))
    return Transition(old, new)


def joined(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Readings as one series, by time. Raises AcrossBreak where they are not made in one way."""
    found = sorted(readings, key=lambda reading: (reading.period.last, reading.period.first))
    for before, after in pairwise(found):
        if before.basis != after.basis:
            raise AcrossBreak((before, after))
    return tuple(found)
