"""Lying bars with a name to the left and an amount to the right, which is where long names have room."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from byvekst_cli.draw.paper import MARGIN, Block, Paper, line_height, width_of, wrapped
from byvekst_cli.draw.style import INK, SMALL, SOFT, TEXT, WIDTH, Fill
from byvekst_cli.language import Say

BAR: Final = 0.42
"""Centimetres from edge to edge."""
_LABELS: Final = 5.0
_OPEN: Final = 0.42
_THINNEST: Final = 0.06
"""What is above nothing can be seen to be."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a bar (MNOK), and what is written on it where there is room."""

    amount: Decimal
    fill: Fill
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar; `head` begins a group of bars, and an open one has more than anyone has said."""

    label: str
    parts: tuple[Part, ...]
    end: str
    is_open: bool = False
    head: str = ""

    @property
    def reach(self) -> tuple[Decimal, Decimal]:
        """How far it goes to each side of zero."""
        amounts = [part.amount for part in self.parts]
        below, above = (sum((a for a in amounts if (a > 0) is up), Decimal(0)) for up in (False, True))
        return below, above


@dataclass(frozen=True, slots=True)
class Scale:
    """MNOK → centimetres from the left."""

    low: float
    high: float
    left: float
    right: float

    @classmethod
    def over(
        cls, reaches: Sequence[tuple[Decimal, Decimal]], words: Sequence[float], left: float, right: float
    ) -> "Scale":
        """From zero, or what is below it, to the highest; a span of nothing is drawn as one.

        As wide as it can be where each reach has so many centimetres of words after it, before `right`.
        """
        low = min(0.0, *(float(low) for low, _ in reaches))
        high = max(0.0, *(float(high) for _, high in reaches))
        high = high if high > low else 1.0
        shares = [(max(float(end), 0.0) - low) / (high - low) for _, end in reaches]
        rooms = [(right - left - wide) / share for share, wide in zip(shares, words, strict=True) if share]
        return cls(low, high, left, left + min([right - left, *rooms]))

    def at(self, amount: Decimal | float) -> float:
        share = (float(amount) - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)

    def ticks(self, say: Say) -> list[tuple[float, str]]:
        """Round amounts within the span, as many as have room for their figures."""
        from matplotlib.ticker import MaxNLocator

        for bins in (6, 4, 3, 2, 1):
            values = MaxNLocator(nbins=bins, steps=[1, 2, 5, 10]).tick_values(self.low, self.high)
            inside = [round(float(v), 9) for v in values if self.low <= v <= self.high * 1.0001]
            ticks = [(self.at(v), say.number(_plain(v))) for v in inside]
            widest = max((width_of(words, SMALL) for _, words in ticks), default=0.0)
            if len(ticks) < 2 or ticks[1][0] - ticks[0][0] > widest + 0.3:
                break
        return ticks


def bars(rows: Sequence[Row], say: Say, like: Sequence[Row] = ()) -> Block:
    """The rows on one scale; with `like` on one that has room for those rows too, to be compared."""
    everyone = [*rows, *like]
    heads = max((width_of(row.head, TEXT, bold=True) + 0.25 for row in everyone if row.head), default=0.0)
    widest = max(width_of(row.label, TEXT) for row in everyone)
    labels = {row: wrapped(row.label, _LABELS, TEXT) for row in rows}
    left = MARGIN + heads + min(widest, _LABELS) + 0.25
    ends = [width_of(row.end, TEXT) + (_OPEN if row.is_open else 0.0) + 0.25 for row in everyone]
    scale = Scale.over([row.reach for row in everyone], ends, left, WIDTH - MARGIN)
    heights = [_height(row, labels[row]) for row in rows]

    def draw(paper: Paper, top: float) -> None:
        grid(paper, scale, top, sum(heights), say)
        for row, height in zip(rows, heights, strict=True):
            middle = top + height - _room(labels[row]) / 2
            if row.head:
                paper.text(MARGIN, middle, row.head, weight="bold")
            for number, line in enumerate(labels[row]):
                offset = (number - (len(labels[row]) - 1) / 2) * line_height(TEXT)
                paper.text(MARGIN + heads, middle + offset, line)
            _bar(paper, scale, row, middle)
            top += height

    return Block(sum(heights) + line_height(SMALL) + 0.25, draw)


def _room(label: list[str]) -> float:
    return max(BAR + 0.14, len(label) * line_height(TEXT) + 0.14)


def _height(row: Row, label: list[str]) -> float:
    return _room(label) + (0.22 if row.head else 0.0)


def grid(paper: Paper, scale: Scale, top: float, height: float, say: Say) -> None:
    """Thin lines at round amounts, and a dark one at zero."""
    for left, words in scale.ticks(say):
        paper.line((left, top), (left, top + height), zorder=0)
        paper.text(left, top + height + line_height(SMALL) / 2 + 0.05, words, SMALL, ha="center", color=SOFT)
    zero = scale.at(0)
    paper.line((zero, top), (zero, top + height), color=INK, lw=0.8, zorder=3)


def _bar(paper: Paper, scale: Scale, row: Row, middle: float) -> None:
    ends = {True: Decimal(0), False: Decimal(0)}
    for part in row.parts:
        up = part.amount > 0
        begin, ends[up] = ends[up], ends[up] + part.amount
        left, right = sorted((scale.at(begin), scale.at(ends[up])))
        paper.box(left, middle - BAR / 2, max(right - left, _THINNEST), BAR, part.fill)
        if part.text and width_of(part.text, SMALL) + 0.25 <= right - left:
            back = {"fc": part.fill.colour, "ec": "none", "pad": 0.8}
            paper.text(
                (left + right) / 2, middle, part.text, SMALL, ha="center", color=part.fill.text, bbox=back
            )
    after = max(scale.at(ends[True]), scale.at(0) + _THINNEST)
    if row.is_open:
        paper.open_box(after, middle - BAR / 2, _OPEN, BAR)
        after += _OPEN
    paper.on_grid(after + 0.12, middle, row.end)


def _plain(value: float) -> Decimal:
    found = Decimal(repr(value))
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found.normalize()
