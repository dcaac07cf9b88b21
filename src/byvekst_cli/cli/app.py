"""The commands and their options."""

import os
import sys
import traceback
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from typer.exceptions import TyperException

from byvekst_cli import __version__
from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.localised import spoken
from byvekst_cli.cli.usage import NothingChecked, WrongUse, explain
from byvekst_cli.cli.words import Words, language_of
from byvekst_cli.language import LANGUAGES, Say

CLEAN, FOUND, WRONG, NOTHING, INTERNAL = range(5)
"""Exit codes, the same with every format."""
NARROWEST = 40
ALIASES = {"sjekk": "check"}
FORMATS = ("text", "json")


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit code; only a fault of the program has a trace."""
    _utf8()
    words = Words(Say(language_of(arguments, os.environ)))
    app = build(words)
    command = typer.main.get_command(app)
    arguments = [ALIASES.get(a, a) if at == 0 else a for at, a in enumerate(arguments)]
    try:
        code = command.main(arguments, prog_name="byvekst", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else CLEAN
    except TyperException as error:
        return _complain(words, explain(error, words, [*_names(app), *ALIASES]), WRONG)
    except WrongUse as error:
        return _complain(words, str(error), WRONG)
    except NothingChecked as error:
        print(error, file=sys.stderr)
        return NOTHING
    except BrokenPipeError:
        _silence()
        return CLEAN
    except OSError as error:
        _silence()
        print(words("no-output", reason=error.strerror), file=sys.stderr)
        return INTERNAL
    except Exception as error:  # noqa: BLE001 - the last net: exit code 4, with its trace
        print(words("internal", error=type(error).__name__), file=sys.stderr)
        traceback.print_exc()
        return INTERNAL


def build(words: Words) -> typer.Typer:
    """The whole command line, with help in one language."""
    group, command = spoken(words)
    options, arguments = words("options"), words("arguments")
    app = typer.Typer(cls=group, help=words("app"), add_completion=False, pretty_exceptions_enable=False)

    @app.callback(invoke_without_command=True)
    def start(
        context: typer.Context,
        version: Annotated[
            bool, typer.Option("--version", help=words("version"), rich_help_panel=options)
        ] = False,
    ) -> None:
        if version:
            print(f"byvekst {__version__}")
            raise typer.Exit
        if context.invoked_subcommand is None:
            raise WrongUse(f"{words('no-command')} {words('try-help', command='byvekst')}")

    @app.command("check", cls=command, help=words("check"), rich_help_panel=words("commands"))
    def check_command(
        areas: Annotated[
            list[str] | None,
            typer.Argument(
                help=words("areas"), rich_help_panel=arguments, metavar="AREA", show_default=False
            ),
        ] = None,
        format: Annotated[
            str,
            typer.Option(
                "--format", help=words("format"), rich_help_panel=options, metavar="|".join(FORMATS)
            ),
        ] = FORMATS[0],
        fail_on: Annotated[
            str,
            typer.Option("--fail-on", help=words("fail-on"), rich_help_panel=options, metavar="LEVEL"),
        ] = "error",
        select: Annotated[
            list[str] | None,
            typer.Option(
                "--select", help=words("select"), rich_help_panel=options, metavar="RULE", show_default=False
            ),
        ] = None,
        ignore: Annotated[
            list[str] | None,
            typer.Option(
                "--ignore", help=words("ignore"), rich_help_panel=options, metavar="RULE", show_default=False
            ),
        ] = None,
        as_of: Annotated[
            str | None,
            typer.Option("--as-of", help=words("as-of"), rich_help_panel=options, metavar="DATE"),
        ] = None,
        language: Annotated[
            str | None,
            typer.Option(
                "--language", help=words("language"), rich_help_panel=options, metavar="|".join(LANGUAGES)
            ),
        ] = None,
    ) -> int:
        asked = Asked(areas or [], format, fail_on, select or [], ignore or [], as_of, language)
        return _check(words, asked)

    return app


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


def _check(words: Words, asked: Asked) -> int:
    from byvekst_cli.cli import check
    from byvekst_cli.lint import Selection, UnknownSelector

    _one_of("--format", asked.format, FORMATS, words)
    _one_of("--language", asked.language or LANGUAGES[0], LANGUAGES, words)
    _one_of("--fail-on", asked.fail_on.removesuffix(",today"), check.FailOn.LEVELS, words)
    try:
        selection = Selection.of(tuple(asked.select), tuple(asked.ignore))
    except UnknownSelector as error:
        raise WrongUse(words("unknown-selector", selector=error.selector, near=error.near)) from None
    folders = find_areas([Path(area) for area in asked.areas], words)
    checked, languages = check.check(folders, _day(asked.as_of, words), selection)
    say = Say(asked.language or (languages[0] if len(languages) == 1 else words.say.language))
    if asked.format == "json":
        from byvekst_cli.report.as_json import as_json

        sys.stdout.write(as_json(checked, say))
    else:
        from byvekst_cli.report.text import print_text

        print_text(checked, say, _console())
    return FOUND if check.FailOn.parse(asked.fail_on).fails(checked) else CLEAN


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


def _names(app: typer.Typer) -> list[str]:
    return [command.name for command in app.registered_commands if command.name]


def _complain(words: Words, text: str, code: int) -> int:
    print(f"{words('wrong-use')} {text}", file=sys.stderr)
    return code


def _silence() -> None:
    """Nothing more can be written; Python would complain of that when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _utf8() -> None:
    """Norwegian letters on every system, also where the console thinks in another code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
