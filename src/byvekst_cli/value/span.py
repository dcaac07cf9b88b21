"""A value with its uncertainty: low, likely and high, exact."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Span:
    """Value points, low ≤ likely ≤ high; raises ValueError where they are not in order."""

    low: Fraction
    likely: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not self.low <= self.likely <= self.high:
            raise ValueError(self)

    @classmethod
    def sure(cls, value: Fraction) -> "Span":
        return cls(value, value, value)

    @property
    def ends(self) -> tuple[Fraction, Fraction, Fraction]:
        return self.low, self.likely, self.high

    @property
    def is_sure(self) -> bool:
        return self.low == self.high

    def times(self, factor: Fraction) -> "Span":
        """Scaled by a weight or a share, which is not below zero."""
        if factor < 0:
            raise ValueError(factor)
        return Span(self.low * factor, self.likely * factor, self.high * factor)

    def widened(self, least: Fraction) -> "Span":
        """Reaching at least so far to each side of the likely value."""
        return Span(min(self.low, self.likely - least), self.likely, max(self.high, self.likely + least))

    def within(self, lowest: Fraction, highest: Fraction) -> "Span":
        """Cut at two ends."""
        return Span(*(min(max(end, lowest), highest) for end in self.ends))


def added(spans: Iterable[Span]) -> Span:
    """All lows, all likelies and all highs added: the widest that the sum can be."""
    found = list(spans)
    return Span(*(sum((span.ends[at] for span in found), Fraction(0)) for at in range(3)))
