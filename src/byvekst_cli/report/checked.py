"""What a check found, ready to be reported."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from byvekst_cli.finding import Finding, Severity
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.source.document import Document


@dataclass(frozen=True, slots=True)
class CheckedArea:
    """One area: its findings, sorted, and the documents they point into."""

    id: str
    name: str
    path: str
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]

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
        shown = path if self.path == "." else f"{self.path.rstrip('/')}/{path}"
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
