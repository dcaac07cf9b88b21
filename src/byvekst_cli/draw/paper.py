"""A picture laid out in centimetres from the top, with text that is measured before it is placed."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from byvekst_cli.draw.style import (
    CM,
    FONT,
    INK,
    LEADING,
    PAPER,
    RULE,
    SMALL,
    SOFT,
    TEXT,
    TITLE,
    WIDTH,
    Fill,
    house_style,
    without_alarm,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MARGIN: Final = 0.2
_POINT: Final = 2.54 / 72
_MEASURED: Final = 10.0
"""Points."""
_SLACK: Final = 1.03
"""Letters that are fitted to pixels are a little wider than their outlines."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A figure, and its height in centimetres."""

    figure: "Figure"
    height: float

    def text(self, left: float, top: float, words: str, size: float = TEXT, **how: Any) -> None:
        """One line; `top` is its middle unless `va` says otherwise."""
        how = {"va": "center", "ha": "left", "color": INK} | how
        self.figure.text(left / WIDTH, 1 - top / self.height, words, fontsize=size, **how)

    def on_grid(self, left: float, middle: float, words: str) -> None:
        """A line of text that no grid line runs through."""
        self.text(left, middle, words, bbox={"fc": PAPER, "ec": "none", "pad": 0.6}, zorder=2)

    def box(self, left: float, top: float, width: float, height: float, fill: Fill) -> None:
        """A filled rectangle; its hatch is drawn in its own colour, and no edge takes it for its own."""
        from matplotlib.patches import Rectangle

        corner = (left / WIDTH, 1 - (top + height) / self.height)
        size = (width / WIDTH, height / self.height)
        surface = Rectangle(corner, *size, fc=fill.colour, ec=fill.lines, hatch=fill.hatch, lw=0)
        edge = Rectangle(corner, *size, fc="none", ec=PAPER, lw=0.6)
        for each in (surface, edge):
            self.figure.add_artist(each)

    def frame(self, left: float, top: float, width: float, height: float) -> None:
        """The edge of a box for words to stand in."""
        from matplotlib.patches import Rectangle

        corner = (left / WIDTH, 1 - (top + height) / self.height)
        size = (width / WIDTH, height / self.height)
        self.figure.add_artist(Rectangle(corner, *size, fc="none", ec=INK, lw=0.8))

    def open_box(self, left: float, top: float, width: float, height: float) -> None:
        """Where something stands that nobody has said how large is."""
        from matplotlib.patches import Rectangle

        corner = (left / WIDTH, 1 - (top + height) / self.height)
        size = (width / WIDTH, height / self.height)
        self.figure.add_artist(Rectangle(corner, *size, fc="none", ec=SOFT, lw=0.8, ls=(0, (3, 2))))
        self.text(left + width / 2, top + height / 2, "?", ha="center")

    def surface(self, corners: Sequence[tuple[float, float]], **how: Any) -> None:
        """What lies between some places, each from the left and from the top."""
        from matplotlib.patches import Polygon

        places = [(left / WIDTH, 1 - top / self.height) for left, top in corners]
        self.figure.add_artist(Polygon(places, **{"closed": True, "lw": 0} | how))

    def line(self, *places: tuple[float, float], **how: Any) -> None:
        """From one place to another, each from the left and from the top."""
        from matplotlib.lines import Line2D

        ends = [(left / WIDTH, 1 - top / self.height) for left, top in places]
        across, down = zip(*ends, strict=True)
        shown: dict[str, Any] = {"color": RULE, "lw": 0.6} | how
        self.figure.add_artist(Line2D(across, down, **shown))


@dataclass(frozen=True, slots=True)
class Block:
    """Something that takes so many centimetres of the picture, and is drawn from a place down."""

    height: float
    draw: Callable[[Paper, float], None]


