"""The annual wheel of a document: as wide as the text, with words large enough to read there."""

from typing import Final

from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.sheet import Dial, Sheet
from byvekst_cli.draw.spread import around
from byvekst_cli.draw.style import house_style
from byvekst_cli.draw.wheel import Wheel, draw_label, draw_wheel, entry_of, key_of, notes, steps_of, wheel_alt
from byvekst_cli.draw.wheel_foot import HEAD, Foot, draw_column, height_of
from byvekst_cli.draw.wheel_layout import (
    GAP,
    Entry,
    Label,
    Layout,
    badge,
    chosen,
    line_of,
    lines_of,
    pin_turn,
)
from byvekst_cli.language import Say
from byvekst_cli.pack.wheel_page import WheelPage

WIDE: Final = 21.0
SCALE: Final = 16 / WIDE
"""The text of a page is 16 cm wide."""
EDGE: Final = 0.15
RADIUS: Final = 5.6
OUTSIDE: Final = 1.5
"""Centimetres around the rim for the numbers."""
SIZE: Final = 11.0
SMALLEST: Final = 6.0
BETWEEN: Final = 0.7
COLUMNS: Final = 3


def page_picture(page: WheelPage, say: Say) -> Picture:
    """The wheel to the left, its activities by number to the right, and the state's steps below."""
    wheel = Wheel(page.laid, say)
    with house_style():
        foot = Foot((), "", steps_of(wheel), say("track-stat"), tuple(notes(wheel)), WIDE, EDGE, COLUMNS)
        key, left = key_of(wheel), 2 * (RADIUS + OUTSIDE) + BETWEEN
        width = WIDE - EDGE - left
        below = height_of(key, width) + 2 * line_of(HEAD)
        lines, size, pins = _fitted(wheel, width)
        tall = sum((len(each) + GAP) * line_of(size) for each in lines)
        high = max(2 * (RADIUS + OUTSIDE), tall + below)
        bottom = EDGE + foot.height + 0.4
        sheet = Sheet.sized(WIDE, bottom + high + EDGE, SCALE)
        foot.draw(sheet, EDGE)
        dial = Dial((RADIUS + OUTSIDE, bottom + high / 2), RADIUS)
        up = bottom + (high + tall + below) / 2
        labels: list[Label] = []
        for at, (entry, own) in enumerate(zip(_entries(wheel), lines, strict=True), 1):
            height = len(own) * line_of(size)
            up -= height
            labels.append(
                Label(entry, at, own, left + badge(size), up, width - badge(size), height, on_right=True)
            )
            up -= GAP * line_of(size)
        found = Layout(dial, size, tuple(labels), pins)
        draw_wheel(sheet, found, wheel)
        for label in labels:
            draw_label(sheet, label, found)
        if key:
            sheet.text((left, up - 0.9 * line_of(HEAD)), say("wheel-key"), HEAD, weight="bold")
            draw_column(sheet, key, left, up - 1.6 * line_of(HEAD), width)
    return Picture(sheet.axes.figure, wheel.title, wheel_alt(wheel))  # type: ignore[arg-type]


def page_picture_alt(page: WheelPage, say: Say) -> str:
    """The same in words."""
    return wheel_alt(Wheel(page.laid, say))


def _fitted(wheel: Wheel, width: float) -> tuple[list[tuple[str, ...]], float, tuple[float, ...]]:
    """The words of each activity, in the largest letters whose numbers have room around the rim."""
    entries, size = _entries(wheel), SIZE
    dial = Dial((0.0, 0.0), RADIUS)
    middles = [each.middle for each in entries]
    while (pins := around(middles, pin_turn(dial, size))) is None and size > SMALLEST:
        size -= 0.5
    lines = [lines_of(each, width - badge(size), size) for each in entries]
    return lines, size, tuple(pins if pins is not None else middles)


def _entries(wheel: Wheel) -> tuple[Entry, ...]:
    return tuple(chosen([entry_of(each, wheel.say) for each in wheel.own]))
