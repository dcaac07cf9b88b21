"""How often each project comes in each place when weights and effects are drawn: SMAA-2.

Lahdelma and Salminen, SMAA-2: stochastic multicriteria acceptability analysis for group decision
making, Operations Research 49 (2001); drawing as in Tervonen and Lahdelma, EJOR 178 (2007). What is
drawn is an estimate: `error` says how good.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any, Final

from byvekst_cli.value.judged import Judged
from byvekst_cli.value.weights import WeightSet

if TYPE_CHECKING:
    import numpy as np

    Floats = np.ndarray[Any, np.dtype[np.float64]]
    Places = np.ndarray[Any, np.dtype[np.intp]]

BLOCK: Final = 500
"""Draws at a time, so that memory does not grow with their number."""
TRIED: Final = 500
"""Draws of effects for each confidence factor."""
SAME: Final = 1e-9
"""Value points that are told apart by nothing but how a computer adds."""
_95: Final = 1.96


@dataclass(frozen=True, slots=True)
class Acceptability:
    """Shares of `draws` by project: `places[j][r]` of coming in place r + 1, which some may share.

    `central` are the mean weights of the draws in which the project came first, None where it never did;
    `confidence` is how often it comes first with those weights and drawn effects.
    """

    draws: int
    seed: int
    places: tuple[tuple[float, ...], ...]
    central: tuple[tuple[float, ...] | None, ...]
    confidence: tuple[float | None, ...]

    def best(self, at: int) -> float:
        """How often the project comes first."""
        return self.places[at][0]


def error(draws: int, share: float = 0.5) -> float:
    """Half the width of the 95 % interval of a share that is drawn; for 0 and 1 the rule of three.

    Normal approximation of the binomial; Hanley and Lippman-Hand, JAMA 249 (1983), for none of n.
    """
    if share in (0.0, 1.0):
        return 3 / draws
    return _95 * sqrt(share * (1 - share) / draws)


def acceptability(
    projects: Sequence[Sequence[Judged]],
    sets: Sequence[WeightSet],
    criteria: int,
    draws: int,
    seed: int,
) -> Acceptability:
    """Draws of weights from each set in turn, or from all weights where there is no set."""
    import numpy as np

    n = len(projects)
    random, effects = np.random.default_rng(seed), _Effects(projects)
    counts, first, wins = np.zeros((n, n)), np.zeros((criteria, n)), np.zeros(n)
    for size in _blocks(draws):
        weights = drawn_weights(sets, criteria, size, random)
        places = _places(effects.values(weights, random))
        counts += np.bincount((places + n * np.arange(n)).ravel(), minlength=n * n).reshape(n, n)
        leads = places == 0
        first += weights.T @ leads
        wins += leads.sum(axis=0)
    central = (first / np.maximum(wins, 1)).T
    sure = _confidence(effects, central, wins, draws, seed)
    return Acceptability(
        draws,
        seed,
        tuple(tuple(map(float, row)) for row in counts / draws),
        tuple(tuple(map(float, row)) if won else None for row, won in zip(central, wins, strict=True)),
        sure,
    )


def ahead(
    projects: Sequence[Sequence[Judged]],
    sets: Sequence[WeightSet],
    criteria: int,
    draws: int,
    seed: int,
) -> tuple[tuple[float, ...], ...]:
    """How often each project is worth more than each of the others (pairwise winning indices).

    Leskinen, Viitanen, Kangas and Kangas, Forest Science 52 (2006).
    """
    import numpy as np

    random, effects = np.random.default_rng(seed), _Effects(projects)
    won = np.zeros((len(projects), len(projects)))
    for size in _blocks(draws):
        values = effects.values(drawn_weights(sets, criteria, size, random), random).T.copy()
        won += [(own - SAME > values).sum(axis=1) for own in values]
    return tuple(tuple(map(float, row)) for row in won / draws)


def drawn_weights(
    sets: Sequence[WeightSet], criteria: int, size: int, random: "np.random.Generator"
) -> "Floats":
    """Rows of weights that add up to 1: an equal part from each set, evenly spread within it.

    Evenly on the simplex as exponentials set to add up to 1; in order as even mixes of the corners. Within
    ranges the worth of each step is drawn evenly between its ends.
    """
    import numpy as np

    if not sets:
        return _simplex(random, size, criteria)
    parts = [size // len(sets) + (at < size % len(sets)) for at in range(len(sets))]
    found: Floats = np.concatenate(
        [_of_set(each, part, random) for each, part in zip(sets, parts, strict=True)]
    )
    return found


def _of_set(chosen: WeightSet, size: int, random: "np.random.Generator") -> "Floats":
    import numpy as np

    if chosen.order:
        return _shared(_in_order(chosen, size, random))
    if chosen.ranges:
        low, high = (np.array([float(pair[end]) for pair in chosen.ranges]) for end in (0, 1))
        worth = low + (high - low) * random.random((size, len(low)))
        return _shared(np.where(worth.sum(axis=1, keepdims=True) > 0, worth, high))
    return np.tile(np.array([float(w) for w in chosen.point]), (size, 1))


def _shared(worth: "Floats") -> "Floats":
    """Rows set to add up to 1."""
    shared: Floats = worth / worth.sum(axis=1, keepdims=True)
    return shared


def _in_order(chosen: WeightSet, size: int, random: "np.random.Generator") -> "Floats":
    """Evenly spread mixes of the extreme points, by value point.

    With no shared place and nothing at the least that is the same as sorting even draws.
    """
    import numpy as np

    mixes = _simplex(random, size, len(chosen.order))
    by_criterion = np.full((size, len(chosen.steps)), float(chosen.least))
    rest, first = 1 - float(chosen.least) * len(chosen.steps), 0
    for number, own in enumerate(chosen.order):
        first += len(own)
        share = rest * mixes[:, [number]] / first
        by_criterion[:, [at for each in chosen.order[: number + 1] for at in each]] += share
    scaled: Floats = by_criterion / np.array([float(step) for step in chosen.steps])
    return scaled


def _simplex(random: "np.random.Generator", size: int, n: int) -> "Floats":
    return _shared(random.standard_exponential((size, n)))


class _Effects:
    """All effects as arrays, and what they hang on."""

    def __init__(self, projects: Sequence[Sequence[Judged]]) -> None:
        import numpy as np

        self.low, self.likely, self.high = (
            np.array([[float(judged.span.ends[end]) for judged in row] for row in projects])
            for end in range(3)
        )
        self.rises = np.array([[judged.rises for judged in row] for row in projects])
        names: dict[object, int] = {}
        self.source = np.array(
            [
                [
                    names.setdefault(_source(judged, at, number), len(names))
                    for number, judged in enumerate(row)
                ]
                for at, row in enumerate(projects)
            ]
        )
        self.sources = len(names)

    def values(self, weights: "Floats", random: "np.random.Generator") -> "Floats":
        """A row a draw: each project's value. Effects are triangular, by one draw for each driver."""
        import numpy as np

        drawn = self.drawn(len(weights), random)
        found = sum(effects * column for effects, column in zip(drawn, weights.T, strict=True))
        values: Floats = np.transpose(found)
        return values

    def drawn(self, size: int, random: "np.random.Generator") -> "list[Floats]":
        """For each criterion a row a project and a column a draw."""
        uniform = random.random((self.sources, size))
        return [self._triangular(uniform[source], at) for at, source in enumerate(self.source.T)]

    def _triangular(self, uniform: "Floats", at: int) -> "Floats":
        """The quantiles of the triangular distribution of each project's effect on one criterion."""
        import numpy as np

        low, mode, high = (ends[:, at, None] for ends in (self.low, self.likely, self.high))
        uniform = np.where(self.rises[:, at, None], uniform, 1 - uniform)
        width = high - low
        below = uniform * np.where(width > 0, width, 1) < mode - low
        rise, fall = width * (mode - low), width * (high - mode)
        root = np.sqrt(np.where(below, uniform * rise, (1 - uniform) * fall))
        found: Floats = np.where(below, low + root, high - root)
        return found


