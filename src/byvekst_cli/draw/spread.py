"""Things on a line or around a circle moved as little as needed so that none meet."""

from collections.abc import Sequence
from itertools import pairwise


def spread(wished: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float] | None:
    """Middles in the order of `wished` (rising), apart by half of both sizes, within `low` and `high`.

    The sum of squared moves is the least there is before the ends are held; None where there is no room.
    """
    if not wished:
        return []
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2)
    first, last = low + sizes[0] / 2, high - sizes[-1] / 2 - offsets[-1]
    if last < first - 1e-9:
        return None
    moved = _rising([each - offset for each, offset in zip(wished, offsets, strict=True)])
    return [min(max(each, first), last) + offset for each, offset in zip(moved, offsets, strict=True)]


def around(wished: Sequence[float], apart: float) -> list[float] | None:
    """Turns (0 to 1, rising) around a circle, so far apart; None where there is no room.

    What comes out may lie below 0 or above 1, and stays in order.
    """
    count = len(wished)
    if count < 2:
        return list(wished)
    gaps = [(wished[at] - wished[at - 1]) % 1 for at in range(count)]
    start = max(range(count), key=lambda at: (gaps[at], -at))
    turned = [wished[(start + at) % count] + (start + at >= count) for at in range(count)]
    middle = (turned[0] + turned[-1]) / 2
    found = spread(turned, [apart] * count, middle - 0.5, middle + 0.5)
    if found is None:
        return None
    back = [0.0] * count
    for at, each in enumerate(found):
        back[(start + at) % count] = each - (start + at >= count)
    return back


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest values that never fall (pool adjacent violators)."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (after, many), (before, some) = pools.pop(), pools.pop()
            pools.append(((after * many + before * some) / (many + some), many + some))
    return [mean for mean, count in pools for _ in range(count)]
