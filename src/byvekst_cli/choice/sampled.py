"""Robustness where there are too many programmes to go through: draws, called by that name.

A draw is a weighting and an effect for each candidate, where effects with one driver are strong together
and weak together; its programme is solved for. This sees only programmes that some draw would choose,
which are fewer than those that nothing dominates.
"""

from dataclasses import replace
from math import comb, sqrt
from typing import Any, Final

from byvekst_cli.choice.highs import Answer, Problem, optimum
from byvekst_cli.choice.instance import TICKS, Instance, Span, Weights
from byvekst_cli.choice.robust import Robust
from byvekst_cli.choice.side_by_side import each
from byvekst_cli.choice.solve import search

_SECONDS: Final = 10.0
"""Of one draw; with more, the gap that is left is told."""


def sampled(instance: Instance, weightings: tuple[Weights, ...], draws: int, seed: int, gap: float) -> Robust:
    """How often each candidate is in the programme of a draw; each candidate keeps its first start."""
    import numpy as np

    ordered = with_first_starts(instance).in_order()
    ready = search(ordered, dict.fromkeys(ordered.ids, 0))
    chance = np.random.default_rng(seed)
    pairs = {ready.columns.pairs[at]: pair.points for at, pair in enumerate(ordered.pairs)}
    own = {id: ready.columns.of(id)[0] for id in ordered.ids}
    drawn = [_draw(ordered, weightings, chance) for _ in range(draws)]

    def solved(values: Any) -> Answer | None:
        worth = {own[id]: values[at] for at, id in enumerate(ordered.ids)} | pairs
        return optimum(
            Problem(ready.columns.count, ready.columns.whole, ready.rows, worth, {}, gap, _SECONDS)
        )

    answers = [answer for answer in each(solved, drawn) if answer is not None]
    if not answers:
        return Robust({}, 0, draws, gap)
    found = {id: sum(answer.columns[own[id]] > 0.5 for answer in answers) for id in ordered.ids}
    parts = {id: count / len(answers) for id, count in found.items()}
    return Robust(parts, len(answers), draws, max(answer.gap for answer in answers))


def with_first_starts(instance: Instance) -> Instance:
    """Each candidate begun as its first start says, or as it is bound to."""
    bound = {each.candidate: each.start for each in instance.bounds if each.start is not None}
    kept = (
        replace(each, starts=tuple(s for s in each.starts if s.id == bound.get(each.id, each.starts[0].id)))
        for each in instance.candidates
    )
    return replace(instance, candidates=tuple(kept))


def _draw(instance: Instance, weightings: tuple[Weights, ...], chance: Any) -> Any:
    """Weights are a mix of the extreme points; effects are triangular, by one draw for each driver."""
    import numpy as np

    weights = chance.dirichlet(np.ones(len(weightings))) @ np.array(weightings)
    spans = [span for each in instance.candidates for span in each.effects]
    names: dict[object, int] = {}
    sources = [names.setdefault(span.driver or at, len(names)) for at, span in enumerate(spans)]
    uniform = chance.random(len(names))[sources]
    drawn = np.array([quantile(span, own) for span, own in zip(spans, uniform, strict=True)])
    return np.rint(TICKS * drawn.reshape(len(instance.candidates), -1) @ weights) / TICKS


def quantile(span: Span, uniform: float) -> float:
    """Of the triangular distribution, counted from the weak end of the effect."""
    part = uniform if span.rises else 1 - uniform
    width = span.high - span.low
    if part * width < span.likely - span.low:
        return span.low + sqrt(part * width * (span.likely - span.low))
    return span.high - sqrt((1 - part) * width * (span.high - span.likely))


def at_least(found: int, draws: int, confidence: float = 0.95) -> float:
    """The lowest share that would give so many of the draws, one-sided (Clopper & Pearson 1934).

    For all of the draws it is 1 less about 3 over the draws, the rule of three.
    """
    if found == 0:
        return 0.0
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        more = sum(comb(draws, k) * middle**k * (1 - middle) ** (draws - k) for k in range(found, draws + 1))
        low, high = (middle, high) if more < 1 - confidence else (low, middle)
    return low
