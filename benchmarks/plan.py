"""How long a choice of programme takes: `python benchmarks/plan.py`. Seconds on the machine that runs it."""

import random
import statistics
import time
from collections.abc import Callable
from fractions import Fraction

from byvekst_cli.choice.instance import Candidate, Instance, Share, Source, Span, Start, worth
from byvekst_cli.choice.sampled import sampled
from byvekst_cli.choice.solve import highest, search

MNOK = 100_000_000
YEARS = tuple(range(2027, 2031))
WEIGHTS = (0.5, 0.3, 0.2)
EXTREMES = ((0.6, 0.2, 0.2), (0.2, 0.6, 0.2), (0.2, 0.2, 0.6))


def made(projects: int, sources: int, starts: int, seed: int) -> Instance:
    """Projects of one to three years, and money for a bit less than half of them."""
    chance = random.Random(seed)
    names = [f"source-{at}" for at in range(sources)]
    candidates = []
    for at in range(projects):
        profile = [chance.randint(1, 40) * MNOK for _ in range(chance.randint(1, 3))]
        first = chance.randint(0, max(0, len(YEARS) - len(profile) - starts + 1))
        ways = tuple(
            Start(str(begin), tuple((YEARS[0] + begin + n, ore) for n, ore in enumerate(profile)))
            for begin in range(first, first + starts)
        )
        spans = tuple(Span(low, low + 20, low + 45) for low in (chance.uniform(0, 50) for _ in WEIGHTS))
        pay = frozenset(chance.sample(names, chance.randint(2, sources // 2 + 1)))
        group = (("city" if chance.random() < 0.6 else "ring", Fraction(1)),)
        candidates.append(Candidate(f"p{at:03}", ways, spans, pay, group))
    each = int(sum(c.starts[0].total for c in candidates) * 0.45 / sources / len(YEARS))
    money = tuple(Source(name, tuple((year, each) for year in YEARS), YEARS[-1]) for name in names)
    shares = (
        Share("split", names[0], "city", Fraction(3, 5)),
        Share("split", names[0], "ring", Fraction(2, 5)),
    )
    return Instance(tuple(candidates), money, YEARS[-1], shares=shares, requires=(("p001", "p002"),))


def timed(name: str, run: Callable[[int], float], rounds: int) -> None:
    """Print the median and the longest of some runs, each on data of its own, and the widest gap."""
    took, gaps = [], []
    for seed in range(rounds):
        started = time.perf_counter()
        gaps.append(run(seed))
        took.append(time.perf_counter() - started)
    middle = statistics.median(took)
    print(f"{name}: median {middle:.1f} s, longest {max(took):.1f} s, gap at most {max(gaps):.4f}")


def solved(starts: int, gap: float) -> Callable[[int], float]:
    """80 projects, 4 years and 8 sources."""

    def run(seed: int) -> float:
        instance = made(80, 8, starts, seed)
        found = highest(search(instance, worth(instance, WEIGHTS)), gap)
        return 1.0 if found is None else found.gap

    return run


def robust(seed: int) -> float:
    """40 projects, sampled, as there are more undecided than can be gone through."""
    return sampled(made(40, 8, 1, seed), EXTREMES, 100, seed, 0.005).gap


if __name__ == "__main__":
    timed("80 projects, fixed starts, gap 0", solved(1, 0.0), 5)
    timed("80 projects, two starts, gap 0.005", solved(2, 0.005), 5)
    timed("40 projects, robustness by 100 draws", robust, 1)
