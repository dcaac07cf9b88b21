"""The options of `byvekst check`, what they may be, and how its answer is shown."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich.console import Console
from typer.core import TyperCommand

from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.check import FailOn, check
from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.lint import Selection, UnknownSelector

FORMATS: Final = ("text", "json")
NARROWEST: Final = 40


def add_check(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""

    def option(name: str, metavar: str) -> Any:
        panel = words("options")
        return typer.Option(
            f"--{name}", help=words(name), rich_help_panel=panel, metavar=metavar, show_default=False
        )

    folders = typer.Argument(help=words("areas"), rich_help_panel=words("arguments"), metavar="AREA")

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
    _one_of("--format", asked.format, FORMATS, words)
    _one_of("--language", asked.language or LANGUAGES[0], LANGUAGES, words)
    _one_of("--fail-on", asked.fail_on.removesuffix(",today"), FailOn.LEVELS, words)
    try:
        selection = Selection.of(tuple(asked.select), tuple(asked.ignore))
    except UnknownSelector as error:
        raise WrongUse(words("unknown-selector", selector=error.selector, near=error.near)) from None
    folders = find_areas([Path(area) for area in asked.areas], words)
    checked, languages = check(folders, _day(asked.as_of, words), selection)
    say = Say(asked.language or (languages[0] if len(languages) == 1 else words.say.language))
    if asked.format == "json":
        from byvekst_cli.report.as_json import as_json

        sys.stdout.write(as_json(checked, say))
    else:
        from byvekst_cli.report.text import print_text

        print_text(checked, say, _console())
    return FOUND if FailOn.parse(asked.fail_on).fails(checked) else CLEAN


def _console() -> Console:
    """Never narrower than words can be read in."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = max(console.width, NARROWEST)
    return console


def _one_of(option: str, value: str, allowed: tuple[str, ...], words: Words) -> None:
    if value not in allowed:
        raise WrongUse(words("bad-value", option=option, allowed=allowed))


def _day(text: str | None, words: Words) -> date:
    try:
        return date.fromisoformat(text) if text else date.today()  # noqa: DTZ011 - the user's own day is meant

    except ValueError:
        raise WrongUse(words("bad-date", value=text)) from None
