"""`byvekst schema KIND`: the JSON Schema of a kind of file."""

import json
import sys
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import argument, maker, one_of
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.language.schema import schema_of
from byvekst_cli.model.kinds import KINDS

NAMES: Final = tuple(kind.name for kind in KINDS)


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("schema", cls=command, help=words("schema"), epilog=words("schema-examples"))
    def schema(
        kind: Annotated[str, argument(words, "schema-kind", "KIND", complete=_kinds)],
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("KIND", kind, NAMES, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        (found,) = (each for each in KINDS if each.name == kind)
        made = schema_of(found, Say(language) if language else words.say)
        sys.stdout.write(json.dumps(made, ensure_ascii=False, indent=2, default=float) + "\n")
        return CLEAN


def _kinds(incomplete: str) -> list[str]:
    return [name for name in NAMES if name.startswith(incomplete)]