def _source(judged: Judged, project: int, criterion: int) -> object:
    return judged.driver.casefold() if judged.driver else (project, criterion)


def _places(values: "Floats") -> "Places":
    """The place of each project in each draw, from 0: how many are worth more (Lahdelma and Salminen 2001).

    Those that are worth the same share the first of their places.
    """
    import numpy as np

    order = np.argsort(-values, axis=1)
    falling = np.take_along_axis(values, order, axis=1)
    is_less = np.zeros(values.shape, dtype=bool)
    is_less[:, 1:] = falling[:, :-1] - falling[:, 1:] > SAME
    shared = np.maximum.accumulate(np.where(is_less, np.arange(values.shape[1]), 0), axis=1)
    places = np.empty_like(order)
    np.put_along_axis(places, order, shared, axis=1)
    return places


def _confidence(
    effects: _Effects, central: "Floats", wins: "Floats", draws: int, seed: int
) -> tuple[float | None, ...]:
    """With the same drawn effects for all projects, at the central weights of each that has been first."""
    import numpy as np

    random, tried = np.random.default_rng([seed, 1]), min(draws, TRIED)
    leaders = np.flatnonzero(wins)
    came = np.zeros(len(leaders))
    for size in _blocks(tried, TRIED // 10):
        values = np.tensordot(central[leaders], np.array(effects.drawn(size, random)), axes=1)
        own = values[np.arange(len(leaders)), leaders]
        came += (own >= values.max(axis=1) - SAME).sum(axis=1)
    found = dict(zip(leaders.tolist(), (came / tried).tolist(), strict=True))
    return tuple(found.get(at) for at in range(len(wins)))


def _blocks(draws: int, most: int = BLOCK) -> list[int]:
    whole, rest = divmod(draws, most)
    return [most] * whole + ([rest] if rest else [])
