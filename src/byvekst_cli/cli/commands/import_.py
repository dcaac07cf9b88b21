"""`byvekst import byindeks FILE`: official figures into the area's own files."""

from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.importing.byindeks import FORMATS, Asked, import_byindeks
from byvekst_cli.cli.options import argument, flags, maker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.near import near

WHAT = ("byindeks",)


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("import", cls=command, help=words("import"), epilog=words("import-examples"))
    def import_(
        what: Annotated[str, argument(words, "import-what", "WHAT", complete=_started)],
        file: Annotated[str, argument(words, "import-file", "FILE")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        dry_run: Annotated[bool, flag("dry-run")] = False,
        indicator: Annotated[str | None, option("indicator", "INDICATOR")] = None,
        published: Annotated[str | None, option("published", "DATE")] = None,
        edition: Annotated[str | None, option("edition", "TEXT")] = None,
        source: Annotated[str | None, option("source", "SOURCE")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        if what.casefold() not in WHAT:
            raise WrongUse(words("no-such-import", what=what, near=near(what, list(WHAT)), known=WHAT))
        asked = Asked(file, area, dry_run, indicator, published, edition, source, format, language)
        return import_byindeks(asked, words)


def _started(incomplete: str) -> list[str]:
    return [name for name in WHAT if name.startswith(incomplete)]
