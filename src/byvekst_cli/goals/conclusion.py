"""What Statens vegvesen's rule concludes from an interval, without a word of it."""

from dataclasses import dataclass
from enum import Enum


class Conclusion(Enum):
    """The three answers of the rule; the words for them belong to `language`."""

    INCREASED = "increased"
    ABOUT_THE_SAME = "about-the-same"
    DECREASED = "decreased"


@dataclass(frozen=True, slots=True)
class Official:
    """The rule's answer, and two things to know about it.

    `is_weak`: the change is of one per cent at most. `is_on_edge`: a bound is exactly zero in print, so
    that the rule rests on a figure which rounding may have moved to either side.
    """

    conclusion: Conclusion
    is_weak: bool
    is_on_edge: bool


def official(value: float, low: float, high: float) -> Official:
    """The conclusion from a change and its 95 per cent interval, by city_index_report.qmd.

    An interval on both sides of zero: nobody can say for sure, about the same; from zero upwards:
    increased; from zero downwards: decreased. https://github.com/snohan/byindeks. Raises ValueError for
    an interval that does not hold its value.
    """
    if not low <= value <= high:
        raise ValueError((low, value, high))
    return Official(_conclusion(low, high), abs(value) <= 1, 0 in (low, high))


def _conclusion(low: float, high: float) -> Conclusion:
    if low < 0 < high or low == high == 0:
        return Conclusion.ABOUT_THE_SAME
    return Conclusion.INCREASED if low >= 0 else Conclusion.DECREASED
