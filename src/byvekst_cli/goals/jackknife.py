"""What the index would be without each of its points."""

from collections.abc import Sequence

from byvekst_cli.goals.point_index import BadPoints, Pair, change


def without_heaviest(points: Sequence[Pair]) -> float:
    """The index (per cent) without the one point that moves it most. Raises BadPoints for fewer than two.

    Statens vegvesen's review of points looks at the same shifts (city_index_jackknife.R in
    https://github.com/snohan/byindeks).
    """
    if len(points) < 2:
        raise BadPoints(points)
    whole = change(points)
    without = [change([*points[:at], *points[at + 1 :]]) for at in range(len(points))]
    return max(without, key=lambda each: abs(each - whole))
