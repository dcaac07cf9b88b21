"""A fault in a text, before the text knows its file: a stretch of code points, and facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Flaw:
    """`slug` names the fault; `start` and `end` are code points from 0, the end exclusive."""

    slug: str
    start: int = 0
    end: int = 0
    facts: Mapping[str, object] = field(default_factory=dict)


class Flawed(Exception):
    """Reading cannot go on; carries the flaw that stopped it. Never leaves the room."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.slug)
        self.flaw = flaw
