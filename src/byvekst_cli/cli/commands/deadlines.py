"""`byvekst deadlines`: what is due, by whom and why; reminders; a calendar file; a plan backwards."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.text import Text
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, flags, maker
from byvekst_cli.cli.saving import save_bytes
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.deadlines.choose import OPEN, Wanted, chosen, near, role_of
from byvekst_cli.deadlines.item import Item
from byvekst_cli.deadlines.items import all_items
from byvekst_cli.deadlines.plan import plan
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.model.near import near as likely
from byvekst_cli.model.when import When

FORMATS: Final = ("text", "markdown", "json")
WITHIN: Final = 30
KINDS: Final = {"--body": "mandate", "--meeting": "meeting", "--party": "organisation"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written on the command line of `deadlines`."""

    within: int | None
    why: bool
    remind: bool
    format: str
    wanted: Wanted


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("deadlines", cls=command, help=words("deadlines"), epilog=words("deadlines-examples"))
    def deadlines(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        within: Annotated[str | None, option("within", "DAYS")] = None,
        body: Annotated[str | None, option("body", "BODY")] = None,
        meeting: Annotated[str | None, option("meeting", "MEETING")] = None,
        party: Annotated[str | None, option("party", "PARTY")] = None,
        role: Annotated[str | None, option("role", "ROLE")] = None,
        all: Annotated[bool, flag("all")] = False,
        why: Annotated[bool, flag("why")] = False,
        remind: Annotated[bool, flag("remind")] = False,
        ics: Annotated[str | None, option("ics", "FILE")] = None,
        plan: Annotated[str | None, option("plan", "BODY:DATE")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        if sum((all, remind, ics is not None, plan is not None)) > 1 or (all and within is not None):
            raise WrongUse(words("not-together-deadlines"))
        days = None if all else _days(within, words)
        found = opened(area, format, FORMATS, as_of, language, words)
        if plan is not None:
            return _plan(plan, found, format, words)
        wanted = _wanted(
            {"--body": body, "--meeting": meeting, "--party": party}, role, found.loaded.area, words
        )
        items = chosen(all_items(found.loaded.area), wanted, found.loaded.area)
        if ics is not None:
            return _calendar(Path(ics), items, found, words)
        return _list(items, Asked(days, why, remind, format, wanted), found)


def _days(text: str | None, words: Words) -> int:
    """Raises WrongUse."""
    if text is None:
        return WITHIN
    if not (text.isascii() and text.isdecimal() and len(text) <= 5):
        raise WrongUse(words("bad-days", value=text))
    return int(text)


def _wanted(given: Mapping[str, str | None], role: str | None, area: Area, words: Words) -> Wanted:
    """What was asked for, which must exist. Raises WrongUse, with what was probably meant."""
    for option, id in given.items():
        kinds = (KINDS[option],)
        if id is not None and not any(record.kind in kinds for record in area.named(id)):
            raise WrongUse(words("no-such-record", id=id, option=option, near=area.near(id, kinds)))
    known = {role_of(record.id, area) or "" for record in area.records} - {""}
    if role is not None and role.casefold() not in known:
        raise WrongUse(words("no-such-record", id=role, option="--role", near=likely(role, sorted(known))))
    body, meeting, party = (given[option] for option in KINDS)
    return Wanted(body, meeting, party, role)


def _list(items: tuple[Item, ...], asked: Asked, found: Opened) -> int:
    from byvekst_cli.report.deadlines import Listed, print_explained, untold
    from byvekst_cli.report.deadlines_json import deadlines_json
    from byvekst_cli.report.grid import markdown_grids, print_grids
    from byvekst_cli.report.reminders import print_reminders, reminders, reminders_markdown

    area, say = found.loaded.area, found.say
    shown = items if asked.within is None else near(items, area, asked.within)
    later = sum(item.standing(area.as_of) in OPEN for item in items if item not in shown)
    listed = Listed(area, shown, later)
    texts = reminders(shown, asked.wanted, area, say) if asked.remind else None
    notes = [*listed.notes(say), *untold(area, items, say)]
    if asked.format == "json":
        sys.stdout.write(deadlines_json(listed, texts, say))
    elif texts is not None and asked.format == "markdown":
        sys.stdout.write(reminders_markdown(texts, area, say))
    elif texts is not None:
        print_reminders(texts, area, say, console())
    elif asked.format == "markdown":
        sys.stdout.write(markdown_grids(listed.title(say), listed.grids(say, None), notes))
    elif asked.why:
        print_explained(listed, notes, say, console())
    else:
        print_grids(listed.title(say), listed.grids(say, console().width), notes, console())
    return CLEAN


def _calendar(path: Path, items: tuple[Item, ...], found: Opened, words: Words) -> int:
    from byvekst_cli.report.calendar_file import calendar_file, events

    wanted = events(items)
    own = [found.root / name for name in found.loaded.documents]
    save_bytes(path, calendar_file(wanted, found.loaded.area, found.say), own, words)
    told = words("calendar-written", n=len(wanted), file=str(path))
    console().print(Text(told), soft_wrap=True)
    return CLEAN


def _plan(text: str, found: Opened, format: str, words: Words) -> int:
    from byvekst_cli.report.deadlines_json import plan_json
    from byvekst_cli.report.grid import markdown_grids, print_grids
    from byvekst_cli.report.plan import plan_grid, plan_notes, plan_title

    area, say = found.loaded.area, found.say
    body, day = _target(text, area, words)
    made = plan(area, body, day)
    title, grid = plan_title(area, body, day, say), plan_grid(made, area, say)
    notes = plan_notes(made, day, area, say)
    if format == "json":
        sys.stdout.write(plan_json(made, area))
    elif format == "markdown":
        sys.stdout.write(markdown_grids(title, [grid], notes))
    else:
        print_grids(title, [grid], notes, console())
    return CLEAN


def _target(text: str, area: Area, words: Words) -> tuple[str, date]:
    """A body and a day of this century. Raises WrongUse."""
    id, colon, day = text.rpartition(":")
    if not colon:
        raise WrongUse(words("bad-plan", value=text))
    found = next((record.id for record in area.named(id) if isinstance(record.model, Mandate)), None)
    if found is None:
        raise WrongUse(words("no-such-record", id=id, option="--plan", near=area.near(id, ("mandate",))))
    if not When.fits(day) or len(day) != len("2027-06-18"):
        raise WrongUse(words("bad-date", value=day))
    return found, When.parse(day).first
