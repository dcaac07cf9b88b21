"""`byvekst import`: files from outside, each form of them in its own file under `cli/incoming`."""

from importlib import import_module
from pathlib import PurePath
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.incoming.asked import Asked
from byvekst_cli.cli.options import argument, flags, maker, one_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.near import near

LISTS: Final = (".csv", ".txt", ".tsv")
BOOKS: Final = (".xlsx", ".xlsm")
NOTES: Final = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".odt", ".rtf")
"""Word's own, and those that people take for Word's: reading tells what is wrong with them."""
WORDS: Final = {"byindeks": "byindeks"}
"""First words that say what a file is where its ending does not."""
OWN: Final = {
    "workbook": ("as-of", "source", "format"),
    "flat_list": ("map", "as-of", "format"),
    "word": ("case", "body", "set", "output"),
    "byindeks": ("indicator", "published", "edition", "source", "format"),
}
"""The options that each form takes beside those of all."""
FORMATS: Final = {
    "workbook": ("text", "json"),
    "flat_list": ("text", "json"),
    "word": ("text",),
    "byindeks": ("text", "markdown", "json"),
}
"""How each form can tell what it did."""


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("import", cls=command, help=words("import"), epilog=words("import-examples"))
    def import_(
        files: Annotated[
            list[str], argument(words, "import-file", "[byindeks] FILE [AREA]", complete=_started)
        ],
        map: Annotated[str | None, option("map", "FILE")] = None,
        case: Annotated[str | None, option("case", "ID", says="import-case")] = None,
        body: Annotated[str | None, option("body", "ID", says="import-body")] = None,
        set: Annotated[list[str] | None, option("set", "FIELD=VALUE")] = None,
        output: Annotated[str | None, option("output", "FILE", says="import-output")] = None,
        indicator: Annotated[str | None, option("indicator", "INDICATOR")] = None,
        published: Annotated[str | None, option("published", "DATE")] = None,
        edition: Annotated[str | None, option("edition", "TEXT")] = None,
        source: Annotated[str | None, option("source", "SOURCE")] = None,
        dry_run: Annotated[bool, flag("dry-run")] = False,
        format: Annotated[str | None, option("format", "FORMAT", FORMATS["byindeks"])] = None,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        what, paths = (files[0].casefold(), files[1:]) if files[0].casefold() in WORDS else (None, files)
        if not 1 <= len(paths) <= 2:
            raise WrongUse(words("import-paths"))
        file, area = paths[0], paths[1] if len(paths) > 1 else None
        given = {
            "map": map, "case": case, "body": body, "set": "set" if set else None, "output": output,
            "indicator": indicator, "published": published, "edition": edition,
            "source": source,
            "format": format, "as-of": as_of,
        }  # fmt: skip
        own = {name: value for name, value in given.items() if value is not None}
        form = WORDS[what] if what else _form(file, "map" in own, words)
        if misplaced := [name for name in own if name not in OWN[form]]:
            raise WrongUse(words("import-not-here", option=f"--{misplaced[0]}", file=file))
        one_of("--format", format or "text", FORMATS[form], words)
        code: int = import_module(f"byvekst_cli.cli.incoming.{form}").bring_in(
            Asked(file, area, own, dry_run, language, tuple(set or ())), words
        )
        return code


def _form(file: str, is_mapped: bool, words: Words) -> str:
    """What reads a file: by its ending, and by whether a map says what its columns are."""
    ending = PurePath(file).suffix.lower()
    if is_mapped and ending in (*BOOKS, *LISTS):
        return "flat_list"
    if ending in BOOKS:
        return "workbook"
    if ending in NOTES:
        return "word"
    if not ending:
        raise WrongUse(words("no-such-import", what=file, near=near(file, list(WORDS)), known=tuple(WORDS)))
    if ending in LISTS:
        raise WrongUse(words("import-needs-map", file=file))
    raise WrongUse(words("import-ending", file=file, allowed=(".docx", *BOOKS, *LISTS)))


def _started(incomplete: str) -> list[str]:
    return [name for name in WORDS if name.startswith(incomplete)]
