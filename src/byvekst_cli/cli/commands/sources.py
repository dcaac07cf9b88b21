"""`byvekst sources`: how much of an area has a source, is unknown, or is illustration."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import argument, console, day, maker, one_of, speaker
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder

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
        one_of("--format", format, FORMATS, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        (root,) = find_areas([Path(area)] if area else [], words)
        return _count(root, format, as_of, language, words)


def _count(root: Path, format: str, as_of: str | None, language: str | None, words: Words) -> int:
    from byvekst_cli.report.provenance import json_counts, markdown_counts, print_counts

    area = load(Folder(root), day(as_of, words)).area
    say = speaker(language, [area.language or ""], words)
    if format == "json":
        sys.stdout.write(json_counts(area))
    elif format == "markdown":
        sys.stdout.write(markdown_counts(area, say))
    else:
        print_counts(area, say, console())
    return CLEAN
