"""The page of a rule or fault: what it says, why, on what basis, before and after, how to allow it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any, Final

from byvekst_cli.finding import Severity
from byvekst_cli.finding.faults import FAULTS, Fault
from byvekst_cli.language import Say
from byvekst_cli.rules import Rule, all_rules

EXAMPLES: Final = Path(__file__).parent / "examples.json"
_IN_TEXT: Final = frozenset({"prose", "accessibility"})
"""Families that look at the text of notes, where a comment is one of Markdown's."""
"""Made from the tests: for each code what it says in each language, and files before and after."""


def everything() -> list[Rule | Fault]:
    """All rules and faults, by code."""
    return sorted((*all_rules(), *FAULTS.values()), key=lambda each: each.code)


def page(about: Rule | Fault, say: Say) -> str:
    """The page as Markdown."""
    found = examples().get(about.code, {})
    words = say.entry(about.code) | found.get("says", {}).get(say.language, {})
    parts = [f"# {about.code} {words['title']}\n", f"{_summary(about, say)}\n"]
    parts += [f"> {words['message']}\n"] if found else []
    parts += [f"## {say('why').rstrip(':')}\n\n{words['why']}\n"]
    parts += [f"## {say('basis')}\n\n{words['basis']}\n"] if "basis" in words else []
    parts += [f"## {say('remedy').rstrip(':')}\n\n{words['remedy']}\n"]
    for side in ("before", "after"):
        parts += [f"## {say(side)}\n"] if found.get(side) else []
        parts += [_file(file) for file in found.get(side, ())]
    parts.append(f"## {say('how-to-allow')}\n\n{''.join(_allowing(about, say))}")
    return "\n".join(parts)


def listing(say: Say) -> str:
    """All of them as a Markdown table."""
    rows = [
        f"| {say('code')} | {say('severity')} | {say('name')} | {say('title')} |\n| --- | --- | --- | --- |\n"
    ]
    for about in everything():
        title = say.entry(about.code)["title"]
        rows.append(f"| {about.code} | {say(about.severity.value)} | {about.slug} | {title} |\n")
    return "".join(rows)


def listing_json(say: Say) -> str:
    """The same for programs, version 1."""
    rules = [
        {
            "code": about.code,
            "slug": about.slug,
            "family": about.family if isinstance(about, Rule) else None,
            "severity": about.severity.value,
            "today": isinstance(about, Rule) and about.today,
            "title": say.entry(about.code)["title"],
        }
        for about in everything()
    ]
    return json.dumps({"version": 1, "rules": rules}, ensure_ascii=False, indent=2) + "\n"


@cache
def examples() -> Mapping[str, Any]:
    """What was made from the tests."""
    found: Mapping[str, Any] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return found


def _summary(about: Rule | Fault, say: Say) -> str:
    severity = {
        Severity.ERROR: "usually-error",
        Severity.WARNING: "usually-warning",
        Severity.ADVICE: "usually-advice",
    }[about.severity]
    today = f" {say('comes-with-calendar')}" if isinstance(about, Rule) and about.today else ""
    return f"`{about.slug}`. {say(severity)}{today}"


def _file(file: Mapping[str, str]) -> str:
    kind = "markdown" if file["path"].endswith(".md") else "yaml"
    return f"`{file['path']}`\n\n```{kind}\n{file['text'].rstrip()}\n```\n"


def _allowing(about: Rule | Fault, say: Say) -> Iterator[str]:
    if isinstance(about, Fault):
        grave = about.severity is Severity.ERROR
        yield f"{say('cannot-be-allowed' if grave else 'cannot-be-tuned')}\n"
        return
    reason = say("your-reason")
    words = f"byvekst: tillat {about.code}: {reason}"
    fence = f"markdown\n<!-- {words} -->" if about.family in _IN_TEXT else f"yaml\n# {words}"
    yield f"{say('allow-beside')}\n\n```{fence}\n```\n\n"
    options = {field.name: field.default for field in fields(about.options)} if about.options else {}
    listed = ", ".join(f"{name}: {value}" for name, value in options.items())
    chosen = f", valg: {{{listed}}}" if listed else ""
    level = "av" if about.severity is Severity.ADVICE else "råd"
    setting = f"  {about.slug}: {{nivå: {level}{chosen}, grunn: {reason}}}"
    yield f"{say('tune-in-settings')}\n\n```yaml\nregler:\n{setting}\n```\n"
