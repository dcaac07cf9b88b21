"""Series as fields: on one scale where they count the same, with what they must be read in the light of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from byvekst_cli.draw.axes import YEARS, Field, Range, tick_words, underlay
from byvekst_cli.draw.curves import aim, curve, end_words, words_width
from byvekst_cli.draw.paper import Paper, width_of
from byvekst_cli.draw.style import SMALL
from byvekst_cli.draw.times import Time, breaks, lanes, lanes_height, shade
from byvekst_cli.goals.series import NEW_METHOD_YEAR
from byvekst_cli.goals.standing import Seen
from byvekst_cli.goals.told import OF_CHANGE, readings
from byvekst_cli.language import Say

_ABOVE: Final = 0.26
_BELOW: Final = YEARS + 0.3


@dataclass(frozen=True, slots=True)
class Scale:
    """What the fields of some series have in common: the range, its words, and room for words beside."""

    range: Range
    words: tuple[str, ...]
    before: float
    after: float


def scale_of(like: Sequence[Seen], say: Say) -> Scale:
    """From zero or the target, to every interval; with the new method of 2027 where that is to come."""
    values = [0.0, *(seen.target for seen in like if seen.target is not None)]
    is_official = any(time.since.year == NEW_METHOD_YEAR for seen in like for time in breaks(seen, say))
    until = date(NEW_METHOD_YEAR, 1, 1) if is_official else None
    found = Range.over((each for seen in like for each in readings(seen.series)), values, until)
    words = tick_words(found, say, is_signed=any(seen.series.comparison in OF_CHANGE for seen in like))
    before = max(width_of(word, SMALL) for word in words) + 0.2
    return Scale(found, tuple(words), before, max(words_width(seen, say) for seen in like))


def height_of(named: Sequence[Time], tall: float) -> float:
    """Centimetres of a field with the named times above it."""
    return _ABOVE + lanes_height(named) + tall + _BELOW


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where (centimetres), and how tall the field itself is."""

    top: float
    left: float
    right: float
    tall: float


def draw_field(
    paper: Paper, place: Place, seen: Seen, scale: Scale, marked: Sequence[Time], say: Say, *, named: bool
) -> None:
    """One series over the times that are marked for it and its like; `named` ones are told of above it."""
    top = place.top + _ABOVE + (lanes_height(marked) if named else 0.0)
    left, right = place.left + scale.before, place.right - scale.after
    field = Field(paper, scale.range, left, right, top, top + place.tall)
    if named:
        lanes(field, marked, (place.left, place.right))
    own = breaks(seen, say)
    shade(field, [time for time in marked if time.until is not None or time in own])
    underlay(field, scale.words)
    if seen.target is not None:
        aim(field, seen.target)
    curve(field, seen)
    end_words(field, seen, say)
