"""What was found in a note, gathered so that the same thing is told once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from byvekst_cli.finding import Clue, Hint, Place, Problem

_SHOWN: Final = 3
"""Places told besides the first."""


@dataclass(frozen=True, slots=True)
class Found:
    """One occurrence of something: what it is called, and the stretch of the note it takes up."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """All occurrences of one thing, in the order of the note."""

    name: str
    places: tuple[Found, ...]

    def problem(self, path: str, facts: Mapping[str, object]) -> Problem:
        """One problem at the first place, with how often as `times` and some further places as clues.

        The count stays out of what identifies the finding, so mending one of many makes no new one.
        """
        first, *others = (Place(path, stretch=(each.start, each.end)) for each in self.places)
        times = Hint(len(self.places)) if others else None
        clues = tuple(Clue(place, "also-here") for place in others[:_SHOWN])
        return Problem(first, {**facts, "times": times} if times else facts, clues)


def grouped(found: Iterable[Found]) -> Iterator[Group]:
    """One group for each name, by where the first of it stands."""
    by_name: dict[str, list[Found]] = {}
    for each in sorted(found, key=lambda each: each.start):
        by_name.setdefault(each.name, []).append(each)
    for name, places in by_name.items():
        yield Group(name, tuple(places))
