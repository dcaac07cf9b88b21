"""`byvekst sources`: how much of an area has a source, is unknown, or is illustration."""

import sys
from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, maker
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES

FORMATS = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("sources", cls=command, help=words("sources"), epilog=words("sources-examples"))
    def sources(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        return _count(opened(area, format, FORMATS, as_of, language, words), format)


def _count(found: Opened, format: str) -> int:
    from byvekst_cli.report.provenance import json_counts, markdown_counts, print_counts

    area = found.loaded.area
    if format == "json":
        sys.stdout.write(json_counts(area))
    elif format == "markdown":
        sys.stdout.write(markdown_counts(area, found.say))
    else:
        print_counts(area, found.say, console())
    return CLEAN
