"""GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

import hashlib
import json
from collections import Counter
from typing import Final

from byvekst_cli.finding import Severity
from byvekst_cli.language import Say
from byvekst_cli.report.checked import Checked
from byvekst_cli.report.notes import place_told

_LEVELS: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def as_gitlab(checked: Checked, say: Say) -> str:
    """What still must be looked at; GitLab compares branches by fingerprint, so each is made unique."""
    seen: Counter[str] = Counter()
    issues = []
    for area in checked.areas:
        for finding in area.open_findings:
            seen[finding.fingerprint] += 1
            issue = {
                "description": f"{place_told(finding, area, say)}{say.message(finding).text}",
                "check_name": f"{finding.code} {finding.slug}",
                "fingerprint": _unique(finding.fingerprint, seen[finding.fingerprint]),
                "severity": _LEVELS[finding.severity],
                "location": {
                    "path": area.shown_path(finding.path),
                    "lines": {"begin": finding.span.line, "end": finding.span.end_line},
                },
            }
            issues.append(issue)
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _unique(fingerprint: str, count: int) -> str:
    if count == 1:
        return fingerprint
    return hashlib.sha256(f"{fingerprint}/{count}".encode()).hexdigest()[:32]
