"""`byvekst check`: read areas, run the rules, report, and answer with an exit code."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from byvekst_cli.cli.areas import shown
from byvekst_cli.finding import Severity
from byvekst_cli.lint import Selection, lint
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder


@dataclass(frozen=True, slots=True)
class FailOn:
    """Which findings make the command answer 1; `severity` None means none do."""

    LEVELS: ClassVar = (*(severity.value for severity in Severity), "never")
    severity: Severity | None = Severity.ERROR
    today: bool = False

    @classmethod
    def parse(cls, text: str) -> "FailOn":
        """Read `error`, `warning`, `advice` or `never`, perhaps with `,today`; raises ValueError."""
        level = text.removesuffix(",today")
        return cls(None if level == "never" else Severity(level), text != level)

    def fails(self, checked: Checked) -> bool:
        if self.severity is None:
            return False
        return any(
            finding.severity.rank <= self.severity.rank and (self.today or not finding.today)
            for finding in checked.findings
            if finding.is_open
        )


def check(roots: list[Path], as_of: date, selection: Selection) -> tuple[Checked, list[str]]:
    """What was found in each area, and the languages that the areas want."""
    areas, languages = [], []
    for root in roots:
        loaded = load(Folder(root), as_of)
        area = loaded.area
        findings = lint(loaded, selection)
        areas.append(CheckedArea(area.id, area.name, shown(root), loaded.documents, findings))
        languages += [area.language] if area.language else []
    return Checked(tuple(areas), as_of), list(dict.fromkeys(languages))
