"""Markdown for a pull request or the summary of a CI step."""

import re
from typing import Final

from byvekst_cli.finding import Finding
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.report.notes import place_shown, readings_told

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>|#])")
_MOST: Final = 500
"""Rows of a table; GitHub takes a summary of at most 1 MiB."""


def as_markdown(checked: Checked, say: Say) -> str:
    """Counts, a table an area, the reasons for what may stand."""
    parts = [f"# byvekst\n\n{say.counts(checked.counts, checked.files)}\n"]
    for area in checked.areas:
        parts += _area(area, say)
    parts += [f"- {_plain(line)}\n" for line in readings_told(checked, say)]
    return "\n".join(parts)


def _area(area: CheckedArea, say: Say) -> list[str]:
    found = sorted(area.open_findings, key=lambda each: each.severity.rank)
    allowed = [finding for finding in area.findings if finding.allowed]
    if not found and not allowed:
        return []
    parts = [f"## {_plain(area.id)}\n"] if area.id else []
    if found:
        rows = [f"| {say('where')} | {say('what')} | {say('remedy').rstrip(':')} |\n| --- | --- | --- |\n"]
        rows += [_row(finding, area, say) for finding in found[:_MOST]]
        parts.append("".join(rows))
    if len(found) > _MOST:
        parts.append(say("more-findings", n=len(found) - _MOST) + "\n")
    if allowed:
        lines = [
            f"- {_place(finding, area, say)} {finding.code}: {_reason(finding, say)}\n" for finding in allowed
        ]
        parts.append(f"### {say('allowed-here')}\n\n{''.join(lines)}")
    return parts


def _row(finding: Finding, area: CheckedArea, say: Say) -> str:
    message = say.message(finding)
    what = f"**{say(finding.severity.value)} {finding.code}** {_plain(message.text)}"
    return f"| {_place(finding, area, say)} | {what} | {_plain(message.remedy)} |\n"


def _place(finding: Finding, area: CheckedArea, say: Say) -> str:
    return _plain(f"{area.shown_path(finding.path)}{place_shown(finding, area, say)}")


def _reason(finding: Finding, say: Say) -> str:
    if finding.allowed is None:
        return ""
    return _plain(say("reason", text=finding.allowed.reason, until=finding.allowed.until))


def _plain(text: str) -> str:
    """Text that Markdown leaves alone."""
    return _SPECIAL.sub(r"\\\1", safe(text))
