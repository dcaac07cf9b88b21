"""Where the words of an annual wheel stand: beside it, as large as can be, and never upon each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import pi
from typing import Final

from byvekst_cli.draw.paper import width_of, wrapped
from byvekst_cli.draw.sheet import POINT, WIDE, Dial, Spot
from byvekst_cli.draw.spread import around, spread

EDGE: Final = 1.3
"""Centimetres of white around everything."""
LINE: Final = 1.22
"""Lines apart, in heights of the font."""
REACH: Final = 2.1
"""Between the rim and the words, for the lines that join them."""
RIM: Final = 0.12
"""From the rim to where such a line bends."""
GAP: Final = 0.45
"""Between the entries of a list, in lines."""
BAR: Final = 0.45
"""Between the end of such a line and the words."""
RADII: Final = (10.4, 9.8, 9.2, 8.6, 8.0, 7.4, 6.8)
LARGE: Final = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
SMALL: Final = (14.0, 13.0, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.0, 6.0)
"""Points on A3; words so small that they cannot be read from afar stand with numbers in a list."""
MOST: Final = 90
"""Activities on one wheel; more could be read by nobody."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An activity: the part of the year it takes (in turns, where the year is 1), and its words."""

    track: str
    since: float
    until: float
    when: str
    name: str

    @property
    def middle(self) -> float:
        return ((self.since + self.until) / 2) % 1


@dataclass(frozen=True, slots=True)
class Label:
    """The words of an entry in a box; `joint` is where a line from the wheel ends."""

    entry: Entry
    number: int
    lines: tuple[str, ...]
    left: float
    bottom: float
    width: float
    height: float
    on_right: bool

    @property
    def joint(self) -> Spot:
        return (self.left if self.on_right else self.left + self.width), self.bottom + self.height / 2


@dataclass(frozen=True, slots=True)
class Layout:
    """A wheel with its labels; `pins` are the turns of the numbers around it, where there are numbers."""

    dial: Dial
    size: float
    labels: tuple[Label, ...]
    pins: tuple[float, ...] = ()


def layout(entries: Sequence[Entry], bottom: float, top: float) -> Layout:
    """The largest words that have room between two heights: with lines to the rim, or else with numbers."""
    drawn = chosen(entries)
    radii = [radius for radius in RADII if 2 * (radius + 0.9) <= top - bottom] or [(top - bottom) / 2 - 0.9]
    tried = (_joined(drawn, radius, size, bottom, top) for size in LARGE for radius in radii)
    found = next(filter(None, tried), None)
    if found is not None:
        return found
    listed = (_numbered(drawn, radius, size, bottom, top) for size in SMALL for radius in radii)
    return next(filter(None, listed), None) or _cut_short(drawn, radii[-1], bottom, top)


def chosen(entries: Sequence[Entry]) -> list[Entry]:
    """Those that are drawn, around the year."""
    return sorted(entries, key=lambda each: (each.middle, each.since, each.name))[:MOST]


def line_of(size: float) -> float:
    """Centimetres from a line to the next."""
    return size * POINT * LINE


def lead(when: str, size: float) -> float:
    """What the time before a name takes of the first line."""
    return width_of(f"{when}  ", size, bold=True)


def lines_of(entry: Entry, width: float, size: float) -> tuple[str, ...]:
    """The name in lines, the first of them after the time; empty where nothing has room there."""
    room = width - lead(entry.when, size)
    words = entry.name.split()
    first = ""
    while words and width_of(f"{first} {words[0]}".strip(), size) <= room:
        first = f"{first} {words.pop(0)}".strip()
    return first, *(wrapped(" ".join(words), width, size) if words else ())


def _joined(entries: Sequence[Entry], radius: float, size: float, bottom: float, top: float) -> Layout | None:
    """Words beside the part of the rim that they are about, or None where that cannot be."""
    dial = Dial((WIDE / 2, (bottom + top) / 2), radius)
    width = WIDE / 2 - radius - REACH - BAR - EDGE
    labels: list[Label] = []
    for on_right in (True, False):
        own = [each for each in entries if (each.middle < 0.5) is on_right]
        placed = _beside(own if on_right else own[::-1], dial, size, width, (bottom, top))
        if placed is None:
            return None
        labels += placed if on_right else placed[::-1]
    return Layout(dial, size, tuple(replace(each, number=at) for at, each in enumerate(labels, 1)))


