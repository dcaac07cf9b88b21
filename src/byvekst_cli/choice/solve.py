"""The programme with the highest modelled value within all bindings, and how alone it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Final

from byvekst_cli.choice.check import Breach, breaches
from byvekst_cli.choice.columns import Columns, columns
from byvekst_cli.choice.highs import NoAnswer, Problem, optimum
from byvekst_cli.choice.instance import TICKS, Instance, Programme, cost_of, value_of
from byvekst_cli.choice.rows import UNIT, Binding, Row, chosen_is, rows

Values = Mapping[str, int]
"""Ticks by candidate."""
_HALF: Final = 0.5 / TICKS


@dataclass(frozen=True, slots=True)
class Best:
    """A programme whose every binding was checked, its value in ticks, and the solver's gap (a ratio).

    `is_first` says whether it is known to come first of those that are worth as much.
    """

    programme: Programme
    value: int
    cost: int
    gap: float
    is_first: bool = False


class NotKept(Exception):
    """The solver's answer breaks a binding: a fault of the program and never of the data."""

    def __init__(self, found: tuple[Breach, ...]) -> None:
        super().__init__(str(found))
        self.found = found


@dataclass(frozen=True, slots=True)
class Search:
    """An instance made ready for the solver; `more` are rows of one question alone."""

    instance: Instance
    columns: Columns
    rows: tuple[Row, ...]
    values: Values

    def worth(self) -> dict[int, float]:
        found = {column: self.values[id] / TICKS for (id, _), column in self.columns.starts.items()}
        pairs = self.instance.pairs
        return found | {
            column: round(TICKS * pairs[at].points) / TICKS for at, column in self.columns.pairs.items()
        }

    def with_rows(self, *more: Row) -> "Search":
        return replace(self, rows=(*self.rows, *more))

    def costs(self) -> dict[int, float]:
        starts = self.columns.starts
        totals = {
            (each.id, start.id): start.total for each in self.instance.candidates for start in each.starts
        }
        return {column: totals[key] / UNIT for key, column in starts.items()}


def search(instance: Instance, values: Values) -> Search:
    """For the solver, in an order of its own."""
    ordered = instance.in_order()
    made = columns(ordered)
    return Search(ordered, made, rows(ordered, made), values)


def best(instance: Instance, values: Values, gap: float = 0.0) -> Best | None:
    """The highest value, then the lowest cost, then the first ids; None where nothing keeps all bindings.

    With a gap the first that is found within it is taken, and nothing is said of equals.
    """
    ready = search(instance, values)
    found = highest(ready, gap)
    return found if found is None or gap else first_of_equals(ready, found)


def first_of_equals(ready: Search, found: Best) -> Best:
    """Of those worth as much the cheapest, then the one with the first ids; as far as time allows."""
    if found.gap:
        return found
    try:
        cheapest = _cheapest(ready, found)
        return cheapest if cheapest.gap else replace(_first(ready, cheapest), gap=0.0, is_first=True)
    except NoAnswer:
        return found


def highest(ready: Search, gap: float = 0.0) -> Best | None:
    """The highest value, whichever of equals."""
    return _solved(ready, ready.worth(), gap)


def _cheapest(ready: Search, found: Best) -> Best:
    cheap = {column: -cost for column, cost in ready.costs().items()}
    return _solved(ready.with_rows(at_least(ready, found.value)), cheap, 0.0) or found


def _first(ready: Search, found: Best) -> Best:
    """Of those with the same value and cost, the one with the first ids and starts."""
    equal = ready.with_rows(at_least(ready, found.value), _at_most(ready, found.cost))
    if _solved(equal.with_rows(_other_starts(equal, found.programme)), {}, 0.0) is None:
        return found
    for key, column in ready.columns.starts.items():
        equal = equal.with_rows(Row(Binding.CHOSEN, key, {column: 1.0}, 1, 1))
        if key in found.programme.starts:
            continue
        other = _solved(equal, {}, 0.0)
        found = other or found
        equal = equal if other else replace(equal, rows=equal.rows[:-1])
    return found


def at_least(ready: Search, ticks: int) -> Row:
    """A row for all programmes of so high a value."""
    return Row(Binding.CHOSEN, (), ready.worth(), ticks / TICKS - _HALF, inf)


def _at_most(ready: Search, cost: int) -> Row:
    return Row(Binding.CHOSEN, (), ready.costs(), -inf, cost / UNIT + 1e-7)


def _other_starts(ready: Search, programme: Programme) -> Row:
    terms = {column: -1.0 if key in programme.starts else 1.0 for key, column in ready.columns.starts.items()}
    return Row(Binding.CHOSEN, (), terms, 1 - len(programme.starts), inf)


