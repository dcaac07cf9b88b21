"""`byvekst show ID`: one record, and where each of its figures comes from."""

import sys
from typing import Annotated

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area, Record
from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, flags, maker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.block import Block

FORMATS = ("text", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("show", cls=command, help=words("show"), epilog=words("show-examples"))
    def show(
        id: Annotated[str, argument(words, "record-id", "ID")],
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
        facts: Annotated[bool, flag("facts")] = False,
    ) -> int:
        found = opened(area, format, FORMATS, as_of, language, words)
        return _show(id, found, "facts" if facts and format == "text" else format, words)


def _show(id: str, found: Opened, format: str, words: Words) -> int:
    from byvekst_cli.report.record import Shown, print_facts, print_record, record_json

    area = found.loaded.area
    record = _find(id, area, words)
    document = found.loaded.documents[record.path]
    shown_record = Shown(area, record, document, f"{shown(found.root)}/{record.path}")
    if format == "json":
        sys.stdout.write(record_json(shown_record))
    elif format == "facts":
        print_facts(shown_record, found.say, console())
    else:
        print_record(shown_record, found.say, console())
    return CLEAN


def _find(id: str, area: Area, words: Words) -> Record[Block]:
    """The area's own record with the id. Raises WrongUse, with what was probably meant."""
    found = next((record for record in area.records if record.id.casefold() == id.casefold()), None)
    if found is None:
        kinds = tuple(dict.fromkeys(record.kind for record in area.records))
        raise WrongUse(words("no-record", id=id, near=area.near(id, kinds)))
    return found
