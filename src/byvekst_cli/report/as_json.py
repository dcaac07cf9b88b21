"""The JSON of `check`, version 1: the same facts as on the screen, for other programs."""

import json
from typing import Any, Final

from byvekst_cli.finding import Finding, Severity
from byvekst_cli.language import Say
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.report.notes import place_told, readings_counted

VERSION: Final = 1


def as_json(checked: Checked, say: Say) -> str:
    """Paths are relative to where the command ran; lines and columns begin at 1."""
    notes = readings_counted(checked)
    report = {
        "version": VERSION,
        "as_of": checked.as_of.isoformat(),
        "areas": [{"id": area.id, "path": area.path} for area in checked.areas],
        "findings": [_finding(finding, area, say) for area in checked.areas for finding in area.findings],
        **({"notes": notes} if notes else {}),
        "summary": {
            **{severity.value: checked.counts[severity] for severity in Severity},
            "suppressed": checked.allowed,
            "files": checked.files,
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, area: CheckedArea, say: Say) -> dict[str, Any]:
    span, place = finding.span, place_told(finding, area, say)
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "path": area.shown_path(finding.path),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": say.message(finding).text,
        "area": finding.area,
        "record": finding.record,
        "fingerprint": finding.fingerprint,
        "related": [
            {
                "path": area.shown_path(related.path),
                "line": related.span.line,
                "column": related.span.column,
                "message": say.clue(related),
            }
            for related in finding.related
        ],
        "suppressed": finding.allowed
        and {"reason": finding.allowed.reason, "until": finding.allowed.until and str(finding.allowed.until)},
        "baseline": None if finding.known is None else "known" if finding.known else "new",
        "fixable": finding.repair is not None and finding.repair.safe,
        **({"place": place.removesuffix(": ")} if place else {}),
    }