def composed(blocks: Iterable[Block]) -> "Figure":
    """The blocks below each other on a sheet as tall as they need."""
    from matplotlib.figure import Figure

    blocks = list(blocks)
    height = sum(block.height for block in blocks) + 2 * MARGIN
    with house_style():
        paper = Paper(Figure(figsize=(WIDTH * CM, height * CM)), height)
        top = MARGIN
        for block in blocks:
            block.draw(paper, top)
            top += block.height
    return paper.figure


def line_height(size: float) -> float:
    """Centimetres."""
    return size * _POINT * LEADING


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """Centimetres that a line takes."""
    return _width_of_one_point(words, bold=bold) * size


@lru_cache(maxsize=16384)
def _width_of_one_point(words: str, *, bold: bool) -> float:
    """Outlines grow as the size does, so that one measure will do for all."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FONT, size=_MEASURED, weight="bold" if bold else "normal")
    with without_alarm():
        width: float = text_to_path.get_text_width_height_descent(words, font, ismath=False)[0]
    return width / _MEASURED * _POINT * _SLACK


def wrapped(words: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines no wider than so many centimetres; a word that alone is wider is broken."""
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        pieces = list(_pieces(word, width, size, bold=bold))
        lines = [*(line for line in lines if line), *pieces]
    return lines


def paragraph(
    words: str, size: float = SMALL, *, colour: str = SOFT, bold: bool = False, below: float = 0.1
) -> Block:
    """Text over the whole width."""
    lines = wrapped(words, WIDTH - 2 * MARGIN, size, bold=bold)
    step = line_height(size)

    def draw(paper: Paper, top: float) -> None:
        for number, line in enumerate(lines):
            weight = "bold" if bold else "normal"
            paper.text(MARGIN, top + (number + 0.5) * step, line, size, color=colour, weight=weight)

    return Block(len(lines) * step + below, draw)


def rule() -> Block:
    """A thin line over the whole width, between parts that belong apart."""

    def draw(paper: Paper, top: float) -> None:
        paper.line((MARGIN, top + 0.05), (WIDTH - MARGIN, top + 0.05))

    return Block(0.2, draw)


def heading(title: str, about: str) -> list[Block]:
    """What the picture is, and what it is of."""
    return [
        paragraph(title, TITLE, colour=INK, bold=True, below=0.05),
        paragraph(about, TEXT, colour=SOFT, below=0.3),
    ]


def notes(lines: Sequence[str]) -> list[Block]:
    """What the marks mean, below everything else."""
    return [Block(0.2, lambda _paper, _top: None), *(paragraph(line) for line in lines)] if lines else []


def key(entries: Sequence[tuple[Fill, str]]) -> Block:
    """Which surface is what, in as many rows as they need."""
    rows = list(_rows(entries))
    step = line_height(TEXT) + 0.08

    def draw(paper: Paper, top: float) -> None:
        for number, row in enumerate(rows):
            for left, fill, name in row:
                middle = top + (number + 0.5) * step
                paper.box(left, middle - 0.15, 0.5, 0.3, fill)
                paper.text(left + 0.62, middle, name)

    return Block(len(rows) * step + 0.2, draw)


def _rows(entries: Sequence[tuple[Fill, str]]) -> Iterator[list[tuple[float, Fill, str]]]:
    row: list[tuple[float, Fill, str]] = []
    left = MARGIN
    for fill, words in entries:
        name = wrapped(words, WIDTH - 2, TEXT)[0]
        width = 0.62 + width_of(name, TEXT) + 0.45
        if row and left + width - 0.45 > WIDTH - MARGIN:
            yield row
            row, left = [], MARGIN
        row.append((left, fill, name))
        left += width
    yield row


def _pieces(word: str, width: float, size: float, *, bold: bool) -> Iterator[str]:
    """A word in parts that each fit, with hyphens where it is broken."""
    while width_of(word, size, bold=bold) > width and len(word) > 1:
        begins = [f"{word[:at]}-" for at in range(1, len(word))]
        cut = max(bisect_right(begins, width, key=lambda begin: width_of(begin, size, bold=bold)), 1)
        yield begins[cut - 1]
        word = word[cut:]
    yield word
