"""The options of `byvekst check`, what they may be, and how its answer is shown."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.baseline import with_baseline
from byvekst_cli.cli.check import FailOn, check
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.options import argument, console, day, flags, maker, one_of, speaker
from byvekst_cli.cli.saving import save
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.lint import Selection, UnknownSelector
from byvekst_cli.report.formats import FORMATS, write


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)
    folders = argument(words, "areas", "AREA")

    @app.command("check", cls=command, help=words("check"), epilog=words("check-examples"))
    def check_command(
        areas: Annotated[list[str] | None, folders] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS, "check-format")] = FORMATS[0],
        fail_on: Annotated[str, option("fail-on", "LEVEL", FailOn.LEVELS)] = "error",
        select: Annotated[list[str] | None, option("select", "RULE")] = None,
        ignore: Annotated[list[str] | None, option("ignore", "RULE")] = None,
        report: Annotated[list[str] | None, option("report", "FORMAT:FILE")] = None,
        baseline: Annotated[str | None, option("baseline", "FILE")] = None,
        update_baseline: Annotated[bool, flag("update-baseline")] = False,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        asked = Asked(
            areas or [],
            format,
            fail_on,
            select or [],
            ignore or [],
            report or [],
            baseline,
            update_baseline,
            as_of,
            language,
        )
        return run_check(words, asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written on the command line of `check`."""

    areas: list[str]
    format: str
    fail_on: str
    select: list[str]
    ignore: list[str]
    reports: list[str]
    baseline: str | None
    update_baseline: bool
    as_of: str | None
    language: str | None


def run_check(words: Words, asked: Asked) -> int:
    one_of("--format", asked.format, FORMATS, words)
    one_of("--language", asked.language or LANGUAGES[0], LANGUAGES, words)
    one_of("--fail-on", asked.fail_on.removesuffix(",today"), FailOn.LEVELS, words)
    reports = [report_asked(text, words) for text in asked.reports]
    folders = find_areas([Path(area) for area in asked.areas], words)
    selection = selected(asked.select, asked.ignore, words)
    checked, languages = check(folders, day(asked.as_of, words), selection)
    checked = with_baseline(checked, selection, asked.baseline, asked.update_baseline, words)
    say = speaker(asked.language, languages, words)
    if asked.format == "text":
        from byvekst_cli.report.text import print_text

        print_text(checked, say, console())
    else:
        sys.stdout.write(write(asked.format, checked, say))
    for format, file in reports:
        save(Path(file), write(format, checked, say), checked, words)
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if asked.format == "github" else None
    if summary:
        save(Path(summary), write("markdown", checked, say), checked, words, add=True)
    return FOUND if FailOn.parse(asked.fail_on).fails(checked) else CLEAN


def selected(select: list[str], ignore: list[str], words: Words) -> Selection:
    """The rules that were asked for. Raises WrongUse for a name that nothing has."""
    try:
        return Selection.of(_names(select), _names(ignore))
    except UnknownSelector as error:
        raise WrongUse(words("unknown-selector", selector=error.selector, near=error.near)) from None


def _names(given: list[str]) -> tuple[str, ...]:
    """Each name, also where several stand with commas between."""
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())


def report_asked(text: str, words: Words) -> tuple[str, str]:
    """`sarif:out.sarif` → format and file."""
    format, _, file = text.partition(":")
    if not file:
        raise WrongUse(words("bad-report", value=text))
    return one_of("--report", format, FORMATS, words), file
