"""The rings of an annual wheel: months, the state, the tracks with their activities, and the meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from byvekst_cli.draw.paper import width_of
from byvekst_cli.draw.sheet import POINT, Dial, Sheet, Spot
from byvekst_cli.draw.spread import around
from byvekst_cli.draw.style import FILLS, INK, PAPER, Fill
from byvekst_cli.draw.wheel_layout import Entry

if TYPE_CHECKING:
    from matplotlib.patheffects import withStroke

FILL_OF: Final[Mapping[str, Fill]] = {
    "handlingsprogram": FILLS[0],
    "lokal": FILLS[6],
    "rapportering": FILLS[1],
    "måloppnåelse": FILLS[3],
}
"""From the rim inwards; the state and the meetings have signs of their own."""
MONTHS: Final = (0.895, 1.0)
STATE: Final = (0.795, 0.88)
TRACKS: Final = (0.42, 0.78)
MEETINGS: Final = (0.29, 0.405)
SHORTEST: Final = 0.018
"""The part of the year that one day is drawn as, so that it can be seen."""
HIGHEST: Final = 1.2
"""Centimetres of a lane where there are few."""
SHAPES: Final = ("disc", "square", "triangle", "diamond")
"""Of the bodies that meet; the last is shared by those who are more."""
_CORNERS: Final = {"square": (4, 1 / 8, 1.2), "triangle": (3, 0.0, 1.3), "diamond": (4, 0.0, 1.3)}
"""How many, where the first is, and how far out."""
_BAND: Final = "#f4f4f4"
_ODD: Final = "#e4e4e4"


def turn(day: date) -> float:
    """The part of its year that has gone when the day begins."""
    start = date(day.year, 1, 1)
    return (day - start) / (date(day.year + 1, 1, 1) - start)


def turns(first: date, last: date) -> tuple[float, float]:
    """From the beginning of a day to the end of another, at least as long as can be seen."""
    since, until = turn(first), turn(last + timedelta(days=1)) + (last + timedelta(days=1)).year - first.year
    short = max(SHORTEST - (until - since), 0) / 2
    return since - short, min(until + short, since - short + 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """A part of a ring that no two activities share at one time."""

    inner: float
    outer: float


def lanes(entries: Sequence[Entry], dial: Dial) -> dict[int, Lane]:
    """The lane of each entry: those of a track lie together, and all tracks have some room."""
    found: dict[int, Lane] = {}
    for track, band, height in _bands(entries, dial):
        for at, lane in _packed(entries, track).items():
            top = band.outer - lane * height
            found[at] = Lane(top - 0.86 * height, top - 0.14 * height)
    return found


def _bands(entries: Sequence[Entry], dial: Dial) -> list[tuple[str, Lane, float]]:
    """Each track that is used with its part of the rings, and how high its lanes are."""
    packed = {track: _packed(entries, track) for track in FILL_OF}
    counts = {track: max(own.values()) + 1 for track, own in packed.items() if own}
    whole = dial.radius * (TRACKS[1] - TRACKS[0])
    height = min(whole / max(sum(counts.values()), 1), HIGHEST)
    outer = dial.radius * TRACKS[1]
    found = []
    for track, count in counts.items():
        found.append((track, Lane(outer - count * height, outer), height))
        outer -= count * height
    return found


def _packed(entries: Sequence[Entry], track: str) -> dict[int, int]:
    """Each entry of a track and the first lane that is free for it all of its time."""
    taken: list[list[Entry]] = []
    found: dict[int, int] = {}
    for at, entry in enumerate(entries):
        if entry.track != track:
            continue
        free = (lane for lane, others in enumerate(taken) if not any(_meet(entry, each) for each in others))
        lane = next(free, len(taken))
        taken += [[]] if lane == len(taken) else []
        taken[lane].append(entry)
        found[at] = lane
    return found


def _meet(one: Entry, other: Entry) -> bool:
    """Also where one goes on into the next year."""
    return any(one.since < other.until + year and other.since + year < one.until for year in (-1, 0, 1))


def _halo(sheet: Sheet, colour: str) -> list["withStroke"]:
    """Keeps lines that go below letters away from them."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=5 * sheet.scale, foreground=colour)]


