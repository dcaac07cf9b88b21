"""What the order hangs on: weights that turn it, effects that matter most, and how often each comes where."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.language.scored import drawn_share, percent, points
from byvekst_cli.pack.scores import Row, Scores
from byvekst_cli.report.grid import Grid
from byvekst_cli.value.first_turn import first_turns
from byvekst_cli.value.smaa import Acceptability, error
from byvekst_cli.value.tornado import Bar, tornado

_BARS: Final = 10
"""The uncertainties that are shown; the rest are in the JSON."""
_FIRST: Final = 3
_MOST: Final = 0.9
"""The share of draws that a project's usual places hold."""


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What was drawn, and the rows whose value the uncertainties are told for: those of a programme, or all.

    `ahead[j][k]` is how often row j is worth more than row k.
    """

    found: Scores
    drawn: Acceptability
    ahead: tuple[tuple[float, ...], ...]
    portfolio: Sequence[Row]
    programme: str | None = None

    @property
    def bars(self) -> dict[str, tuple[Bar, ...]]:
        """By profile, the widest first."""
        criteria = [measure.id for measure in self.found.values.measures]
        projects = [row.scored for row in self.portfolio]
        return {name: tornado(projects, criteria, each.point) for name, each in self.found.sets.items()}


def sensitivity_grids(told: Sensitivity, say: Say) -> list[Grid]:
    """Turns of the order, the tornado of the portfolio, and rank acceptability."""
    return [_turn_grid(told.found, say), *_tornado_grids(told, say), _place_grid(told, say)]


def sensitivity_notes(told: Sensitivity, drawn_in: Sequence[str], say: Say) -> list[str]:
    """How many were drawn, from which weights, and how far off the shares can be."""
    drawn = told.drawn
    notes = [
        say("score-turn-note"),
        say("score-tornado-note", n=len(told.portfolio), programme=told.programme),
    ]
    largest = points(Fraction(error(drawn.draws)) * 100, say, 1)
    notes.append(say("score-drawn-note", n=drawn.draws, seed=str(drawn.seed), error=largest))
    if drawn_in:
        notes.append(say("score-drawn-in-note", profiles=tuple(drawn_in)))
    else:
        notes.append(say("score-drawn-all-note"))
    return notes


def _turn_grid(found: Scores, say: Say) -> Grid:
    """By profile and criterion: the nearest weight at which some two projects change places."""
    rows = []
    for name, chosen in found.sets.items():
        turns = first_turns(found.likely, chosen.point)
        for measure, weight, turn in zip(found.values.measures, chosen.point, turns, strict=True):
            cells = [found.values.names[name], measure.criterion.name, percent(weight, say, 1)]
            if turn is None:
                rows.append([*cells, say("score-never"), ""])
            else:
                pair = f"{found.rows[turn.one].scored.id} – {found.rows[turn.other].scored.id}"
                rows.append([*cells, percent(turn.weight, say, 1), pair])
    names = ("profile", "criterion", "weight", "turns-at", "pair")
    return Grid(say("score-turn"), [say(f"score-{name}") for name in names], rows, numbers=(2, 3))


def _tornado_grids(told: Sensitivity, say: Say) -> list[Grid]:
    names = {measure.id: measure.criterion.name for measure in told.found.values.measures}
    grids = []
    for profile, bars in told.bars.items():
        rows = [[_source(bar, names, say), *_ends(bar, say)] for bar in bars[:_BARS]]
        title = say("score-tornado", profile=told.found.values.names[profile])
        head = [say(f"score-{name}") for name in ("uncertainty", "at-weak", "at-strong", "width")]
        grids.append(Grid(title, head, rows or [[say("score-nothing"), "", "", ""]]))
    return grids


def _ends(bar: Bar, say: Say) -> list[str]:
    return [points(end, say, 1) for end in (bar.weak, bar.strong, bar.width)]


def _source(bar: Bar, names: dict[str, str], say: Say) -> str:
    project, what = bar.source
    if project:
        return f"{project} {names[what]}"
    return say("score-driver-of", driver=what, n=bar.effects)


def _place_grid(told: Sensitivity, say: Say) -> Grid:
    """How often first, among the first three, and the places that hold nine of ten draws; by value."""
    found = told.found.rows
    order = sorted(range(len(found)), key=lambda at: (sum(found[at].place), found[at].scored.id))
    rows = []
    for at, below in zip(order, [*order[1:], None], strict=True):
        places = told.drawn.places[at]
        low, high = usual(places)
        rows.append([
            found[at].scored.id,
            drawn_share(places[0], say),
            drawn_share(min(sum(places[:_FIRST]), 1.0), say),
            str(low) if low == high else say("score-reach", low=str(low), high=str(high)),
            "" if below is None else drawn_share(told.ahead[at][below], say),
        ])  # fmt: skip
    head = [say(f"score-{name}", n=_FIRST) for name in ("project", "first", "among", "usually", "ahead")]
    return Grid(say("score-places"), head, rows)


def usual(places: Sequence[float]) -> tuple[int, int]:
    """The places from the 5th to the 95th per cent of the draws."""
    tail = (1 - _MOST) / 2
    sums = [round(each, 12) for each in accumulate(places)]
    low = next(at for at, share in enumerate(sums, 1) if share > tail)
    high = next((at for at, share in enumerate(sums, 1) if share >= 1 - tail), len(sums))
    return low, high
