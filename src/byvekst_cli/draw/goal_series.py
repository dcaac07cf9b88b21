"""The picture of how a goal's indicators have moved: a field for each series, all on one scale."""

from collections.abc import Sequence
from typing import Final

from byvekst_cli.draw.fields import Place, Scale, draw_field, height_of, scale_of
from byvekst_cli.draw.paper import MARGIN, Block, Paper, composed, heading, notes, paragraph
from byvekst_cli.draw.picture import Picture
from byvekst_cli.draw.style import INK, SMALL, TEXT, WIDTH
from byvekst_cli.draw.times import Time, times
from byvekst_cli.goals.runs import Shown, shown
from byvekst_cli.goals.standing import Seen, Standing
from byvekst_cli.goals.told import OF_CHANGE, readings
from byvekst_cli.language import Say
from byvekst_cli.language.readings import aimed, amount_of, figure, measured, up_to
from byvekst_cli.language.say import safe
from byvekst_cli.model.indicator import Comparison

_TALL: Final = 3.4
_LOW: Final = 2.2
"""Centimetres of a field: of changes, and of levels, which have few values."""


def goal_series(name: str, standing: Standing, marks: Sequence[str], say: Say) -> Picture:
    """The goal of an area that is called so; `marks` are sentences on all its figures."""
    found = shown(standing)
    title = say("chart-goal-title", goal=safe(standing.goal.name))
    about = say("chart-goal-about", area=safe(name))
    blocks = heading(title, about if _has_lines(found) else f"{safe(name)}.")
    blocks += _panels(found, say) or [paragraph(say("chart-goal-nothing"), TEXT)]
    blocks += notes([*_remarks(found, say), *marks])
    return Picture(composed(blocks), title, goal_series_alt(name, standing, marks, say))


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
    told = {
        "chart-goal-joined": _has_lines(found),
        "chart-goal-shade": _has_lines(found) and any(each.series.circumstances for each in found.drawn),
        "chart-goal-points": len(bare) < len(points),
        "chart-goal-points-bare": bool(bare),
    }
    named = [safe(each.series.name) for each in found.named]
    remarks = [say(name) for name, holds in told.items() if holds]
    return remarks + ([say("chart-goal-named", series=say.listed(named, "and"))] if named else [])


def _panels(found: Shown, say: Say) -> list[Block]:
    """All changes on one scale of time and of per cent; each level on its own, from zero."""
    changes = [each for each in found.drawn if each.series.comparison in OF_CHANGE]
    return [
        block
        for seen in found.drawn
        for block in _panel(
            seen,
            scale_of(changes if seen in changes else [seen], say),
            times(changes if seen in changes else [seen], say)
            if seen in (*changes[:1], *_levels(found))
            else (),
            say,
        )
    ]


def _levels(found: Shown) -> list[Seen]:
    return [each for each in found.drawn if each.series.comparison not in OF_CHANGE]


def _panel(seen: Seen, scale: Scale, named: Sequence[Time], say: Say) -> list[Block]:
    period = up_to(seen, say)
    told = f"{period[:1].upper()}{period[1:]}: {measured(seen, say)}"
    tall = _TALL if seen.series.comparison in OF_CHANGE else _LOW

    def draw(paper: Paper, top: float) -> None:
        draw_field(paper, Place(top, MARGIN, WIDTH - MARGIN, tall), seen, scale, named, say)

    return [
        paragraph(safe(seen.series.name), TEXT, colour=INK, bold=True, below=0.0),
        paragraph(told, SMALL, colour=INK, below=0.0),
        Block(height_of(named, tall), draw),
    ]
