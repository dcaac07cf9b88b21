"""A finding: a problem with code, severity and the lines it stands on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from byvekst_cli.finding.problem import Hint


class Severity(Enum):
    """How sure and how grave: `rank` 0 is the gravest."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns from 1, counted in code points, the end exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """A second place, already found in its file."""

    path: str
    span: Span
    says: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Allowed:
    """Somebody has said that a finding may stand, why, and for how long (`until` is the last day)."""

    reason: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """What to put in the place of a stretch of the text (offsets in code points, the end exclusive)."""

    start: int
    end: int
    text: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the user about one place in one area.

    `path` is relative to the area's folder, with `/`. `key` names the place by natural keys
    (`milepæler/åpning/plan`), so that it survives when rows and lines move. `known` is None where
    nothing was compared with an earlier check.
    """

    code: str
    slug: str
    severity: Severity
    area: str
    path: str
    span: Span = Span()
    record: str | None = None
    key: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    today: bool = False
    allowed: Allowed | None = None
    known: bool | None = None
    repair: Repair | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look at it."""
        return self.allowed is None and not self.known

    @property
    def position(self) -> tuple[str, Span, str, str]:
        """What findings of an area are sorted by."""
        return (self.path, self.span, self.code, self.fingerprint)

    @property
    def fingerprint(self) -> str:
        """The same for the same fault, wherever its lines stand: 32 hexadecimal digits."""
        told = (item for item in self.facts.items() if not isinstance(item[1], Hint))
        facts = sorted(f"{name}={value}" for name, value in told)
        subject = self.record or self.path
        parts = "\x1f".join((self.code, self.area, subject, self.key, *facts))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]