def without(ready: Search, *sets: frozenset[str]) -> Search:
    """The same without programmes of exactly these candidates."""
    return ready.with_rows(*(chosen_is(ready.columns, ready.instance.ids, each) for each in sets))


def alternatives(
    instance: Instance, values: Values, found: Best, within: float, most: int, gap: float = 0.0
) -> tuple[Best, ...]:
    """Other sets of candidates whose value is less than a part `within` lower, the highest first."""
    ready = search(instance, values)
    limit = found.value - int(within * abs(found.value))
    ready = ready.with_rows(at_least(ready, limit))
    others: list[Best] = []
    while len(others) < most:
        ready = without(ready, (others[-1] if others else found).programme.chosen)
        other = highest(ready, gap)
        if other is None:
            break
        others.append(other)
    return tuple(others)


def _solved(ready: Search, worth: Mapping[int, float], gap: float) -> Best | None:
    """Of the solver's answer only the whole part is taken; the money is then worked out and checked."""
    while True:
        answer = optimum(Problem(ready.columns.count, ready.columns.whole, ready.rows, worth, {}, gap))
        if answer is None:
            return None
        starts = tuple(key for key, column in ready.columns.starts.items() if answer.columns[column] > 0.5)
        _pairs_are_right(ready, starts, answer.columns)
        programme = _funded(ready, starts)
        if programme is not None:
            value = value_of(ready.instance, ready.values, programme.chosen)
            return Best(programme, value, cost_of(ready.instance, programme), answer.gap)
        ready = ready.with_rows(_other_starts(ready, Programme(starts)))


def _pairs_are_right(ready: Search, starts: tuple[tuple[str, str], ...], found: tuple[float, ...]) -> None:
    """The solver must have counted each pair exactly when both are in. Raises NotKept."""
    chosen = {id for id, _ in starts}
    for at, column in ready.columns.pairs.items():
        pair = ready.instance.pairs[at]
        if ({pair.one, pair.other} <= chosen) is not (found[column] > 0.5):
            raise NotKept((Breach(Binding.SYNERGY, (pair.one, pair.other), 1),))


def _funded(ready: Search, starts: tuple[tuple[str, str], ...]) -> Programme | None:
    """The programme of these starts with who pays what, or None where it cannot be paid.

    The narrowest money is used first, so that what is left is what most candidates may have.
    """
    chosen = {id for id, _ in starts}
    fixed = {column: int(key in starts) for key, column in ready.columns.starts.items()}
    for at, column in ready.columns.pairs.items():
        pair = ready.instance.pairs[at]
        fixed[column] = int({pair.one, pair.other} <= chosen)
    breadth = _breadth(ready)
    problem = Problem(ready.columns.count, ready.columns.whole, ready.rows, breadth, fixed)
    answer = optimum(problem)
    if answer is None:
        return None
    programme = Programme(starts, _whole(ready, starts, answer.columns))
    found = breaches(ready.instance, programme)
    if found:
        raise NotKept(found)
    return programme


def _breadth(ready: Search) -> dict[int, float]:
    may: dict[str, set[str]] = {}
    for id, source, _ in ready.columns.flows:
        may.setdefault(source, set()).add(id)
    return {column: -float(len(may[source])) for (_, source, _), column in ready.columns.flows.items()}


def _whole(
    ready: Search, starts: tuple[tuple[str, str], ...], found: tuple[float, ...]
) -> tuple[tuple[tuple[str, str, int], int], ...]:
    """Flows in øre that add up exactly to each year's cost, by largest remainder."""
    chosen = dict(starts)
    whole: dict[tuple[str, str, int], int] = {}
    for each in ready.instance.candidates:
        start = next((start for start in each.starts if start.id == chosen.get(each.id)), None)
        for year in sorted({year for year, _ in start.cost}) if start else ():
            due = sum(ore for own, ore in start.cost if own == year) if start else 0
            exact = {
                key: max(found[column] * UNIT, 0.0)
                for key, column in ready.columns.flows.items()
                if key[0] == each.id and key[2] == year
            }
            whole |= {key: ore for key, ore in _rounded(exact, due).items() if ore}
    return tuple(sorted(whole.items()))


def _rounded(exact: Mapping[tuple[str, str, int], float], due: int) -> dict[tuple[str, str, int], int]:
    near = {key: round(amount) for key, amount in exact.items()}
    lacks = due - sum(near.values())
    if lacks and near:
        largest = max(near, key=lambda key: (near[key], key))
        near[largest] += lacks
    return near
