"""Findings on the screen: by file and kind, with the line, the reason, and what to do first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from byvekst_cli.finding import Finding, Related, Severity
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import Say
from byvekst_cli.language.say import safe
from byvekst_cli.report.checked import Checked, CheckedArea
from byvekst_cli.report.excerpt import excerpt
from byvekst_cli.report.notes import place_shown, readings_told, where

_STYLE: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.ADVICE: "bold cyan",
}
_FILES: Final = 100
"""Files shown; where there are more, those with the gravest findings."""
_SHOWN: Final = 5
"""Places shown of one kind in one file; the rest are named by line."""
_LONG_LABEL: Final = 40
"""Code points after which a sentence beside a label would be a thin column in 80."""


def print_text(checked: Checked, say: Say, console: Console) -> None:
    """Print all findings, and last the counts and where to begin."""
    told: set[str] = set()
    files = [
        _InFile(area, path, tuple(found))
        for area in checked.areas
        for path, found in groupby(area.open_findings, key=lambda finding: finding.path)
    ]
    shown = sorted(files, key=lambda file: file.rank)[:_FILES]
    for file in (file for file in files if file in shown):
        console.print(Text(safe(file.area.shown_path(file.path)), style="bold underline"), soft_wrap=True)
        for group in _by_code(file.findings):
            console.print(_group(group, file.area, say, console.width, told))
        console.print()
    if len(files) > len(shown):
        console.print(Text(say("more-files", n=len(files) - len(shown))))
    _print_last(checked, say, console)


@dataclass(frozen=True, slots=True, eq=False)
class _InFile:
    """The findings in one file, as they stand there."""

    area: CheckedArea
    path: str
    findings: tuple[Finding, ...]

    @property
    def rank(self) -> int:
        """The gravest first."""
        return min(finding.severity.rank for finding in self.findings)


def _by_code(findings: tuple[Finding, ...]) -> Iterator[list[Finding]]:
    """Groups of one code, the gravest first, otherwise as they stand in the file."""
    codes = sorted(
        {finding.code for finding in findings},
        key=lambda code: next((f.severity.rank, f.span) for f in findings if f.code == code),
    )
    for code in codes:
        yield [finding for finding in findings if finding.code == code]


def _group(group: list[Finding], area: CheckedArea, say: Say, width: int, told: set[str]) -> RenderableType:
    first = group[0]
    style = _STYLE[first.severity]
    message = say.message(first)
    head = Text.assemble((say(first.severity.value), style), f" {first.code} ", (message.title, "bold"))
    head.append(f"  {first.slug}", style="dim")
    parts: list[RenderableType] = [Padding(head, (0, 0, 0, 2))]
    parts += [_place(finding, area, say, width, style) for finding in group[:_SHOWN]]
    if rest := group[_SHOWN:]:
        parts.append(Padding(Text(_also(rest, area, say)), (0, 0, 0, 4)))
    for label, sentence in (("why", message.why), ("remedy", _remedy(group, say))):
        if sentence not in told:
            parts.append(_hanging(say(label), sentence, 4))
            told.add(sentence)
    return Group(*parts)


def _place(finding: Finding, area: CheckedArea, say: Say, width: int, style: str) -> RenderableType:
    if finding.path in area.spots:
        return _place_in_word(finding, area, say, width, style)
    at = f"{finding.span.line}:{finding.span.column}"
    lines: list[RenderableType] = [_hanging(at, say.message(finding).text, 4)]
    document, number = area.documents[finding.path], f"{finding.span.line:>6}"
    lines += [
        Padding(line, (0, 0, 0, 4)) for line in excerpt(document, finding.span, width - 4, style, number)
    ]
    lines += [_clue(related, finding, area, say, 6) for related in finding.related]
    return Group(*lines)


def _clue(related: Related, finding: Finding, area: CheckedArea, say: Say, indent: int) -> RenderableType:
    """What else to look at, with the file's name where it is another."""
    if related.path in area.spots:
        return _hanging(where(area, related.path, related.span.line, say), say.clue(related), indent)
    file = "" if related.path == finding.path else f"{area.shown_path(related.path)}:"
    return _hanging(f"{file}{related.span.line}:{related.span.column}", say.clue(related), indent)


