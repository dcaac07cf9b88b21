"""A problem: a place named by keys, and the facts that a sentence about it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

Route = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to a value."""


class On(Enum):
    """Which part of an entry a place means."""

    KEY = "key"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file, named by the keys that lead to it; `()` is the whole file.

    In running text there are no keys, and a place is a stretch: its first offset and the one past its
    last. A stretch is no part of what a finding is known by, so the facts must say which words it holds.
    """

    path: str
    route: Route = ()
    on: On = On.VALUE
    stretch: tuple[int, int] | None = None


class Term(str):
    """A fact that is a word of the tool's own and must be put into the reader's language."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """A fact that helps the reader but is not part of what was found, such as a suggestion."""

    value: object


@dataclass(frozen=True, slots=True)
class Clue:
    """A second place that explains a problem, with the name of the sentence to put there."""

    place: Place
    says: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a rule yields: where, which facts, and other places that explain it.

    Facts hold what stays the same when the file is moved about or reformatted: they are part of
    the finding's fingerprint. Line numbers and today's date do not belong in them.
    """

    place: Place
    facts: Mapping[str, object] = field(default_factory=dict)
    clues: tuple[Clue, ...] = ()
