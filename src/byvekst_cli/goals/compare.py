"""Areas side by side, where their figures allow it."""

from collections.abc import Iterable
from dataclasses import dataclass

from byvekst_cli.area import Area
from byvekst_cli.goals.reading import Basis
from byvekst_cli.goals.standing import OLD_WINDOW, Seen, Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """An area's own main figure: of the first goal that has one."""

    area: Area
    goal: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Alike:
    """Entries that were made in one way against one year, and can be compared."""

    basis: Basis
    entries: tuple[Entry, ...]


def main_figure(area: Area, found: Iterable[Standing]) -> Entry | None:
    """What the area is judged by, or else its official headline; None where no goal has either."""
    for standing in found:
        tried = [formal.seen for formal in standing.formal if formal.seen]
        headline = [seen for seen in standing.seen if seen.reading.basis.window == OLD_WINDOW]
        for seen in (*tried, *headline):
            return Entry(area, standing.goal.name, seen)
    return None


def alike(entries: Iterable[Entry]) -> tuple[Alike, ...]:
    """The entries in groups that can be compared, the largest first."""
    found: dict[Basis, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.seen.reading.basis, []).append(entry)
    groups = [Alike(basis, tuple(own)) for basis, own in found.items()]
    return tuple(sorted(groups, key=lambda group: -len(group.entries)))


def differences(one: Basis, other: Basis) -> tuple[str, ...]:
    """The names of what keeps two figures from being compared."""
    fields = ("comparison", "window", "method", "reference_year")
    return tuple(name for name in fields if getattr(one, name) != getattr(other, name))