def _beside(
    entries: Sequence[Entry], dial: Dial, size: float, width: float, ends: tuple[float, float]
) -> list[Label] | None:
    """One column from the top down; None where it is too short, or a line would cut the wheel."""
    if any(lead(each.when, size) > width for each in entries):
        return None
    lines = [lines_of(each, width, size) for each in entries]
    heights = [len(each) * line_of(size) for each in lines]
    gap = 0.55 * line_of(size)
    wished = [-dial.spot(each.middle, dial.radius + 0.6)[1] for each in entries]
    middles = spread(wished, [each + gap for each in heights], -ends[1], -ends[0])
    if middles is None:
        return None
    labels = []
    for entry, own, height, middle in zip(entries, lines, heights, middles, strict=True):
        on_right = entry.middle < 0.5
        left = WIDE - EDGE - width if on_right else EDGE
        label = Label(entry, 0, own, left, -middle - height / 2, width, height, on_right)
        if _cuts(dial, label):
            return None
        labels.append(label)
    return labels


def _cuts(dial: Dial, label: Label) -> bool:
    """Whether the line from the rim goes inwards first."""
    across, up = dial.spot(label.entry.middle, dial.radius + RIM)
    joint = label.joint
    out = (across - dial.centre[0], up - dial.centre[1])
    return (joint[0] - across) * out[0] + (joint[1] - up) * out[1] < 0


def _numbered(
    entries: Sequence[Entry], radius: float, size: float, bottom: float, top: float
) -> Layout | None:
    """A list in two columns with numbers, which stand around the wheel; None where there is no room."""
    dial = Dial((WIDE / 2, (bottom + top) / 2), radius)
    pins = around([each.middle for each in entries], pin_turn(dial, size))
    width = WIDE / 2 - radius - REACH - BAR - EDGE - badge(size)
    lines = [lines_of(each, width, size) for each in entries]
    steps = [(len(each) + GAP) * line_of(size) for each in lines]
    if pins is None or any(lead(each.when, size) > width for each in entries):
        return None
    cut = min(range(len(steps) + 1), key=lambda at: max(sum(steps[:at]), sum(steps[at:])))
    if max(sum(steps[:cut]), sum(steps[cut:])) > top - bottom:
        return None
    return Layout(dial, size, tuple(_listed(entries, lines, cut, size, width, (bottom, top))), tuple(pins))


def _listed(
    entries: Sequence[Entry],
    lines: Sequence[tuple[str, ...]],
    cut: int,
    size: float,
    width: float,
    ends: tuple[float, float],
) -> Iterator[Label]:
    """The first of the year to the left of the wheel, the rest to the right."""
    for column in (range(cut), range(cut, len(entries))):
        heights = [len(lines[at]) * line_of(size) for at in column]
        whole = sum(heights) + GAP * line_of(size) * max(len(column) - 1, 0)
        up = (ends[0] + ends[1] + whole) / 2
        for at, height in zip(column, heights, strict=True):
            on_right = at >= cut
            left = WIDE - EDGE - width if on_right else EDGE + badge(size)
            up -= height
            yield Label(entries[at], at + 1, lines[at], left, up, width, height, on_right)
            up -= GAP * line_of(size)


def badge(size: float) -> float:
    """Centimetres that a number takes beside its words."""
    return 2.4 * size * POINT


def pin_radius(size: float) -> float:
    """Of the disc that a number stands on at the rim."""
    return 0.82 * max(size, 9.0) * POINT


def pin_turn(dial: Dial, size: float) -> float:
    """The part of the year that a pin takes at the rim, with a little white."""
    return (2 * pin_radius(size) + 0.08) / (2 * pi * (dial.radius + 1.0))


def _cut_short(entries: Sequence[Entry], radius: float, bottom: float, top: float) -> Layout:
    """Where nothing has room: the smallest words, a line for each activity."""
    size = SMALL[-1]
    width = WIDE / 2 - radius - REACH - BAR - EDGE - badge(size)
    short = [replace(each, name=_first_line(each, width, size)) for each in entries]
    while (found := _numbered(short, radius, size, bottom, top)) is None:
        short = short[:-1]
    return found


def _first_line(entry: Entry, width: float, size: float) -> str:
    """As much of the name as stands on one line, and dots."""
    room = width - lead(entry.when, size) - width_of("…", size)
    kept = entry.name
    while kept and width_of(kept, size) > room:
        kept = kept[:-1]
    return kept if kept == entry.name else f"{kept.rstrip()}…"
