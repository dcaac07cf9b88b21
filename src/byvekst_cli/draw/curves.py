"""Values in a field: a line with its band where values may be joined, else points with error bars."""

from collections.abc import Sequence
from typing import Final

from byvekst_cli.draw.axes import Field
from byvekst_cli.draw.paper import line_height, width_of
from byvekst_cli.draw.style import INK, PAPER, SMALL, TEXT
from byvekst_cli.goals.reading import Reading
from byvekst_cli.goals.runs import runs
from byvekst_cli.goals.standing import Seen
from byvekst_cli.language import Say
from byvekst_cli.language.readings import aimed, amount_of
from byvekst_cli.model.indicator import Comparison

BAND: Final = "#a9cbe3"
LINE: Final = "#0072b2"
TARGET: Final = "#7a3200"
_DASHES: Final = (0, (5, 2.5))


def curve(field: Field, seen: Seen) -> None:
    """The whole series, each stretch by itself."""
    for run in runs(seen):
        if seen.series.comparison is Comparison.ROLLING and len(run) > 1:
            _band(field, [each for each in run if each.low is not None])
            field.paper.line(*(field.at(each) for each in run), color=LINE, lw=1.6, zorder=4)
        else:
            for each in run:
                _point(field, each)
    across, down = field.at(seen.reading)
    field.paper.line((across, down), (across, down), ls="none", marker="o", ms=5, **_MARK)


_MARK: Final = {"mfc": LINE, "mec": PAPER, "mew": 0.6, "zorder": 5}


def _band(field: Field, run: Sequence[Reading]) -> None:
    if len(run) < 2:
        return
    lower = [(field.at(each)[0], field.down(each.low)) for each in run if each.low is not None]
    upper = [(field.at(each)[0], field.down(each.high)) for each in run if each.high is not None]
    field.paper.surface([*lower, *reversed(upper)], fc=BAND, alpha=0.75, zorder=2)
    for edge in (lower, upper):  # in grey the band is as dark as a shaded time
        field.paper.line(*edge, color=LINE, lw=0.5, zorder=3)


def _point(field: Field, reading: Reading) -> None:
    across, down = field.at(reading)
    if reading.low is not None and reading.high is not None:
        ends = [(across, field.down(bound)) for bound in (reading.low, reading.high)]
        field.paper.line(*ends, color=INK, lw=1.1, marker="_", ms=6, mew=1.1, zorder=4)
    field.paper.line((across, down), (across, down), ls="none", marker="o", ms=5, **_MARK)


def aim(field: Field, value: float) -> None:
    """The target as a dashed line."""
    down = field.down(value)
    field.paper.line((field.left, down), (field.right, down), color=TARGET, lw=1.3, ls=_DASHES, zorder=3)


def end_words(field: Field, seen: Seen, say: Say) -> None:
    """The last value and the target to the right of the field, moved apart where they would meet."""
    value = field.down(seen.reading.value)
    if seen.target is not None:
        own = field.down(seen.target)
        apart = line_height(TEXT) + 0.02
        if abs(value - own) < apart:
            middle, side = (value + own) / 2, 1 if own >= value else -1
            value, own = middle - side * apart / 2, middle + side * apart / 2
        field.paper.text(
            field.right + 0.15, own, say("chart-target", target=aimed(seen.target, say)), SMALL, color=TARGET
        )
    field.paper.text(field.right + 0.15, value, amount_of(seen, say), TEXT, weight="bold", color=LINE)


def words_width(seen: Seen, say: Say) -> float:
    """Centimetres that `end_words` takes."""
    own = _aim_words(seen.target, say) if seen.target is not None else ""
    return max(width_of(amount_of(seen, say), TEXT, bold=True), width_of(own, SMALL)) + 0.2


def _aim_words(target: float, say: Say) -> str:
    return say("chart-target", target=aimed(target, say))
