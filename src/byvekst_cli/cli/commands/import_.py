"""`byvekst import`: files from outside, each form of them in its own file under `cli/incoming`."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.incoming.asked import Asked
from byvekst_cli.cli.options import argument, flags, maker, one_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES

Form = Callable[[Asked, Words], int]
LISTS: Final = (".csv", ".txt", ".tsv")
BOOKS: Final = (".xlsx", ".xlsm")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("import", cls=command, help=words("import"), epilog=words("import-examples"))
    def import_(
        file: Annotated[str, argument(words, "import-file", "FILE")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        map: Annotated[str | None, option("map", "FILE")] = None,
        dry_run: Annotated[bool, flag("dry-run")] = False,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        asked = Asked(file, area, map, dry_run, as_of, language)
        return _form(asked, words)(asked, words)


def _form(asked: Asked, words: Words) -> Form:
    """What reads a file: by its ending, and by whether a map says what its columns are."""
    ending = PurePath(asked.file).suffix.lower()
    if asked.map is not None and ending in (*BOOKS, *LISTS):
        from byvekst_cli.cli.incoming.flat_list import bring_in as form
    elif ending in BOOKS:
        from byvekst_cli.cli.incoming.workbook import bring_in as form
    elif ending in LISTS:
        raise WrongUse(words("import-needs-map", file=asked.file))
    else:
        raise WrongUse(words("import-ending", file=asked.file, allowed=(*BOOKS, *LISTS)))
    return form
