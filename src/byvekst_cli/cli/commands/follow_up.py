"""`byvekst follow-up`: what meetings have asked for, and what parties have committed themselves to."""

import sys
from datetime import date, timedelta
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import opened
from byvekst_cli.cli.options import argument, console, day, flags, maker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.governance.follow import Wanted, duties, follow_ups
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.organisation import Organisation
from byvekst_cli.report.follow_up import follow_up_grids, follow_up_json, follow_up_notes
from byvekst_cli.report.grid import markdown_grids, print_grids
from byvekst_cli.report.roles import area_name

FORMATS: Final = ("text", "markdown", "json")
_MOST_DAYS: Final = 3660
"""Ten years, which is longer than any agreement has left."""


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("follow-up", cls=command, help=words("follow-up"), epilog=words("follow-up-examples"))
    def follow_up(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        party: Annotated[str | None, option("party", "PARTY")] = None,
        due: Annotated[str | None, option("due", "DATE")] = None,
        within: Annotated[str | None, option("within", "DAYS", says="follow-within")] = None,
        all: Annotated[bool, flag("all")] = False,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        found = opened(area, format, FORMATS, as_of, language, words)
        loaded = found.loaded.area
        wanted = Wanted(_party(loaded, party, words), _by(loaded.as_of, due, within, words), all)
        rows, clauses = follow_ups(loaded, wanted), duties(loaded, wanted)
        if format == "json":
            sys.stdout.write(follow_up_json(loaded, rows, clauses))
            return CLEAN
        grids = follow_up_grids(loaded, rows, clauses, found.say)
        notes = follow_up_notes(rows, clauses, found.say)
        if format == "markdown":
            sys.stdout.write(markdown_grids(area_name(loaded), grids, notes))
        else:
            print_grids(area_name(loaded), grids, notes, console())
        return CLEAN


def _party(area: Area, id: str | None, words: Words) -> str | None:
    """An organisation or a body of the area. Raises WrongUse."""
    if id is not None and area.one(Organisation, id) is None and area.one(Mandate, id) is None:
        raise WrongUse(words("no-party", id=id, near=area.near(id, ("organisation", "mandate"))))
    return id


def _by(today: date, due: str | None, within: str | None, words: Words) -> date | None:
    """The last day asked for, if any. Raises WrongUse."""
    if due is not None and within is not None:
        raise WrongUse(words("due-or-within"))
    if within is None:
        return day(due, words) if due is not None else None
    if not (within.isascii() and within.isdigit()) or int(within) > _MOST_DAYS:
        raise WrongUse(words("bad-days", value=within))
    return today + timedelta(days=int(within))
