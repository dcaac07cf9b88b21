"""The picture of all goals of an area: a row each, with the three answers beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from byvekst_cli.draw.bars import Scale
from byvekst_cli.draw.curves import LINE, TARGET
from byvekst_cli.draw.paper import (
    MARGIN,
    Block,
    Paper,
    composed,
    heading,
    line_height,
    notes,
    paragraph,
    wrapped,
)
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import INK, PAPER, RULE, SMALL, SOFT, TEXT, WIDTH
from byvekst_cli.goals.runs import certain_first
from byvekst_cli.goals.standing import Judged, Seen, Standing, State
from byvekst_cli.language import Say
from byvekst_cli.language.readings import figure, not_said, verdict
from byvekst_cli.language.say import safe

_FORMAL: Final = (MARGIN, 4.2)
_NUMBERS: Final = (4.9, 11.2)
_POLITICAL: Final = (11.9, WIDTH - MARGIN)
_LINE: Final = line_height(SMALL)
_BAR: Final = 0.5
"""Centimetres that a bar takes above its words."""
_SHAPES: Final[dict[State | None, dict[str, Any]]] = {
    State.WITHIN: {"marker": "o", "mfc": INK},
    State.BEYOND: {"marker": "^", "mfc": INK},
    State.OPEN: {"marker": "D", "mfc": PAPER},
    State.UNTOLD: {"marker": "s", "mfc": PAPER},
    None: {"marker": "_"},
}


@dataclass(frozen=True, slots=True)
class Row:
    """A goal and its answers in words; `state` and `seen` are None where there is nothing to draw.

    `is_brief` where no rule and no figure is registered, so that a line is enough.
    """

    name: str
    state: State | None
    formal: str
    seen: Seen | None
    statistical: str
    political: str
    is_brief: bool = False


def goal_overview(name: str, day: date, found: Sequence[Standing], marks: Sequence[str], say: Say) -> Picture:
    """What is called so, on a day: bars on one scale of per cent; `marks` are sentences on all figures."""
    title, about = (
        say("chart-overview-title"),
        say("chart-overview-about", area=safe(name), day=day),
    )
    rows = [row_of(each, say) for each in found]
    blocks = heading(title, about)
    if rows:
        scale = _scale(rows)
        blocks += [_heads(scale, say), *((_brief(row) if row.is_brief else _row(row, scale)) for row in rows)]
    else:
        blocks += [paragraph(say("no-goals"), TEXT)]
    told = {
        "chart-overview-marks": any(row.seen for row in rows),
        "chart-overview-brief": any(row.is_brief for row in rows),
    }
    blocks += notes([*(say(mark) for mark, holds in told.items() if holds), *marks])
    return Picture(composed(blocks), title, goal_overview_alt(name, day, found, marks, say))


def goal_overview_alt(name: str, day: date, found: Sequence[Standing], marks: Sequence[str], say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    rows = [row_of(each, say) for each in found]
    told = [
        say(
            "chart-overview-alt",
            goal=row.name,
            formal=row.formal,
            statistical=row.statistical,
            political=row.political,
        )
        for row in rows
    ]
    about = say("chart-overview-about", area=safe(name), day=day)
    return " ".join([f"{say('chart-overview-title')}. {about}", *(told or [say("no-goals")]), *marks])


def row_of(standing: Standing, say: Say) -> Row:
    """The answers of one goal: the last rule in force, the first certain series, the last evaluation."""
    state, formal = _formal(standing, say)
    seen = next(iter(certain_first(standing)), None)
    told = [seen] if seen else list(standing.seen[:2])
    statistical = " ".join(figure(each, say) for each in told) or say("chart-no-figures")
    last = max(standing.judged, key=lambda each: each.evaluation.year, default=None)
    political = _judged(last, say) if last else say("chart-no-verdict")
    is_brief = not standing.seen and all(each.is_unstated for each in standing.formal)
    return Row(safe(standing.goal.name), state, formal, seen, statistical, political, is_brief)


def _formal(standing: Standing, say: Say) -> tuple[State | None, str]:
    known = [each for each in standing.formal if each.seen is not None]
    if not known:
        tried = any(not each.is_unstated for each in standing.formal)
        return None, say("chart-state-no-figure" if tried else "chart-state-none")
    last = known[-1]
    if last.state is State.UNTOLD and last.seen is not None and last.seen.target is not None:
        return last.state, not_said(last, say)
    return last.state, say(f"chart-state-{last.state.value}")


def _judged(judged: Judged, say: Say) -> str:
    return f"{judged.evaluation.year}: {verdict(judged, say)}"


def _heads(scale: Scale | None, say: Say) -> Block:
    """What each column is, and the scale of the bars."""

    def draw(paper: Paper, top: float) -> None:
        places = zip((_FORMAL, _NUMBERS, _POLITICAL), ("formal", "statistical", "political"), strict=True)
        for (left, _), name in places:
            paper.text(left, top + line_height(TEXT) / 2, say(f"goal-{name}"), TEXT, color=SOFT)
        for tick, words in scale.ticks(say) if scale else ():
            paper.text(tick, top + line_height(TEXT) + _LINE / 2, words, SMALL, ha="center", color=SOFT)

    return Block(line_height(TEXT) + (_LINE if scale else 0.0) + 0.1, draw)


def _row(row: Row, scale: Scale | None) -> Block:
    formal = wrapped(row.formal, _FORMAL[1] - _FORMAL[0] - 0.45, SMALL)
    numbers = wrapped(row.statistical, _NUMBERS[1] - _NUMBERS[0], SMALL)
    political = wrapped(row.political, _POLITICAL[1] - _POLITICAL[0], SMALL)
    names = wrapped(row.name, WIDTH - 2 * MARGIN, TEXT, bold=True)
    head = len(names) * line_height(TEXT) + 0.16
    bar = _BAR if row.seen else 0.0
    height = head + max(len(formal), len(political), len(numbers) + bar / _LINE) * _LINE + 0.2

    def draw(paper: Paper, top: float) -> None:
        paper.line((MARGIN, top), (WIDTH - MARGIN, top))
        for at, line in enumerate(names):
            paper.text(MARGIN, top + 0.1 + (at + 0.5) * line_height(TEXT), line, weight="bold")
        below = top + head
        place = (MARGIN + 0.14, below + _LINE / 2)
        paper.line(place, place, ls="none", mec=INK, mew=1, ms=5.5, **_SHAPES[row.state])
        _words(paper, formal, _FORMAL[0] + 0.45, below, INK)
        if row.seen is not None and scale is not None:
            _interval(paper, row.seen, scale, below + 0.2)
        _words(paper, numbers, _NUMBERS[0], below + bar, INK if row.seen else SOFT)
        _words(paper, political, _POLITICAL[0], below, INK)

    return Block(height, draw)


def _brief(row: Row) -> Block:
    names = wrapped(row.name, _NUMBERS[1] - MARGIN, TEXT, bold=True)
    political = wrapped(row.political, _POLITICAL[1] - _POLITICAL[0], SMALL)
    step = line_height(TEXT)
    height = max(len(names) * step, len(political) * _LINE) + 0.2

    def draw(paper: Paper, top: float) -> None:
        paper.line((MARGIN, top), (WIDTH - MARGIN, top))
        for at, line in enumerate(names):
            paper.text(MARGIN, top + 0.1 + (at + 0.5) * step, line, weight="bold")
        _words(paper, political, _POLITICAL[0], top + 0.1 + (step - _LINE) / 2, INK)

    return Block(height, draw)


def _words(paper: Paper, lines: Sequence[str], left: float, top: float, colour: str) -> None:
    for at, line in enumerate(lines):
        paper.text(left, top + (at + 0.5) * _LINE, line, SMALL, color=colour)


def _scale(rows: Sequence[Row]) -> Scale | None:
    """One for all bars, from zero or below to above every interval; None where nothing has a bar."""
    found = [row.seen for row in rows if row.seen]
    if not found:
        return None
    ends = [
        end
        for each in found
        for end in (each.reading.value, each.reading.low, each.reading.high, each.target)
    ]
    known = [Decimal(repr(end)) for end in ends if end is not None]
    reach = (min(known), max(known))
    return Scale.over([reach], [0.0], _NUMBERS[0] + 0.2, _NUMBERS[1] - 0.2)


def _interval(paper: Paper, seen: Seen, scale: Scale, middle: float) -> None:
    """The bar, its dot, and the target or else zero as a line across."""
    at = scale.at
    reading, half = seen.reading, 0.2
    paper.line((_NUMBERS[0], middle), (_NUMBERS[1], middle), color=RULE, zorder=1)
    if seen.target is None:
        paper.line((at(0), middle - half), (at(0), middle + half), color=SOFT, lw=0.8, zorder=2)
    else:
        place = at(seen.target)
        paper.line(
            (place, middle - half), (place, middle + half), color=TARGET, lw=1.4, ls=(0, (3, 1.5)), zorder=2
        )
    if reading.low is not None and reading.high is not None:
        ends = [(at(bound), middle) for bound in (reading.low, reading.high)]
        paper.line(*ends, color=INK, lw=1.4, marker="|", ms=6, mew=1.4, zorder=3)
    dot = (at(reading.value), middle)
    paper.line(dot, dot, ls="none", marker="o", ms=5, mfc=LINE, mec=PAPER, mew=0.6, zorder=4)