def draw_months(sheet: Sheet, dial: Dial, names: Sequence[str], year: int, size: float) -> None:
    """The band of months, and lines inwards from where each begins."""
    inner, outer = (dial.radius * each for each in MONTHS)
    starts = [turn(date(year, month, 1)) for month in range(1, 13)]
    for at, since in enumerate(starts):
        until = starts[at + 1] if at < 11 else 1.0
        colour = _ODD if at % 2 else _BAND
        dial.ring(sheet, inner, outer, since, until, fc=colour, ec=PAPER, lw=1.2 * sheet.scale)
        dial.words(
            sheet,
            (since + until) / 2,
            (inner + outer) / 2,
            names[at],
            size,
            path_effects=_halo(sheet, colour),
        )
        inside, outside = dial.spot(since, dial.radius * MEETINGS[0]), dial.spot(since, inner)
        sheet.line(inside, outside, width=0.5, color="#d0d0d0", zorder=2.5)
    dial.ring(sheet, outer - 0.03, outer, fc=INK)


def draw_bands(sheet: Sheet, dial: Dial, entries: Sequence[Entry]) -> None:
    """A pale ground under each track, so that the rings can be followed around."""
    for _track, band, _height in _bands(entries, dial):
        dial.ring(sheet, band.inner + 0.04, band.outer - 0.04, fc=_BAND, zorder=1)
    low, high = (dial.radius * each for each in STATE)
    dial.ring(sheet, low, high, fc=_BAND, zorder=1)


def draw_state(sheet: Sheet, dial: Dial, middles: Sequence[float], signs: Sequence[str]) -> None:
    """A sign for each national step; where they come close they make room for each other."""
    low, high = (dial.radius * each for each in STATE)
    middle, size = (low + high) / 2, (high - low) * 0.36 / POINT
    radius = (high - low) * 0.42
    placed = around(middles, (2 * radius + 0.05) / (2 * pi * middle)) or list(middles)
    for wished, found, sign in zip(middles, placed, signs, strict=True):
        tick = dial.spot(wished, high + 0.02), dial.spot(wished, dial.radius * MONTHS[0])
        sheet.line(*tick, width=1.6, color=INK)
        sheet.line(dial.spot(wished, high), dial.spot(found, middle), width=0.8, color=INK)
        spot = dial.spot(found, middle)
        sheet.disc(spot, radius, fc=PAPER, ec=INK, lw=1.1 * sheet.scale)
        width = width_of(sign, size, bold=True)
        sheet.text(spot, sign, min(size, size * 1.5 * radius / width), ha="center", weight="bold")


def draw_meetings(sheet: Sheet, dial: Dial, bodies: Sequence[Sequence[float]]) -> None:
    """A mark for each meeting; each body has its own shape and its own ring."""
    low, high = (dial.radius * each for each in MEETINGS)
    if bodies:
        dial.ring(sheet, low, high, fc=_BAND, zorder=1)
    height = (high - low) / max(min(len(bodies), len(SHAPES)), 1)
    for at, days in enumerate(bodies):
        lane = min(at, len(SHAPES) - 1)
        radius = low + height * (len(SHAPES[: len(bodies)]) - lane - 0.5)
        for each in days:
            mark(sheet, dial.spot(each, radius), lane, min(0.36 * height, 0.24))


def mark(sheet: Sheet, spot: Spot, shape: int, radius: float) -> None:
    """One of the shapes, all about as large to the eye."""
    if SHAPES[shape] == "disc":
        sheet.disc(spot, radius)
        return
    corners, first, size = _CORNERS[SHAPES[shape]]
    angles = [2 * pi * (first + at / corners) for at in range(corners)]
    sheet.shape([(spot[0] + radius * size * sin(a), spot[1] + radius * size * cos(a)) for a in angles])


def draw_today(sheet: Sheet, dial: Dial, day: date) -> None:
    """A hand from the middle to the rim, with white along it and a head outside."""
    here = turn(day)
    ends = [dial.spot(here, far) for far in (dial.radius * (MEETINGS[0] - 0.02), dial.radius)]
    sheet.line(*ends, width=6.0, color=PAPER, zorder=3.85, solid_capstyle="butt")
    sheet.line(*ends, width=2.6, color=INK, zorder=3.9, solid_capstyle="butt")
    corners = ((here, 0.04), (here - 0.005, 0.5), (here + 0.005, 0.5))
    sheet.shape([dial.spot(at, dial.radius + far) for at, far in corners], zorder=4.6, lw=1.0)
