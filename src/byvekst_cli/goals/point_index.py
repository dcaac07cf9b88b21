"""From counting points to the index of an area, as Statens vegvesen computes it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from byvekst_cli.goals.estimate import Estimate

Pair = tuple[float, float]
"""A point's mean monthly daily traffic with light vehicles: in the reference year, and now."""


class BadPoints(ValueError):
    """Points that no index can be made from: too few, repeated, or without traffic to compare with."""


@dataclass(frozen=True, slots=True)
class CityIndex:
    """The change in an area (per cent), its standard error (percentage points), and what it rests on.

    `effective` is the number of points when large ones weigh more: 1 / Σw².
    """

    change: float
    se: float
    n: int
    effective: float

    @property
    def estimate(self) -> Estimate:
        """The change as a value with Student's t of n - 1 degrees of freedom."""
        return Estimate(self.change, self.se, self.n - 1)

    @property
    def low(self) -> float:
        return self.estimate.low

    @property
    def high(self) -> float:
        return self.estimate.high


def change(points: Sequence[Pair]) -> float:
    """The index Σy / Σx as a change in per cent; no points but sound ones. Raises BadPoints."""
    if not points or not all(_is_sound(pair) for pair in points):
        raise BadPoints(points)
    return 100 * math.fsum(y - x for x, y in points) / math.fsum(x for x, _ in points)


def city_index(points: Sequence[Pair]) -> CityIndex:
    """The ratio index of at least two points, with its standard error. Raises BadPoints.

    w = x / Σx; n_eff = 1 / Σw²; sd² = Σ w (y/x - I)² / (1 - 1/n_eff); SE = sd / √n_eff; the interval
    is I ± t(0.975, n - 1)·SE. From https://github.com/snohan/byindeks (indexpoints_tidying_functions.R)
    and the method at https://github.com/trafikkdata/trafikkdata.no-dokumentasjon (docs/trafficIndex).
    """
    if len(points) < 2:
        raise BadPoints(points)
    area = change(points)
    whole = math.fsum(x for x, _ in points)
    weights = [x / whole for x, _ in points]
    squares = math.fsum(w * w for w in weights)
    spread = math.fsum(w * (100 * (y - x) / x - area) ** 2 for w, (x, y) in zip(weights, points, strict=True))
    rest = math.fsum(w * (1 - w) for w in weights)  # 1 - Σw², without cancellation
    return CityIndex(area, math.sqrt(spread / rest * squares), len(points), 1 / squares)


def _is_sound(pair: Pair) -> bool:
    x, y = pair
    return 0 < x < math.inf and 0 <= y < math.inf
