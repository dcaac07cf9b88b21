"""The byindeks of an area, worked out from its counting points as Statens vegvesen does."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class CityIndex:
    """The change in per cent, its standard error and 95 per cent interval, and the points behind it."""

    change: float
    se: float
    low: float
    high: float
    n: int
    effective: float


def city_index(points: Sequence[tuple[float, float]]) -> CityIndex:
    """From (reference traffic, present traffic) of at least two points; raises ValueError otherwise.

    I = Σy/Σx, w = x/Σx, n_eff = 1/Σw², sd² = Σ w (y/x − I)² / (1 − 1/n_eff), SE = sd/√n_eff, and the
    interval with t(n − 1).
    """
    if len(points) < 2 or any(x <= 0 for x, _ in points):
        raise ValueError("too few points, or a point without traffic")
    whole = sum(x for x, _ in points)
    index = sum(y for _, y in points) / whole
    weights = [x / whole for x, _ in points]
    effective = 1 / sum(w * w for w in weights)
    spread = sum(w * (y / x - index) ** 2 for w, (x, y) in zip(weights, points, strict=True))
    se = 100 * math.sqrt(spread / (1 - 1 / effective) / effective)
    change, half = 100 * (index - 1), _t975(len(points) - 1) * se
    return CityIndex(change, se, change - half, change + half, len(points), effective)


@cache
def _t975(freedom: int) -> float:
    """The 97.5 per cent quantile of Student's t, by halving an interval."""
    low, high = 0.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _above_zero(middle, freedom) < 0.475 else (low, middle)
    return low


def _above_zero(t: float, freedom: int, steps: int = 600) -> float:
    """P(0 < T < t), by Simpson's rule."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    width = t / steps
    parts = (
        (1 if at in (0, steps) else 4 if at % 2 else 2)
        * (1 + (at * width) ** 2 / freedom) ** (-(freedom + 1) / 2)
        for at in range(steps + 1)
    )
    return float(scale * width / 3 * sum(parts))
