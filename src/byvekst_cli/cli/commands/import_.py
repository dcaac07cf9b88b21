"""`byvekst import`: files from outside; each form of them is a file in `cli/importing`."""

from pathlib import PurePath
from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.importing import word
from byvekst_cli.cli.options import argument, flags, maker, one_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("import", cls=command, help=words("import"), epilog=words("import-examples"))
    def import_(
        file: Annotated[str, argument(words, "import-file", "FILE")],
        area: Annotated[str | None, option("area", "AREA")] = None,
        case: Annotated[str | None, option("case", "ID")] = None,
        body: Annotated[str | None, option("body", "ID")] = None,
        set: Annotated[list[str] | None, option("set", "FIELD=VALUE")] = None,
        output: Annotated[str | None, option("output", "FILE", says="import-output")] = None,
        dry_run: Annotated[bool, flag("dry-run")] = False,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        if PurePath(file).suffix.lower() not in word.ENDINGS:
            raise WrongUse(words("import-ending", file=file))
        asked = word.Asked(file, area, case, body, tuple(set or ()), output, dry_run, language)
        return word.import_word(asked, words)
