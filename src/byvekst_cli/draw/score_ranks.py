"""The picture of which places each project can have over all weights and effects."""

from collections.abc import Sequence
from typing import Final

from byvekst_cli.draw.paper import (
    MARGIN,
    Block,
    Paper,
    composed,
    heading,
    line_height,
    notes,
    width_of,
    wrapped,
)
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.score_marks import marked, unknown_notes
from byvekst_cli.draw.style import FILLS, INK, SMALL, SOFT, TEXT, WIDTH
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.language.scored import places
from byvekst_cli.pack.scores import Row, Scores

_LABELS: Final = 6.0
_BAR: Final = 0.3
_LEAST: Final = 0.2


def score_ranks(found: Scores, title: str, marks: Sequence[str], say: Say) -> Picture:
    """A line a project from its first possible place to its last, those that can be first on top."""
    remarks = [say("score-chart-ranks-note"), *unknown_notes(found, say), *marks]
    blocks = [*heading(say("score-chart-ranks"), title), _lines(_sorted(found), say), *notes(remarks)]
    alt = score_ranks_alt(found, title, marks, say)
    return Picture(composed(blocks), say("score-chart-ranks"), alt)


def score_ranks_alt(found: Scores, title: str, marks: Sequence[str], say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    told = "; ".join(
        f"{row.scored.id}: {marked(places(row.place, row.rank, say), row)}" for row in _sorted(found)
    )
    return safe(" ".join([f"{say('score-chart-ranks')}. {title}.", f"{told}.", *marks]))


def _sorted(found: Scores) -> list[Row]:
    return sorted(found.rows, key=lambda row: (sum(row.place), row.place, row.scored.id))


def _lines(rows: Sequence[Row], say: Say) -> Block:
    labels = [wrapped(_label(row), _LABELS, TEXT) for row in rows]
    heights = [max(_BAR + 0.2, len(label) * line_height(TEXT) + 0.14) for label in labels]
    left = MARGIN + max(width_of(line, TEXT) for label in labels for line in label) + 0.4
    right = WIDTH - MARGIN - width_of("10–10 (10–10°)", TEXT) - 0.4

    def across(place: int) -> float:
        return left + (right - left) * (place - 1) / max(len(rows) - 1, 1)

    def draw(paper: Paper, top: float) -> None:
        down = top + sum(heights)
        for number in _ticks(len(rows)):
            paper.line((across(number), top), (across(number), down), zorder=0)
            paper.text(across(number), down + 0.2, str(number), SMALL, ha="center", color=SOFT)
        for row, label, height in zip(rows, labels, heights, strict=True):
            middle = top + height / 2
            for at, line in enumerate(label):
                paper.text(MARGIN, middle + (at - (len(label) - 1) / 2) * line_height(TEXT), line)
            _interval(paper, (across(row.rank.best), across(row.rank.worst)), middle)
            _likely(paper, (across(row.place[0]), across(row.place[1])), middle)
            paper.text(right + 0.35, middle, places(row.place, row.rank, say))
            top += height

    return Block(sum(heights) + line_height(SMALL) + 0.3, draw)


def _interval(paper: Paper, ends: tuple[float, float], middle: float) -> None:
    """A thin line with a mark at each end."""
    paper.line((ends[0], middle), (ends[1], middle), color=INK, lw=1.2, zorder=3)
    for end in dict.fromkeys(ends):
        paper.line((end, middle - _BAR / 3), (end, middle + _BAR / 3), color=INK, lw=1.2, zorder=3)


def _likely(paper: Paper, ends: tuple[float, float], middle: float) -> None:
    """A bar, wide enough to be seen where it is one place."""
    low, high = ends
    paper.box(low - _LEAST / 2, middle - _BAR / 2, high - low + _LEAST, _BAR, FILLS[0])


def _ticks(n: int) -> list[int]:
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, n) if n / each <= 12)
    return [1, *(number for number in range(step, n + 1, step) if number > 1)]


def _label(row: Row) -> str:
    named = f"{row.scored.id} {row.scored.project.name if row.scored.project else ''}".strip()
    return safe(marked(named, row))
