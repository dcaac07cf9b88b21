"""The variables of the mixed-integer program, each with a number."""

from dataclasses import dataclass

from byvekst_cli.choice.instance import Instance

Flow = tuple[str, str, int]
"""Candidate, source, year."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Starts and pairs are 0 or 1; flows and what is carried over are MNOK."""

    starts: dict[tuple[str, str], int]
    pairs: dict[int, int]
    flows: dict[Flow, int]
    carried: dict[tuple[str, int], int]

    @property
    def count(self) -> int:
        return len(self.starts) + len(self.pairs) + len(self.flows) + len(self.carried)

    @property
    def whole(self) -> int:
        """Columns below this number are 0 or 1."""
        return len(self.starts) + len(self.pairs)

    def of(self, candidate: str) -> tuple[int, ...]:
        """The starts of a candidate; it is chosen when one of them is."""
        return tuple(column for (id, _), column in self.starts.items() if id == candidate)


def columns(instance: Instance) -> Columns:
    """In a fixed order, the whole ones first."""
    starts = [(each.id, start.id) for each in instance.candidates for start in each.starts]
    pairs = list(range(len(instance.pairs)))
    flows = [
        (each.id, source.id, year)
        for each in instance.candidates
        for source in instance.sources
        if instance.may_pay(source.id, each)
        for year in sorted({year for start in each.starts for year, ore in start.cost if ore})
    ]
    years = instance.years
    carried = [
        (source.id, year)
        for source in instance.sources
        for year in years[:-1]
        if source.carries_until is not None and year < source.carries_until
    ]
    numbers = iter(range(len(starts) + len(pairs) + len(flows) + len(carried)))
    return Columns(
        {key: next(numbers) for key in starts},
        {key: next(numbers) for key in pairs},
        {key: next(numbers) for key in flows},
        {key: next(numbers) for key in carried},
    )
