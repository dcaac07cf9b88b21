"""`byvekst verify FILE`: whether a document still says what the data say, and whether it was edited."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN, FOUND
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, maker
from byvekst_cli.cli.reasons import reason_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.render.read_back import NotMadeHere, Stated, stated

FORMATS: Final = ("text", "json")
LARGEST: Final = 100_000_000
"""Bytes."""


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("verify", cls=command, help=words("verify"), epilog=words("verify-examples"))
    def verify(
        file: Annotated[str, argument(words, "verify-file", "FILE")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        found = _stated(file, words)
        opening = opened(area, format, FORMATS, found.made.as_of, language, words)
        if opening.loaded.area.id != found.made.area:
            raise WrongUse(words("verify-other-area", file=file, area=found.made.area))
        return _verify(file, found, opening, format)


def _stated(file: str, words: Words) -> Stated:
    try:
        with Path(file).open("rb") as document:
            data = document.read(LARGEST)
    except (OSError, ValueError) as error:
        raise WrongUse(words("cannot-read", file=file, reason=reason_of(error, words))) from None
    try:
        return stated(data)
    except NotMadeHere:
        raise WrongUse(words("verify-not-made", file=file)) from None


def _verify(file: str, found: Stated, opening: Opened, format: str) -> int:
    from byvekst_cli.cli.public import PUBLIC
    from byvekst_cli.pack.public import public
    from byvekst_cli.render.verified_words import verified_json, verified_text
    from byvekst_cli.render.verify import verified

    area = opening.loaded.area
    told = verified(found, public(area).area if PUBLIC in found.made.asked else area, opening.root)
    if format == "json":
        sys.stdout.write(verified_json(file, told))
    else:
        print("\n".join(verified_text(file, told, opening.say)))
    return CLEAN if told.matches and found.is_untouched is not False else FOUND
