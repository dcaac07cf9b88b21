"""Whether a set of candidates can be done and paid: first by what can be counted, then by the solver."""

from typing import Any

from byvekst_cli.choice.columns import columns
from byvekst_cli.choice.highs import Problem, optimum
from byvekst_cli.choice.instance import Base, Instance
from byvekst_cli.choice.rows import Binding, Row, rows


class Fits:
    """Sets are rows of true and false by candidate, in the instance's order."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._columns = columns(instance)
        self._rows = rows(instance, self._columns)
        self._starts = {each.candidate: each.start for each in instance.bounds if each.start is not None}
        spent = any(share.base is Base.SPENT or share.low for share in instance.shares)
        self._fewer_is_easier = not spent

    def possible(self) -> Any:
        """All sets that what is bound, forced, related and simply summed allows."""
        import numpy as np

        ids = self._instance.ids
        free = [at for at, id in enumerate(ids) if id not in self._settled()]
        numbers = np.arange(2 ** len(free), dtype=np.int64)
        sets = np.zeros((len(numbers), len(ids)), dtype=bool)
        for bit, at in enumerate(free):
            sets[:, at] = (numbers >> bit) & 1
        for at, id in enumerate(ids):
            if self._settled().get(id):
                sets[:, at] = True
        sets = sets[self._related(sets)]
        return sets[self._affordable(sets)]

    def refuse(self, chosen: Any) -> list[int] | None:
        """None where the set can be paid; else candidates that cannot all be in one set."""
        members = [at for at in range(len(chosen)) if chosen[at]]
        if self._can_be(members):
            return None
        return self._core(members) if self._fewer_is_easier else list(range(len(chosen)))

    def _settled(self) -> dict[str, bool]:
        instance = self._instance
        inside = {*(each.candidate for each in instance.bounds), *instance.forced_in}
        return {**dict.fromkeys(instance.forced_out, False), **dict.fromkeys(inside, True)}

    def _related(self, sets: Any) -> Any:
        import numpy as np

        instance = self._instance
        at = {id: number for number, id in enumerate(instance.ids)}
        good = np.ones(len(sets), dtype=bool)
        for id in instance.forced_out:
            good &= ~sets[:, at[id]]
        for one, other in instance.requires:
            good &= ~sets[:, at[one]] | sets[:, at[other]]
        for one, other in instance.bundles:
            good &= sets[:, at[one]] == sets[:, at[other]]
        for one, other in instance.excludes:
            good &= ~(sets[:, at[one]] & sets[:, at[other]])
        return good

    def _affordable(self, sets: Any) -> Any:
        """Candidates that only some sources may pay cost at most what these give, year by year summed up.

        The tightest limits come first, so that few sets are left for the rest.
        """
        import numpy as np

        good = np.arange(len(sets))
        for costs, comes in self._limits():
            good = good[sets[good].astype(float) @ np.array(costs, dtype=float) <= comes + 1]
        chosen = np.zeros(len(sets), dtype=bool)
        chosen[good] = True
        return chosen

    def _limits(self) -> list[tuple[tuple[int, ...], int]]:
        """What groups of sources must pay of each candidate by a year, and what comes in by then (øre)."""
        instance = self._instance
        may = [
            frozenset(s.id for s in instance.sources if instance.may_pay(s.id, c))
            for c in instance.candidates
        ]
        groups = {one | other for one in may for other in may}
        found: dict[tuple[int, ...], int] = {}
        for group in sorted(groups, key=sorted):
            for year in instance.years:
                comes = sum(
                    s.in_year(t)
                    for s in instance.sources
                    if s.id in group
                    for t in instance.years
                    if t <= year
                )
                costs = tuple(
                    min((sum(ore for t, ore in start.cost if t <= year) for start in each.starts), default=0)
                    if may[at] <= group
                    else 0
                    for at, each in enumerate(instance.candidates)
                )
                if sum(costs) > comes:
                    found[costs] = min(comes, found.get(costs, comes))
        return sorted(found.items(), key=lambda limit: (limit[1] / max(sum(limit[0]), 1), limit))

    def _can_be(self, members: list[int]) -> bool:
        """With fixed starts this is a matter of money alone, without whole numbers."""
        instance, made = self._instance, self._columns
        ids = {instance.ids[at] for at in members}
        fixed: dict[int, int] = {}
        more: list[Row] = []
        for each in instance.candidates:
            own = made.of(each.id)
            if each.id not in ids:
                fixed |= dict.fromkeys(own, 0)
            elif len(own) == 1 or each.id in self._starts:
                fixed |= {
                    column: int(key[1] == self._starts.get(each.id, key[1]))
                    for key, column in made.starts.items()
                    if key[0] == each.id
                }
            else:
                more.append(Row(Binding.CHOSEN, (each.id,), dict.fromkeys(own, 1.0), 1, 1))
        for at, column in made.pairs.items():
            pair = instance.pairs[at]
            fixed[column] = int({pair.one, pair.other} <= ids)
        kept = tuple(row for row in self._rows if row.binding not in _RELATIONS)
        return optimum(Problem(made.count, made.whole, (*kept, *more), {}, fixed)) is not None

    def _core(self, members: list[int]) -> list[int]:
        """Fewer candidates that are still too many: none of them can be left out."""
        kept = list(members)
        for at in members:
            fewer = [other for other in kept if other != at]
            if not self._can_be(fewer):
                kept = fewer
        return kept


_RELATIONS = frozenset(
    {Binding.BOUND, Binding.FORCED, Binding.REQUIRES, Binding.BUNDLE, Binding.EXCLUDES, Binding.SYNERGY}
)
"""What `possible` has seen to already."""
