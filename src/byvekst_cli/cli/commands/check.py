"""The options of `byvekst check`, what they may be, and how its answer is shown."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.check import FailOn, check
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.options import argument, console, day, maker, one_of, speaker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.lint import Selection, UnknownSelector

FORMATS: Final = ("text", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)
    folders = argument(words, "areas", "AREA")

    @app.command("check", cls=command, help=words("check"), rich_help_panel=words("commands"))
    def check_command(
        areas: Annotated[list[str] | None, folders] = None,
        format: Annotated[str, option("format", "|".join(FORMATS))] = FORMATS[0],
        fail_on: Annotated[str, option("fail-on", "LEVEL")] = "error",
        select: Annotated[list[str] | None, option("select", "RULE")] = None,
        ignore: Annotated[list[str] | None, option("ignore", "RULE")] = None,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "|".join(LANGUAGES))] = None,
    ) -> int:
        asked = Asked(areas or [], format, fail_on, select or [], ignore or [], as_of, language)
        return run_check(words, asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written on the command line of `check`."""

    areas: list[str]
    format: str
    fail_on: str
    select: list[str]
    ignore: list[str]
    as_of: str | None
    language: str | None


def run_check(words: Words, asked: Asked) -> int:
    one_of("--format", asked.format, FORMATS, words)
    one_of("--language", asked.language or LANGUAGES[0], LANGUAGES, words)
    one_of("--fail-on", asked.fail_on.removesuffix(",today"), FailOn.LEVELS, words)
    try:
        selection = Selection.of(tuple(asked.select), tuple(asked.ignore))
    except UnknownSelector as error:
        raise WrongUse(words("unknown-selector", selector=error.selector, near=error.near)) from None
    folders = find_areas([Path(area) for area in asked.areas], words)
    checked, languages = check(folders, day(asked.as_of, words), selection)
    say = speaker(asked.language, languages, words)
    if asked.format == "json":
        from byvekst_cli.report.as_json import as_json

        sys.stdout.write(as_json(checked, say))
    else:
        from byvekst_cli.report.text import print_text

        print_text(checked, say, console())
    return FOUND if FailOn.parse(asked.fail_on).fails(checked) else CLEAN
