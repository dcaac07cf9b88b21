"""`byvekst local CASE`: how the parties treat a case themselves, and their decisions side by side."""

import sys
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import case_of, opened
from byvekst_cli.cli.options import argument, console, maker
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.report.grid import markdown_grids, print_grids
from byvekst_cli.report.local import local_grids, local_json, local_notes
from byvekst_cli.report.roles import area_name

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("local", cls=command, help=words("local"), epilog=words("local-examples"))
    def local(
        case: Annotated[str, argument(words, "case-id", "CASE")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        found = opened(area, format, FORMATS, as_of, language, words)
        loaded = found.loaded.area
        wanted = case_of(loaded, case, words).model
        if format == "json":
            sys.stdout.write(local_json(loaded, wanted))
            return CLEAN
        title = f"{area_name(loaded)}: {wanted.title}"
        grids, notes = local_grids(loaded, wanted, found.say), local_notes(loaded, wanted, found.say)
        if format == "markdown":
            sys.stdout.write(markdown_grids(title, grids, notes))
        else:
            print_grids(title, grids, notes, console())
        return CLEAN
