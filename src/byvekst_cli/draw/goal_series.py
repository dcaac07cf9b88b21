"""The picture of how a goal's indicators have moved: a field for each series, all on one scale."""

from collections.abc import Iterator, Sequence
from typing import Final

from byvekst_cli.draw.fields import Place, Scale, draw_field, height_of, scale_of
from byvekst_cli.draw.paper import MARGIN, Block, Paper, composed, heading, notes, paragraph
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import INK, SMALL, TEXT, WIDTH
from byvekst_cli.draw.times import Time, times
from byvekst_cli.goals.runs import Shown, shown
from byvekst_cli.goals.standing import Seen, Standing
from byvekst_cli.goals.told import readings
from byvekst_cli.language import Say
from byvekst_cli.language.readings import aimed, amount_of, figure, measured, up_to
from byvekst_cli.language.say import safe
from byvekst_cli.model.indicator import Comparison

_TALL: Final = 3.4
_LEAST: Final = 2.2
_LOW: Final = 1.8
"""Centimetres of a field: of changes, at most and at least, and of levels, which have few values."""
_MOST: Final = 16.5
"""Centimetres of a picture that still stands on a page without being made smaller."""


def goal_series(name: str, standing: Standing, marks: Sequence[str], say: Say) -> Picture:
    """The goal of an area that is called so; `marks` are sentences on all its figures."""
    found = shown(standing)
    title = say("chart-goal-title", goal=safe(standing.goal.name))
    about = say("chart-goal-about", area=safe(name))
    blocks = heading(title, about if _has_lines(found) else f"{safe(name)}.")
    below = notes([*_remarks(found, say), *marks])
    over = sum(each.height for each in (*blocks, *_panels(found, _TALL, say), *below)) - _MOST
    tall = max(_LEAST, min(_TALL, _TALL - over / max(len(found.changes), 1)))
    blocks += _panels(found, tall, say) or [paragraph(say("chart-goal-nothing"), TEXT)]
    return Picture(composed([*blocks, *below]), title, goal_series_alt(name, standing, marks, say))


def goal_series_alt(name: str, standing: Standing, marks: Sequence[str], say: Say) -> str:
    """What the picture shows, for those who do not see it."""
    found = shown(standing)
    said = [sentence for seen in found.drawn for sentence in told(seen, say)]
    names = "; ".join(time.name for time in times(found.drawn, say))
    said += [say("chart-times-alt", times=names)] if names else []
    begins = f"{say('chart-goal-title', goal=safe(standing.goal.name))}. {safe(name)}."
    return " ".join([begins, *(said or [say("chart-goal-nothing")]), *_remarks(found, say), *marks])


def told(seen: Seen, say: Say) -> list[str]:
    """One series in sentences: the last value, the way there, the target and what is marked."""
    own = readings(seen.series)
    low, high = (pick(own, key=lambda each: each.value) for pick in (min, max))
    sentences = [figure(seen, say)]
    if len(own) > 1:
        ends = {"first": own[0].period, "last": own[-1].period}
        lowest = {"low": amount_of(seen, say, low), "when_low": low.period}
        highest = {"high": amount_of(seen, say, high), "when_high": high.period}
        sentences.append(say("chart-goal-course", **ends, **lowest, **highest))
    if seen.target is not None:
        sentences.append(say("chart-target-alt", target=aimed(seen.target, say)))
    return sentences


def _has_lines(found: Shown) -> bool:
    return any(each.series.comparison is Comparison.ROLLING for each in found.drawn)


def _remarks(found: Shown, say: Say) -> list[str]:
    points = [each for each in found.drawn if each.series.comparison is not Comparison.ROLLING]
    bare = [each for each in points if each.reading.official is None]
    holding = {
        "chart-goal-joined": _has_lines(found),
        "chart-goal-shade": _has_lines(found) and any(each.series.circumstances for each in found.drawn),
        "chart-goal-points": len(bare) < len(points),
        "chart-goal-points-bare": bool(bare),
    }
    named = [safe(each.series.name) for each in found.named]
    remarks = [say(name) for name, holds in holding.items() if holds]
    remarks += (
        [say("chart-goal-lone", figures=" ".join(figure(each, say) for each in found.lone))]
        if found.lone
        else []
    )
    return remarks + ([say("chart-goal-named", series=say.listed(named, "and"))] if named else [])


def _panels(found: Shown, tall: float, say: Say) -> list[Block]:
    """All changes on one scale of time and of per cent; all levels in one unit on another, from zero."""
    blocks = list(_group(found.changes, tall, say))
    for unit in dict.fromkeys(each.indicator.unit for each in found.levels):
        blocks += _group([each for each in found.levels if each.indicator.unit is unit], _LOW, say)
    return blocks


def _group(like: Sequence[Seen], tall: float, say: Say) -> Iterator[Block]:
    if like:
        scale, marked = scale_of(like, say), times(like, say)
        for at, seen in enumerate(like):
            yield from _panel(seen, scale, marked, tall, say, named=at == 0)


def _panel(
    seen: Seen, scale: Scale, marked: Sequence[Time], tall: float, say: Say, *, named: bool
) -> list[Block]:
    period = up_to(seen, say)
    told = f"{period[:1].upper()}{period[1:]}: {measured(seen, say)}"

    def draw(paper: Paper, top: float) -> None:
        draw_field(paper, Place(top, MARGIN, WIDTH - MARGIN, tall), seen, scale, marked, say, named=named)

    return [
        paragraph(safe(seen.series.name), TEXT, colour=INK, bold=True, below=0.0),
        paragraph(told, SMALL, colour=INK, below=0.0),
        Block(height_of(marked if named else (), tall), draw),
    ]
