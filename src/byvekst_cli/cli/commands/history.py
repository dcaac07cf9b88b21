"""`byvekst history CASE`: what a note's section on earlier treatment should hold."""

import sys
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import case_of, opened
from byvekst_cli.cli.options import argument, console, maker
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.pack.history import history as gathered
from byvekst_cli.report.history import history_json, history_markdown, history_text

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("history", cls=command, help=words("earlier"), epilog=words("history-examples"))
    def history(
        case: Annotated[str, argument(words, "case-id", "CASE")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        opening = opened(area, format, FORMATS, as_of, language, words)
        loaded = opening.loaded.area
        found = gathered(loaded, case_of(loaded, case, words).model)
        if format == "json":
            sys.stdout.write(history_json(found, loaded.id, loaded.as_of.isoformat()))
        elif format == "markdown":
            sys.stdout.write(history_markdown(found, opening.say))
        else:
            sys.stdout.write(history_text(found, opening.say, console().width))
        return CLEAN
