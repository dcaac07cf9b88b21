"""Boxes below each other, moved in under the one they hang from: for trees too wide for a page."""

from collections.abc import Iterator, Sequence
from typing import Final

from byvekst_cli.draw.paper import MARGIN
from byvekst_cli.draw.style import WIDTH
from byvekst_cli.draw.tree import Box, Heights, Laid, Point
from byvekst_cli.governance.chart import Node

_IN: Final = 0.8
_NARROWEST: Final = 7.0
_BETWEEN: Final = 0.2


def outline(nodes: Sequence[Node], heights: Heights) -> Laid:
    """Every body after the one it reports to."""
    rows = list(_rows(nodes))
    deepest = max(depth for _, depth in rows)
    step = min(_IN, (WIDTH - 2 * MARGIN - _NARROWEST) / max(deepest, 1))
    boxes: dict[str, Box] = {}
    lines: list[tuple[Point, Point]] = []
    stems: dict[str, tuple[Point, Point]] = {}
    top = 0.0
    for node, depth in rows:
        left = MARGIN + depth * step
        width = WIDTH - MARGIN - left
        box = boxes[node.id] = Box(left, top, width, heights(node.id, width))
        if node.above is not None:
            above = boxes[node.above]
            at = above.left + step / 2
            lines.append(((at, box.middle), (left, box.middle)))
            stems[node.above] = ((at, above.top + above.height), (at, box.middle))
        top += box.height + _BETWEEN
    return Laid(boxes, (*lines, *stems.values()), top - _BETWEEN)


def _rows(nodes: Sequence[Node]) -> Iterator[tuple[Node, int]]:
    below: dict[str | None, list[Node]] = {}
    for node in nodes:
        below.setdefault(node.above, []).append(node)
    waiting = [(node, 0) for node in reversed(below.get(None, []))]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(each, depth + 1) for each in reversed(below.get(node.id, []))]
