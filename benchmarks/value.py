"""How long the additive model, places and draws take for many projects: `python benchmarks/value.py`.

300 projects on 6 criteria, three profiles (points, order, ranges) and 10 000 draws; to be under 2 s.
"""

import random
import time
from collections.abc import Callable
from fractions import Fraction

from byvekst_cli.value.judged import Judged, State
from byvekst_cli.value.ranks import rank_intervals
from byvekst_cli.value.smaa import acceptability, ahead
from byvekst_cli.value.span import Span
from byvekst_cli.value.total import value
from byvekst_cli.value.weights import WeightSet, of_order, of_points, of_ranges

PROJECTS, CRITERIA, DRAWS = 300, 6, 10_000


def projects() -> list[list[Judged]]:
    """The same each time; half of the effects hang on one of two drivers."""
    drawn = random.Random(1)
    return [[_judged(drawn) for _ in range(CRITERIA)] for _ in range(PROJECTS)]


def _judged(drawn: random.Random) -> Judged:
    ends = sorted(Fraction(drawn.randint(-200, 1_000), 10) for _ in range(3))
    return Judged(Span(*ends), State.KNOWN, drawn.choice([None, None, "sykkelvaner", "trafikkvekst"]))


def profiles() -> list[WeightSet]:
    """One of each form."""
    step = [Fraction(100)] * CRITERIA
    low, high = [Fraction(at + 1) for at in range(CRITERIA)], [Fraction(2 * at + 3) for at in range(CRITERIA)]
    points = of_points([Fraction(100 - 10 * at) for at in range(CRITERIA)], step)
    return [points, of_order(range(1, CRITERIA + 1), step), of_ranges(low, high, step, low)]


def timed(name: str, work: Callable[[], object]) -> float:
    """Run it once and print how long it took."""
    started = time.perf_counter()
    work()
    took = time.perf_counter() - started
    print(f"{name}: {took:.2f} s")
    return took


def main() -> None:
    """Each part, and the sum."""
    import numpy  # noqa: F401, ICN001 - its own start is not what is measured

    rated, sets = projects(), profiles()
    spans = [[each.span for each in row] for row in rated]
    weights = [made.point for made in sets]
    total = timed("values", lambda: [value(row, point) for row in spans for point in weights])
    total += timed("places", lambda: rank_intervals(spans, [made.extremes for made in sets]))
    total += timed("draws", lambda: acceptability(rated, [], CRITERIA, DRAWS, 1))
    timed("pairs, beside", lambda: ahead(rated, [], CRITERIA, DRAWS, 1))
    print(f"in all: {total:.2f} s")


if __name__ == "__main__":
    main()
