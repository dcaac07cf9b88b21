"""The estimates of one project, a row each: never joined over different price years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from byvekst_cli.draw.bars import Scale, grid
from byvekst_cli.draw.estimate_words import dated, growth, level, span
from byvekst_cli.draw.paper import MARGIN, Block, Paper, line_height, width_of
from byvekst_cli.draw.style import INK, PAPER, SMALL, SOFT, TEXT, WIDTH, Fill
from byvekst_cli.language import Say
from byvekst_cli.model.money import PriceBasis, PriceYear
from byvekst_cli.portfolio.history import Point, Step

ROW: Final = 0.86
"""Centimetres; two lines stand in it."""
GAP: Final = 0.3
PRICES: Final = Fill("#e69f00")
REAL: Final = Fill("#4d4d4d")
_LANE: Final = 0.1
"""Height of each of the two lines that split the growth."""
_MARKS: Final = (("o", "#0072b2"), ("s", "#7a3200"), ("^", "#009e73"), ("D", "#cc79a7"), ("v", "#e69f00"))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the rows stand: the scale, and the middle of each row."""

    paper: Paper
    scale: Scale
    top: float

    def place(self, row: int, mnok: Any) -> tuple[float, float]:
        return self.scale.at(mnok), self.top + (row + 0.5) * ROW - 0.08


def mark_of(year: PriceYear, years: Sequence[PriceYear]) -> Mapping[str, Any]:
    """A mark for each price year; hollow where it is not known, for then nothing can be compared."""
    if year.is_unknown:
        return {"marker": "o", "mfc": PAPER, "mec": INK, "mew": 1.1, "ms": 6}
    if year.basis is PriceBasis.CURRENT:
        return {"marker": "P", "mfc": SOFT, "mec": PAPER, "mew": 0.5, "ms": 7}
    known = [each for each in years if isinstance(each.basis, int)]
    shape, colour = _MARKS[known.index(year) % len(_MARKS)]
    return {"marker": shape, "mfc": colour, "mec": PAPER, "mew": 0.5, "ms": 7, "color": colour}


def estimates(points: Sequence[Point], steps: Sequence[Step], say: Say) -> Block:
    """Date and price year to the left, the amount on its scale, and the growth to the right."""
    by_point = {step.after.position: step for step in steps}
    right = [growth(by_point.get(point.position), say) if at else [] for at, point in enumerate(points)]
    when = max(width_of(dated(point, say), TEXT) for point in points)
    kroner = max(width_of(level(point.low.year, say), SMALL) for point in points)
    words = max((width_of(line, SMALL) for lines in right for line in lines), default=0.0)
    left = MARGIN + when + GAP + kroner + GAP
    amounts = [width_of(span(point, say), TEXT) + 0.35 for point in points]
    reach = [(min(m.in_mnok for m in _moneys(p)), max(m.in_mnok for m in _moneys(p))) for p in points]
    scale = Scale.over(reach, amounts, left, WIDTH - MARGIN - words - GAP)
    height = len(points) * ROW

    def draw(paper: Paper, top: float) -> None:
        grid(paper, scale, top, height, say)
        frame = Frame(paper, scale, top)
        _joined(frame, points)
        for at, point in enumerate(points):
            _, middle = frame.place(at, 0)
            paper.text(MARGIN, middle, dated(point, say))
            paper.text(MARGIN + when + GAP, middle, level(point.low.year, say), SMALL, color=SOFT)
            _split(frame, at, by_point.get(point.position))
            _point(frame, at, point, mark_of(point.low.year, _years(points)))
            ends = max(scale.at(money.in_mnok) for money in _moneys(point))
            paper.on_grid(ends + 0.22, middle, span(point, say))
            for number, line in enumerate(right[at]):
                offset = (number - (len(right[at]) - 1) / 2) * line_height(SMALL)
                paper.text(WIDTH - MARGIN - words, middle + offset, line, SMALL, color=INK)

    return Block(height + line_height(SMALL) + 0.35, draw)


def _years(points: Sequence[Point]) -> list[PriceYear]:
    return list(dict.fromkeys(point.low.year for point in points))


def _moneys(point: Point) -> list[Any]:
    return [money for money in (point.low, point.high, point.common_low, point.common_high) if money]


def _point(frame: Frame, at: int, point: Point, mark: Mapping[str, Any]) -> None:
    """A dot, or a line with ends for a span; a small diamond in the kroner asked for."""
    low, high = frame.place(at, point.low.in_mnok), frame.place(at, point.high.in_mnok)
    if point.is_exact:
        frame.paper.line(low, high, zorder=5, **{"ls": "none", **mark})
    else:
        frame.paper.line(low, high, color=mark.get("color", INK), lw=1.4, marker="|", ms=6, mew=1.4, zorder=5)
    if point.common_low and point.common_low.year != point.low.year and point.common_high:
        for money in dict.fromkeys((point.common_low, point.common_high)):
            end = frame.place(at, money.in_mnok)
            frame.paper.line(end, end, ls="none", marker="d", mfc=PAPER, mec=INK, ms=4.5, zorder=5)


def _joined(frame: Frame, points: Sequence[Point]) -> None:
    """Steps between estimates in the kroner of one year: each stands until the next in the same."""
    for year in _years(points):
        if not isinstance(year.basis, int):
            continue
        own = [(at, p.low.in_mnok) for at, p in enumerate(points) if p.is_exact and p.low.year == year]
        colour = mark_of(year, _years(points))["color"]
        for (before, low), (after, high) in pairwise(own):
            start, end = frame.place(before, low), frame.place(after, high)
            corner = (start[0], end[1])
            frame.paper.line(start, corner, color=colour, lw=1.2, zorder=3)
            frame.paper.line(corner, end, color=colour, lw=1.2, zorder=3)


def _split(frame: Frame, at: int, step: Step | None) -> None:
    """From the estimate since which growth is told: first what prices are, then what is real."""
    if step is None or step.since is None or step.price is None:
        return
    begin = step.since.low.in_mnok
    dearer = begin * (1 + step.price)
    for lane, (start, end, fill) in enumerate(
        ((begin, dearer, PRICES), (dearer, step.after.low.in_mnok, REAL))
    ):
        _part(frame, at, lane, sorted((start, end)), fill)


def _part(frame: Frame, at: int, lane: int, ends: Sequence[Any], fill: Fill) -> None:
    (left, middle), (right, _) = (frame.place(at, end) for end in ends)
    if right > left:
        frame.paper.box(left, middle + 0.18 + lane * _LANE, right - left, _LANE, fill)
