"""SARIF 2.1.0, for code scanning and editors: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from byvekst_cli import __version__
from byvekst_cli.finding import Finding, Severity, Span
from byvekst_cli.finding.faults import Fault
from byvekst_cli.language import Say
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.report.notes import place_told
from byvekst_cli.report.rule_page import everything, page
from byvekst_cli.rules import Rule

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def as_sarif(checked: Checked, say: Say) -> str:
    """One run; columns count code points, and paths are from where the command ran."""
    firsts = {finding.code: finding for finding in reversed(checked.findings)}
    codes = sorted(firsts)
    run = {
        "tool": {
            "driver": {
                "name": "byvekst",
                "semanticVersion": __version__,
                "rules": [_rule(firsts[code], say) for code in codes],
            }
        },
        "language": say.language,
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, area, codes, say) for area in checked.areas for finding in area.findings
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding, say: Say) -> dict[str, Any]:
    message = say.message(finding)
    return {
        "id": finding.code,
        "name": finding.slug,
        "shortDescription": {"text": message.title},
        "fullDescription": {"text": message.why},
        "help": {"text": f"{message.why} {message.remedy}", "markdown": page(_about(finding.code), say)},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _about(code: str) -> Rule | Fault:
    return next(about for about in everything() if about.code == code)


def _result(finding: Finding, area: CheckedArea, codes: list[str], say: Say) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{place_told(finding, area, say)}{say.message(finding).text}"},
        "locations": [_location(area, finding.path, finding.span)],
        "partialFingerprints": {"byvekst/v1": finding.fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(area, related.path, related.span), "message": {"text": say.clue(related)}}
            for related in finding.related
        ]
    if finding.known is not None:
        result["baselineState"] = "unchanged" if finding.known else "new"
    result["suppressions"] = (
        [{"kind": "inSource", "justification": finding.allowed.reason}] if finding.allowed else []
    )
    return result


def _location(area: CheckedArea, path: str, span: Span) -> Mapping[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    uri = quote(area.shown_path(path))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
