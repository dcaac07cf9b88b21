"""`byvekst rules`: everything that the check can find."""

import sys
from typing import Annotated, Final

import typer
from rich.table import Table
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import console, maker, one_of, speaker
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.report.rule_page import everything, listing, listing_json

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("rules", cls=command, help=words("rules"), epilog=words("rules-examples"))
    def rules(
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--format", format, FORMATS, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        say = speaker(language, [], words)
        if format == "text":
            console().print(_table(say))
        else:
            sys.stdout.write(listing(say) if format == "markdown" else listing_json(say))
        return CLEAN


def _table(say: Say) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in ("code", "severity", "title", "name"):
        table.add_column(say(column), overflow="fold")
    for about in everything():
        row = (about.code, say(about.severity.value), say.entry(about.code)["title"], about.slug)
        table.add_row(*row)
    return table
