"""Where the boxes and lines of a tree stand on a page, in centimetres: parents over their children.

The tidy layout is Reingold and Tilford's (Tidier Drawings of Trees, IEEE TSE 7(2), 1981): each subtree knows
its outline on both sides, and they are pushed together until two outlines meet. Here boxes of one level
stand on one row in all trees, and lines keep their place on the rows that they pass.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from byvekst_cli.draw.paper import MARGIN
from byvekst_cli.draw.style import WIDTH
from byvekst_cli.governance.chart import Node

ACROSS: Final = 0.4
"""Between boxes side by side."""
_DOWN: Final = 0.8
_PILED: Final = 0.2
_STEM: Final = 0.3
"""From a box to the line that runs along it."""

Point = tuple[float, float]
Heights = Callable[[str, float], float]
"""How tall a box must be, by its id and width."""


@dataclass(frozen=True, slots=True)
class Box:
    """From the left and from the top."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Laid:
    """Every box by its id, the straight lines between them, and the height of it all."""

    boxes: Mapping[str, Box]
    lines: tuple[tuple[Point, Point], ...]
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One box or a pile of them, what stands beside the line down from it, and what is below."""

    ids: tuple[str, ...]
    row: int
    beside: tuple[str, ...]
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The middle of each branch, and how far the drawing goes to both sides on each row and below it."""

    middles: dict[Branch, float]
    sides: dict[int, tuple[float, float]]

    def moved(self, by: float) -> "_Shape":
        middles = {branch: at + by for branch, at in self.middles.items()}
        return _Shape(middles, {row: (left + by, right + by) for row, (left, right) in self.sides.items()})


def branches(nodes: Sequence[Node], alike: Callable[[Node], str]) -> tuple[Branch, ...]:
    """The trees; those without anybody below that are alike are piled under their common receiver."""
    below: dict[str | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.above, []).append(node)

    def hanging(above: str | None) -> Iterator[Branch]:
        piles: dict[str, list[Node]] = {}
        for node in below.get(above, []):
            if not node.is_beside:
                piles.setdefault(node.id if node.id in below else f"{node.row} {alike(node)}", []).append(
                    node
                )
        for pile in piles.values():
            own = below.get(pile[0].id, [])
            beside = tuple(each.id for each in own if each.is_beside)
            yield Branch(tuple(n.id for n in pile), pile[0].row, beside, tuple(hanging(pile[0].id)))

    return tuple(hanging(None))


def tree(roots: Sequence[Branch], width: float, heights: Heights) -> Laid | None:
    """The trees side by side with boxes of one width; None where the page is too narrow for them."""
    shape = _side_by_side([_shape(root, width) for root in roots])
    left = min(side for side, _ in shape.sides.values())
    right = max(side for _, side in shape.sides.values())
    if right - left > WIDTH - 2 * MARGIN:
        return None
    middles = shape.moved((WIDTH - left - right) / 2).middles
    tall = _levelled(list(middles), width, heights)
    tops, bottom = _tops(list(middles), tall)
    boxes: dict[str, Box] = {}
    for branch, middle in middles.items():
        boxes |= _boxes(branch, middle, tops, width, tall)
    lines = [line for branch in middles for line in _lines(branch, middles, boxes, tops)]
    return Laid(boxes, tuple(lines), bottom)


def _shape(branch: Branch, width: float) -> _Shape:
    shapes = [_passing(_shape(child, width), child, branch.row, width) for child in branch.below]
    below = _side_by_side(shapes)
    ends = [_anchor(child, below.middles[child], width) for child in branch.below]
    middle = (ends[0] + ends[-1]) / 2 if ends else 0.0
    stem = _STEM if len(branch.ids) > 1 else 0.0
    sides = below.sides | {2 * branch.row: (middle - width / 2 - stem, middle + width / 2)}
    if branch.below or branch.beside:
        reach = [_STEM + width if len(branch.beside) > side else 0.0 for side in (1, 0)]
        sides[2 * branch.row + 1] = (middle - reach[0], middle + reach[1])
    return _Shape(below.middles | {branch: middle}, sides)


def _passing(shape: _Shape, branch: Branch, above: int, width: float) -> _Shape:
    """With the line that comes down to it, past the rows between."""
    at = _anchor(branch, shape.middles[branch], width)
    passed = dict.fromkeys(range(2 * above + 2, 2 * branch.row), (at, at))
    return _Shape(shape.middles, passed | shape.sides)


