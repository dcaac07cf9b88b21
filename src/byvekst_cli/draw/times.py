"""What a series must be read in the light of: times as shaded fields, breaks as lines, each by name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from byvekst_cli.draw.axes import Field
from byvekst_cli.draw.paper import line_height, width_of, wrapped
from byvekst_cli.draw.style import INK, PAPER, SMALL, SOFT
from byvekst_cli.goals.series import NEW_METHOD_YEAR
from byvekst_cli.goals.standing import Seen
from byvekst_cli.goals.told import OF_CHANGE
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.model.when import When

LANE: Final = line_height(SMALL) + 0.06
_SHADE: Final = 0.10
_GAP: Final = 0.1
_BREAK: Final[dict[str, Any]] = {"color": INK, "lw": 1, "ls": (0, (1, 1.5))}


@dataclass(frozen=True, slots=True)
class Time:
    """From a day to another, and what it was; a break has one day and no other."""

    since: date
    until: date | None
    name: str


def times(seen: Iterable[Seen], say: Say) -> list[Time]:
    """Each once, by time: what the files call circumstances, their breaks, and the new method of 2027."""
    found: dict[Time, None] = {}
    for each in seen:
        for what in each.series.circumstances:
            if isinstance(what.since, When):
                until = what.until.last if isinstance(what.until, When) else date.max
                found[Time(what.since.first, until, safe(what.what))] = None
        found |= dict.fromkeys(_breaks(each, say))
    return sorted(found, key=lambda time: (time.since, time.name))


def breaks(seen: Seen, say: Say) -> list[Time]:
    """The breaks of one series."""
    return list(dict.fromkeys(_breaks(seen, say)))


def _breaks(seen: Seen, say: Say) -> Iterable[Time]:
    for mark in seen.series.breaks:
        yield Time(
            mark.since.first, None, say("chart-break", since=mark.since, what=say(f"break-{mark.kind.value}"))
        )
    if seen.indicator.city_index is not None and seen.series.comparison in OF_CHANGE:
        yield Time(date(NEW_METHOD_YEAR, 1, 1), None, say("chart-2027"))


def shade(field: Field, found: Sequence[Time]) -> None:
    """The times under the curves, and the breaks through them."""
    for time in found:
        left = field.across(time.since)
        if time.until is None:
            field.paper.line((left, field.top), (left, field.bottom), zorder=3, **_BREAK)
        else:
            right = field.across(time.until)
            corners = [(left, field.top), (right, field.top), (right, field.bottom), (left, field.bottom)]
            field.paper.surface(corners, fc=INK, alpha=_SHADE, zorder=0)


def lanes_height(found: Sequence[Time]) -> float:
    return len(found) * LANE + (0.08 if found else 0.0)


def lanes(field: Field, found: Sequence[Time], sides: tuple[float, float]) -> None:
    """A row for each above the field, between two sides: its stretch or day, and its name beside that."""
    for row, time in enumerate(found):
        middle = field.top - lanes_height(found) + (row + 0.5) * LANE
        left = field.across(time.since)
        right = left if time.until is None else field.across(time.until)
        if time.until is None:
            field.paper.line((left, middle - LANE / 2), (left, field.top), zorder=1, **_BREAK)
        else:
            ends = [(left, middle - 0.1), (right, middle - 0.1), (right, middle + 0.1), (left, middle + 0.1)]
            field.paper.surface(ends, fc=INK, alpha=_SHADE * 2.5, zorder=0)
        name, place = _named(time.name, (left, right), sides)
        covers = place < left < right
        back = None if covers else {"fc": PAPER, "ec": "none", "pad": 0.4}
        field.paper.text(place, middle, name, SMALL, color=SOFT, bbox=back, zorder=2)


def _named(name: str, ends: tuple[float, float], sides: tuple[float, float]) -> tuple[str, float]:
    """What is written and where it begins: after, else before, else from the left side and over it."""
    lines = wrapped(name, sides[1] - sides[0] - 0.5, SMALL)
    name = lines[0] if len(lines) == 1 else f"{lines[0]} …"
    wide = width_of(name, SMALL)
    if ends[1] + _GAP + wide <= sides[1]:
        return name, ends[1] + _GAP
    return name, max(ends[0] - _GAP - wide, sides[0])
