"""What a check found, ready to be reported."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from byvekst_cli.finding import Finding, Severity
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.model.spot import Spot
from byvekst_cli.prose.readability import Reading
from byvekst_cli.source.document import Document


@dataclass(frozen=True, slots=True)
class CheckedArea:
    """One area: its findings, sorted, and the documents they point into.

    `spots` has, for Word notes, where in the note each line is, and no line where the file could not be
    read; `readings` how heavy notes are to read. `elsewhere` has the paths, from where the command ran, of
    files that were only read as if they lay in the area.
    """

    id: str
    name: str
    path: str
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]
    spots: Mapping[str, tuple[Spot, ...]] = field(default_factory=dict)
    readings: Mapping[str, Reading] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def spot(self, path: str, line: int) -> Spot | None:
        """Where a line is in a Word note; None for other files."""
        spots = self.spots.get(path)
        return spots[line - 1] if spots and line <= len(spots) else None

    def is_beside(self, other: Self) -> bool:
        """Whether the other is of the same area, and none of its files stands for one of these."""
        same = (self.id, self.path) == (other.id, other.path)
        return same and self.documents.keys().isdisjoint(other.documents)

    def and_also(self, other: Self) -> Self:
        """With what was found in other files of the same area."""
        return replace(
            self,
            documents={**self.documents, **other.documents},
            findings=(*self.findings, *other.findings),
            spots={**self.spots, **other.spots},
            readings={**self.readings, **other.readings},
            elsewhere={**self.elsewhere, **other.elsewhere},
        )

    @property
    def unread(self) -> frozenset[str]:
        """The files that could not be made into records, by their errors in reading."""
        faulty = (f for f in self.findings if f.slug in FAULTS and f.severity is Severity.ERROR)
        return frozenset(finding.path for finding in faulty)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """Those that somebody still must look at."""
        return tuple(finding for finding in self.findings if finding.is_open)

    def shown_path(self, path: str) -> str:
        """A file's path from where the command ran, with `/`."""
        inside = path if self.path == "." else f"{self.path.rstrip('/')}/{path}"
        shown = self.elsewhere.get(path, inside)
        return shown.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Checked:
    """All areas of one run."""

    areas: tuple[CheckedArea, ...]
    as_of: date

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for area in self.areas for finding in area.findings)

    @property
    def files(self) -> int:
        return sum(len(area.documents) for area in self.areas)

    @property
    def counts(self) -> Counter[Severity]:
        """How many of each severity still must be looked at."""
        return Counter(finding.severity for finding in self.findings if finding.is_open)

    @property
    def allowed(self) -> int:
        return sum(finding.allowed is not None for finding in self.findings)

    @property
    def known(self) -> int:
        return sum(bool(finding.known) for finding in self.findings)
