"""Lines put together by municipality, measure, phase, owner, place in the portfolio, or source."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from byvekst_cli.model.money import Money
from byvekst_cli.model.pile import NOTHING, Pile
from byvekst_cli.model.project import Project
from byvekst_cli.portfolio.lines import Line

Shares = Iterator[tuple[str | None, Decimal]]
"""Groups that a line belongs to, each with its part of the line (1 is all); None is not known."""
_ALL: Final = Decimal(1)


def grouped(lines: Iterable[Line], by: str) -> dict[str | None, Pile]:
    """The total of each group, in the order that they are met. `by` is a key of `GROUPS`."""
    found: dict[str | None, Pile] = {}
    for line in lines:
        if by == "means":
            for (means, _), pile in line.cells.items():
                found[means] = found.get(means, NOTHING) + pile
            continue
        for name, share in _shares(line, by):
            found[name] = found.get(name, NOTHING) + _part(line.total, share)
    return found


def _shares(line: Line, by: str) -> Shares:
    if line.project is None:
        yield None, _ALL
    else:
        yield from GROUPS[by](line.project)


def _municipality(project: Project) -> Shares:
    """By the sheet's own shares, which say where the project lies; without any it is not known."""
    whole = sum(project.municipalities.values(), Decimal(0))
    if whole == 0:
        yield None, _ALL
    for name, percent in project.municipalities.items():
        if whole:
            yield name.casefold(), percent / whole


def _measure(project: Project) -> Shares:
    """A project that does several things is a group of its own kind, so nothing is counted twice."""
    measures = project.measures
    yield " + ".join(sorted(measures)) if isinstance(measures, list) else None, _ALL


def _phase(project: Project) -> Shares:
    yield project.phase.phase if project.phase else None, _ALL


def _owner(project: Project) -> Shares:
    owner = project.responsibility.owner if project.responsibility else None
    yield owner if isinstance(owner, str) else None, _ALL


def _state(project: Project) -> Shares:
    yield project.portfolio.state.value if project.portfolio else None, _ALL


def _means(_: Project) -> Shares:
    yield None, _ALL


GROUPS: Final[Mapping[str, Callable[[Project], Shares]]] = {
    "municipality": _municipality,
    "measure": _measure,
    "phase": _phase,
    "owner": _owner,
    "state": _state,
    "means": _means,
}


def _part(pile: Pile, share: Decimal) -> Pile:
    if share == _ALL:
        return pile
    found = Pile.of(Money(round(money.ore * share), money.year) for money in pile.moneys)
    return Pile(found.levels, pile.has_unknown)
