"""What each uncertainty can do to the value of a set of projects, one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from byvekst_cli.value.told import Scored
from byvekst_cli.value.weights import Weights

Source = tuple[str, str]
"""`("", driver)`, or the project and the criterion of an effect that hangs on nothing else."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The portfolio's value where one uncertainty is weak and where it is strong, the rest being likely.

    `effects` are how many effects move with it.
    """

    source: Source
    weak: Fraction
    strong: Fraction
    effects: int

    @property
    def width(self) -> Fraction:
        return abs(self.strong - self.weak)


def tornado(projects: Sequence[Scored], criteria: Sequence[str], weights: Weights) -> tuple[Bar, ...]:
    """The widest first. What is strong may be worth less, as more traffic is."""
    base = sum((s.likely * w for p in projects for s, w in zip(p.spans, weights, strict=True)), Fraction(0))
    moved: dict[Source, list[tuple[Fraction, Fraction]]] = {}
    for project in projects:
        for judged, criterion, weight in zip(project.judged, criteria, weights, strict=True):
            low, likely, high = (end * weight for end in judged.span.ends)
            if low == high:
                continue
            ends = (low - likely, high - likely) if judged.rises else (high - likely, low - likely)
            source = ("", judged.driver.casefold()) if judged.driver else (project.id, criterion)
            moved.setdefault(source, []).append(ends)
    bars = [
        Bar(
            source,
            base + sum((low for low, _ in ends), Fraction(0)),
            base + sum((high for _, high in ends), Fraction(0)),
            len(ends),
        )
        for source, ends in moved.items()
    ]
    return tuple(sorted(bars, key=lambda bar: (-bar.width, bar.source)))
