"""Which candidates are in every programme worth considering (Robust Portfolio Modeling).

Liesiö, Mild & Salo (2007): one programme dominates another when it is worth at least as much with all
weights and effects that are allowed, and more with some. A candidate in all programmes that nothing
dominates is core, in none exterior, else borderline. More information never moves core or exterior.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from byvekst_cli.choice.fits import Fits
from byvekst_cli.choice.instance import TICKS, Instance, Weights

UNDECIDED: Final = 20
"""So many candidates can be told exactly; the sets of them are 2 to this power."""
MOST: Final = 4_000
"""Programmes without a better that are still gone through one by one."""
_CHUNK: Final = 4_096


class Place(Enum):
    """Where a candidate stands among the programmes worth considering."""

    CORE = "core"
    BORDERLINE = "borderline"
    EXTERIOR = "exterior"


@dataclass(frozen=True, slots=True)
class Robust:
    """Each candidate's part of the programmes, and by what it was found.

    `draws` is 0 where every programme was gone through; else the figures are sampled, and a part of 1
    says only that the true one is at least `at_least(draws)`.
    """

    parts: Mapping[str, float]
    programmes: int
    draws: int = 0
    gap: float = 0.0

    @property
    def is_exact(self) -> bool:
        return self.draws == 0

    def place(self, id: str) -> Place:
        part = self.parts[id]
        return Place.CORE if part == 1 else Place.EXTERIOR if part == 0 else Place.BORDERLINE


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest value (ticks) of each column of candidates and pairs, a row a weighting."""

    low: Any
    high: Any


class TooMany(Exception):
    """Raised where going through every programme would take too long."""


def undecided(instance: Instance) -> tuple[str, ...]:
    """Candidates that no binding decides beforehand."""
    bound = {each.candidate for each in instance.bounds}
    settled = bound | instance.forced_in | instance.forced_out
    return tuple(sorted(id for id in instance.ids if id not in settled))


def exact(instance: Instance, weightings: tuple[Weights, ...], use_ranges: bool = True) -> Robust:
    """By every programme that nothing dominates; raises TooMany where there are too many of them.

    `weightings` are the extreme points of the weights that are allowed: value is linear in the weights,
    so these are enough.
    """
    import numpy as np

    ordered = instance.in_order()
    if len(undecided(ordered)) > UNDECIDED:
        raise TooMany
    fits = Fits(ordered)
    sets = fits.possible()
    spread = spread_of(ordered, weightings, use_ranges)
    wide = _with_pairs(ordered, sets)
    middle = (spread.low + spread.high).mean(axis=0)
    order = np.argsort(-(wide @ middle), kind="stable")
    kept = _non_dominated(sets[order], wide[order], spread, fits)
    if not len(kept):
        return Robust({}, 0)
    parts = kept.mean(axis=0)
    return Robust({id: float(parts[at]) for at, id in enumerate(ordered.ids)}, len(kept))


def spread_of(instance: Instance, weightings: tuple[Weights, ...], use_ranges: bool) -> Spread:
    """What each candidate and pair is worth at least and at most, by weighting."""
    import numpy as np

    weights = np.array(weightings)
    names = ("low", "high") if use_ranges else ("likely", "likely")
    ends = []
    for name in names:
        effects = np.array([[getattr(span, name) for span in each.effects] for each in instance.candidates])
        own = np.rint(TICKS * weights @ effects.T)
        pairs = np.rint([[TICKS * pair.points for pair in instance.pairs]] * len(weights))
        ends.append(np.hstack([own, pairs.reshape(len(weights), -1)]))
    return Spread(*ends)


def _with_pairs(instance: Instance, sets: Any) -> Any:
    """The sets with a column for each pair, which is in when both are."""
    import numpy as np

    at = {id: number for number, id in enumerate(instance.ids)}
    pairs = [sets[:, at[pair.one]] & sets[:, at[pair.other]] for pair in instance.pairs]
    return np.column_stack([sets, *pairs]).astype(float)


def _non_dominated(sets: Any, wide: Any, spread: Spread, fits: Fits) -> Any:
    """Sets come by falling middle value, so that what dominates a set has come before it."""
    import numpy as np

    kept: list[int] = []
    alive = np.ones(len(sets), dtype=bool)
    for begin in range(0, len(sets), _CHUNK):
        span = slice(begin, begin + _CHUNK)
        if kept:
            alive[span] &= ~dominated(wide[span], wide[kept], spread)
        for at in range(begin, min(begin + _CHUNK, len(sets))):
            if not alive[at]:
                continue
            refused = fits.refuse(sets[at])
            if refused is not None:
                alive[at:] &= ~(sets[at:][:, refused].all(axis=1))
                alive[at] = False
                continue
            kept.append(at)
            if len(kept) > MOST:
                raise TooMany
            rest = slice(at + 1, begin + _CHUNK)
            alive[rest] &= ~dominated(wide[rest], wide[[at]], spread)
    return sets[kept]


def dominated(ones: Any, others: Any, spread: Spread) -> Any:
    """Which of the first are dominated by any of the second.

    What both have cancels out; what only the second has counts at its lowest and what only the first
    has at its highest.
    """
    import numpy as np

    never = np.ones((len(ones), len(others)), dtype=bool)
    sometimes = np.zeros((len(ones), len(others)), dtype=bool)
    for low, high in zip(spread.low, spread.high, strict=True):
        both = (ones * (high - low)) @ others.T
        worst = (others @ low)[None, :] - (ones @ high)[:, None] + both
        best = (others @ high)[None, :] - (ones @ low)[:, None] - both
        never &= worst >= 0
        sometimes |= best > 0
    return (never & sometimes).any(axis=1)
