"""Annotations for GitHub Actions: one workflow command a finding, the gravest first.

GitHub shows ten of each level a step; the step summary has them all.
"""

from typing import Final

from byvekst_cli.finding import Finding, Severity
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.report.notes import place_told

_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def as_github(checked: Checked, say: Say) -> str:
    """What still must be looked at is annotated; what may stand is a line in the log, with its reason."""
    found = [(finding, area) for area in checked.areas for finding in area.open_findings]
    found.sort(key=lambda item: item[0].severity.rank)
    allowed = [(finding, area) for area in checked.areas for finding in area.findings if finding.allowed]
    return "".join(
        [
            *(_command(finding, area, say) for finding, area in found),
            *(_line(finding, area, say) for finding, area in allowed),
        ]
    )


def _line(finding: Finding, area: CheckedArea, say: Say) -> str:
    """Plain text: it begins with a word, so that nothing in it can be read as a command."""
    reason = safe(finding.allowed.reason) if finding.allowed else ""
    where = f"{safe(area.shown_path(finding.path))}:{finding.span.line}"
    return f"{say('allowed-here')}: {where} {finding.code} {reason}\n"


def _command(finding: Finding, area: CheckedArea, say: Say) -> str:
    span, message = finding.span, say.message(finding)
    properties: dict[str, object] = {
        "file": safe(area.shown_path(finding.path)),
        "line": span.line,
        "endLine": span.end_line,
        "title": f"{finding.code} {message.title}",
    }
    if span.line == span.end_line:
        properties |= {"col": span.column, "endColumn": span.end_column}
    listed = ",".join(f"{name}={str(value).translate(_PROPERTY)}" for name, value in properties.items())
    text = f"{place_told(finding, area, say)}{message.text} {message.remedy}".translate(_DATA)
    return f"::{_LEVELS[finding.severity]} {listed}::{text}\n"
