"""What the index would be without each of its points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from byvekst_cli.goals.point_index import BadPoints, Pair, change


@dataclass(frozen=True, slots=True)
class Jackknife:
    """By point, in the order given: how far the index moves when it is left out (percentage points)."""

    shifts: tuple[float, ...]
    se: float

    @property
    def largest(self) -> int:
        """The place of the point that moves the index most."""
        return max(range(len(self.shifts)), key=lambda at: abs(self.shifts[at]))


def jackknife(points: Sequence[Pair]) -> Jackknife:
    """The index without one point at a time. Raises BadPoints for fewer than two.

    SE² = (n - 1)/n · Σ(θ₍ᵢ₎ - mean θ₍.₎)² (Efron & Stein 1981, https://doi.org/10.1214/aos/1176345462).
    Statens vegvesen's review of points looks at the same shifts (city_index_jackknife.R in
    https://github.com/snohan/byindeks).
    """
    if len(points) < 2:
        raise BadPoints(points)
    whole = change(points)
    without = [change([*points[:at], *points[at + 1 :]]) for at in range(len(points))]
    middle = fmean(without)
    spread = math.fsum((each - middle) ** 2 for each in without)
    shifts = tuple(each - whole for each in without)
    return Jackknife(shifts, math.sqrt((len(points) - 1) / len(points) * spread))


def without_heaviest(points: Sequence[Pair]) -> float:
    """The index (per cent) without the one point that moves it most. Raises BadPoints for fewer than two."""
    found = jackknife(points)
    return change(points) + found.shifts[found.largest]
