"""`byvekst init`: a new area that checks clean, ready for git, an editor and CI."""

from pathlib import Path
from typing import Annotated, Final
from unicodedata import normalize

import typer
from rich.text import Text
from typer.core import TyperCommand

from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.asking import values_for
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import argument, console, maker, one_of
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.new_area import new_area, under
from byvekst_cli.edit.write import AlreadyThere, make_files
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.kinds import AREA
from byvekst_cli.source.small_yaml import read

OPTIONS: Final = {"id": "--id ", "navn": "--name ", "område": "--region ", "språk": "--language "}


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("init", cls=command, help=words("init"), epilog=words("init-examples"))
    def init(
        folder: Annotated[str, argument(words, "new-folder", "FOLDER")] = ".",
        name: Annotated[str | None, option("name", "NAME")] = None,
        region: Annotated[str | None, option("region", "REGION")] = None,
        id: Annotated[str | None, option("id", "ID")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        given = {"navn": name, "område": region, "id": id or _id(name), "språk": language}
        return _init(Path(folder), {key: text for key, text in given.items() if text}, words)


def _id(name: str | None) -> str | None:
    """A name as an id: small letters, and hyphens for what an id cannot hold."""
    if name is None:
        return None
    return (
        "-".join("".join(c if c.isalnum() else " " for c in normalize("NFC", name).lower()).split()) or None
    )


def _init(root: Path, given: dict[str, str], words: Words) -> int:
    say = Say(given.setdefault("språk", words.say.language))
    fixed = {"avtaler": "{}", "organisasjoner": "{}", "parter": "[]"}
    values = values_for(AREA, {**given, **fixed}, words, say, OPTIONS)
    name = str(read(f"x: {values['navn']}\n").data["x"])
    try:
        make_files(under(root, new_area(values, name, say)))
    except AlreadyThere as found:
        raise WrongUse(words("already-there", file=shown(found.path))) from None
    except OSError as error:
        raise not_written(str(root), error, words) from None
    console().print(Text(say.cli("area-made", folder=shown(root))), soft_wrap=True)
    return CLEAN