def _side_by_side(shapes: Iterable[_Shape]) -> _Shape:
    middles: dict[Branch, float] = {}
    sides: dict[int, tuple[float, float]] = {}
    for shape in shapes:
        gaps = [sides[row][1] + ACROSS - left for row, (left, _) in shape.sides.items() if row in sides]
        moved = shape.moved(max(gaps, default=0.0))
        middles |= moved.middles
        for row, (left, right) in moved.sides.items():
            sides[row] = (
                (min(left, sides[row][0]), max(right, sides[row][1])) if row in sides else (left, right)
            )
    return _Shape(middles, sides)


def _levelled(all_: Sequence[Branch], width: float, heights: Heights) -> dict[str, float]:
    """How tall each box is: as tall as it must be, and those alone on a row as tall as each other."""
    tall = {id: heights(id, width) for branch in all_ for id in (*branch.ids, *branch.beside)}
    alone: dict[int, list[str]] = {}
    for branch in all_:
        if len(branch.ids) == 1:
            alone.setdefault(branch.row, []).append(branch.ids[0])
    return tall | {id: max(tall[each] for each in ids) for ids in alone.values() for id in ids}


def _tops(all_: Sequence[Branch], tall: Mapping[str, float]) -> tuple[dict[int, float], float]:
    """Where each row begins, and what is beside the lines down from it; and where everything ends."""
    needed: dict[int, float] = {}
    for branch in all_:
        pile = sum(tall[id] + _PILED for id in branch.ids) - _PILED
        strip = sum(_STEM + max(tall[id] for id in pair) for pair in _pairs(branch.beside))
        for line, height in ((2 * branch.row, pile), (2 * branch.row + 1, strip)):
            needed[line] = max(needed.get(line, 0.0), height)
    tops, top = {}, 0.0
    for line in sorted(needed):
        tops[line] = top
        top += needed[line] + (_DOWN if line % 2 else 0.0)
    return tops, top - _DOWN


def _boxes(
    branch: Branch, middle: float, tops: Mapping[int, float], width: float, tall: Mapping[str, float]
) -> Iterator[tuple[str, Box]]:
    top = tops[2 * branch.row]
    for id in branch.ids:
        yield id, Box(middle - width / 2, top, width, tall[id])
        top += tall[id] + _PILED
    top = tops[2 * branch.row + 1]
    for pair in _pairs(branch.beside):
        for id, left in zip(pair, (middle + _STEM, middle - _STEM - width), strict=False):
            yield id, Box(left, top + _STEM, width, tall[id])
        top += _STEM + max(tall[id] for id in pair)


def _pairs(beside: Sequence[str]) -> list[Sequence[str]]:
    return [beside[at : at + 2] for at in range(0, len(beside), 2)]


def _lines(
    branch: Branch, middles: Mapping[Branch, float], boxes: Mapping[str, Box], tops: Mapping[int, float]
) -> Iterator[tuple[Point, Point]]:
    """Down from a box, to those beside, and across to those below; no stretch twice."""
    box = boxes[branch.ids[-1]]
    middle, bottom = middles[branch], box.top + box.height
    for id in branch.beside:
        near = min(boxes[id].left, boxes[id].left + box.width, key=lambda side: abs(side - middle))
        yield (middle, boxes[id].middle), (near, boxes[id].middle)
    if not branch.below:
        ends = [boxes[id].middle for id in branch.beside]
        yield from [((middle, bottom), (middle, max(ends)))] if ends else []
        return
    across = tops[2 * branch.row + 2] - _DOWN / 2
    anchors = [_anchor(child, middles[child], box.width) for child in branch.below]
    yield (middle, bottom), (middle, across)
    yield (min(middle, *anchors), across), (max(middle, *anchors), across)
    for child, at in zip(branch.below, anchors, strict=True):
        last = boxes[child.ids[-1]]
        yield (at, across), (at, last.top if len(child.ids) == 1 else last.middle)
        for id in child.ids if len(child.ids) > 1 else ():
            yield (at, boxes[id].middle), (boxes[id].left, boxes[id].middle)


def _anchor(branch: Branch, middle: float, width: float) -> float:
    """Where the line comes down: to the middle of a box, and along the left of a pile."""
    return middle if len(branch.ids) == 1 else middle - width / 2 - _STEM