def _place_in_word(finding: Finding, area: CheckedArea, say: Say, width: int, style: str) -> RenderableType:
    """As people who look at the document would say where it is."""
    message = Text(say.message(finding).text)
    place = where(area, finding.path, finding.span.line, say)
    if not place:
        return Padding(message, (0, 0, 0, 4))
    lines: list[RenderableType] = [
        Padding(Text(place, style="dim"), (0, 0, 0, 4)),
        Padding(message, (0, 0, 0, 6)),
    ]
    shown = excerpt(area.documents[finding.path], finding.span, width - 6, style, "")
    lines += [Padding(line, (0, 0, 0, 6)) for line in shown]
    lines += [_clue(related, finding, area, say, 8) for related in finding.related]
    return Group(*lines)


def _also(rest: list[Finding], area: CheckedArea, say: Say) -> str:
    """The places that are not shown, each once."""
    lines = dict.fromkeys(where(area, finding.path, finding.span.line, say) for finding in rest)
    if rest[0].path in area.spots:
        return say("also-there", n=len(rest), places="; ".join(lines))
    return say("also", n=len(rest), lines=", ".join(lines))


def _remedy(group: list[Finding], say: Say) -> str:
    """What to do; several places of one kind may each need their own words."""
    return " ".join(dict.fromkeys(say.message(finding).remedy for finding in group[:_SHOWN]))


def _hanging(label: str, sentence: str, indent: int) -> RenderableType:
    """A label and a sentence whose later lines stand under its first, or below a label that is long."""
    if len(label) > _LONG_LABEL:
        above = Padding(Text(label, style="dim", overflow="fold"), (0, 0, 0, indent))
        return Group(above, Padding(Text(sentence), (0, 0, 0, indent + 2)))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column()
    grid.add_row(Text(label), Text(sentence))
    return Padding(grid, (0, 0, 0, indent))


def _urgency(finding: Finding) -> tuple[int, bool]:
    """The gravest first, and first of these what keeps a file from being read."""
    return finding.severity.rank, finding.slug not in FAULTS


def _print_last(checked: Checked, say: Say, console: Console) -> None:
    _print_closed(checked, say, console)
    for line in readings_told(checked, say):
        console.print(Text(line), soft_wrap=True)
    counts = checked.counts
    if not counts:
        console.print(
            Text(
                say("clean-new" if checked.known else "clean", files=say("files", n=checked.files)),
                style="bold green",
            )
        )
        return
    console.print(Text(say.counts(counts, checked.files), style="bold"))
    if not counts[Severity.ERROR]:
        console.print(Text(say("no-errors")))
        return
    area, first = min(
        ((area, finding) for area in checked.areas for finding in area.open_findings),
        key=lambda item: (*_urgency(item[1]), item[0].path, item[1].path, item[1].span),
    )
    place = f"{safe(area.shown_path(first.path))}{place_shown(first, area, say)}"
    console.print(Text.assemble(f"{say('begin')} ", (place, "bold")), soft_wrap=True)
    console.print(Padding(Text(say.message(first).text), (0, 0, 0, 2)))


def _print_closed(checked: Checked, say: Say, console: Console) -> None:
    """What may stand, with its reasons, and how much was known from before."""
    if checked.allowed:
        console.print(Text(say("allowed-here"), style="bold"))
        allowed = [(area, f) for area in checked.areas for f in area.findings if f.allowed]
        for area, finding in allowed[:_FILES]:
            place = f"{safe(area.shown_path(finding.path))}{place_shown(finding, area, say)}"
            console.print(Text.assemble("  ", place, f" {finding.code}"), soft_wrap=True)
            console.print(Padding(Text(_reason(finding, say)), (0, 0, 0, 4)))
        console.print()
    if checked.known:
        console.print(Text(say("known", n=checked.known)))


def _reason(finding: Finding, say: Say) -> str:
    allowed = finding.allowed
    return say("reason", text=allowed.reason, until=allowed.until) if allowed else ""
