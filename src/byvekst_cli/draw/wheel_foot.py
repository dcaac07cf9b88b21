"""What stands below an annual wheel: what the marks are, the state's steps, meetings, and remarks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from byvekst_cli.draw.paper import width_of, wrapped
from byvekst_cli.draw.sheet import WIDE, Sheet
from byvekst_cli.draw.style import INK, PAPER, SOFT, Fill
from byvekst_cli.draw.wheel_layout import EDGE, line_of
from byvekst_cli.draw.wheel_rings import mark

SIZE: Final = 10.0
HEAD: Final = 11.0
NOTE: Final = 10.0
COLUMNS: Final = 4
GAP: Final = 0.9
SIGN: Final = 0.75
"""What a sign takes to the left of its words."""

Sign = Callable[[Sheet, float, float], None]
"""Draws a sign with its middle at a place."""


@dataclass(frozen=True, slots=True)
class Item:
    """Words with a sign before them; `lead` is set apart from the rest."""

    sign: Sign
    lead: str
    words: str

    def lines(self, width: float) -> list[str]:
        return wrapped(f"{self.lead} {self.words}".strip(), width - SIGN, SIZE)


@dataclass(frozen=True, slots=True)
class Foot:
    """The key in the first column, where there is one, the state's steps in the others, and remarks across.

    `wide` is the paper and `edge` the white beside everything, in centimetres.
    """

    key: tuple[Item, ...]
    key_head: str
    steps: tuple[Item, ...]
    steps_head: str
    notes: tuple[str, ...]
    wide: float = WIDE
    edge: float = EDGE
    count: int = COLUMNS

    @property
    def width(self) -> float:
        """Centimetres of a column."""
        return (self.wide - 2 * self.edge - (self.count - 1) * GAP) / self.count

    @property
    def note_lines(self) -> list[str]:
        return [line for note in self.notes for line in wrapped(note, self.wide - 2 * self.edge, NOTE)]

    @property
    def height(self) -> float:
        """Centimetres."""
        tallest = max(height_of(column, self.width) for column in (self.key, *self.columns))
        return 2 * line_of(HEAD) + tallest + line_of(NOTE) * (len(self.note_lines) + 0.5)

    @property
    def columns(self) -> list[tuple[Item, ...]]:
        """The steps in order, in as many columns as there are beside the key, as even as can be."""
        return parted(self.steps, self.count - bool(self.key), self.width)

    def draw(self, sheet: Sheet, bottom: float) -> None:
        up = bottom + self.height
        sheet.line((self.edge, up), (self.wide - self.edge, up), width=0.8, color="#b0b0b0")
        heads = [self.key_head] if self.key else []
        heads += [self.steps_head] if self.steps else []
        for at, column in enumerate([*([self.key] if self.key else []), *self.columns]):
            left = self.edge + at * (self.width + GAP)
            head = heads[at] if at < len(heads) else ""
            sheet.text((left, up - 0.9 * line_of(HEAD)), head, HEAD, weight="bold")
            draw_column(sheet, column, left, up - 1.6 * line_of(HEAD), self.width)
        for at, line in enumerate(reversed(self.note_lines)):
            sheet.text((self.edge, bottom + (at + 0.5) * line_of(NOTE)), line, NOTE, color=SOFT)


def parted(items: Sequence[Item], count: int, width: float) -> list[tuple[Item, ...]]:
    """Items in order in so many columns, the tallest of which is as short as it can be."""
    heights = sorted(
        {height_of(items[a:b], width) for a in range(len(items)) for b in range(a + 1, len(items) + 1)}
    )
    for limit in heights:
        found: list[list[Item]] = [[]]
        for item in items:
            if height_of([*found[-1], item], width) > limit + 1e-9:
                found.append([])
            found[-1].append(item)
        if len(found) <= count and all(height_of(column, width) <= limit + 1e-9 for column in found):
            return [tuple(column) for column in found]
    return [()]


def swatch(fill: Fill) -> Sign:
    """A piece of a track."""
    return lambda sheet, left, up: sheet.box(left, up - 0.16, 0.5, 0.32, fill)


def lettered(sign: str) -> Sign:
    """The sign of a national step as it stands on the wheel."""

    def draw(sheet: Sheet, left: float, up: float) -> None:
        sheet.disc((left + 0.25, up), 0.24, fc=PAPER, ec=INK, lw=0.9 * sheet.scale)
        size = min(9.0, 9.0 * 0.38 / width_of(sign, 9.0, bold=True))
        sheet.text((left + 0.25, up), sign, size, ha="center", weight="bold")

    return draw


def shaped(shape: int) -> Sign:
    """The mark of a body's meetings."""
    return lambda sheet, left, up: mark(sheet, (left + 0.25, up), shape, 0.18)


def height_of(items: Sequence[Item], width: float) -> float:
    """Centimetres that items take below each other."""
    return sum(len(item.lines(width)) * line_of(SIZE) + 0.12 for item in items)


def draw_column(sheet: Sheet, items: Sequence[Item], left: float, up: float, width: float) -> None:
    """Items from a height down."""
    for item in items:
        item.sign(sheet, left, up - 0.5 * line_of(SIZE))
        for line in item.lines(width):
            sheet.text((left + SIGN, up - 0.5 * line_of(SIZE)), line, SIZE)
            up -= line_of(SIZE)
        up -= 0.12
