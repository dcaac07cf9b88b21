"""`byvekst stamp NOTE|ID --role ROLE`: that a file is quality assured, or has gone out, as it is now."""

from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area, Record
from byvekst_cli.area.seals import seals_of
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, maker
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.stamp_file import FILE, NotReadable, add_stamp
from byvekst_cli.language import LANGUAGES
from byvekst_cli.model.block import Block
from byvekst_cli.model.kinds import AREA
from byvekst_cli.model.stamp import StampKind

_FORMATS: Final = ("text",)
_STAMPERS: Final = ("role", "mandate", "organisation")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("stamp", cls=command, help=words("stamp"), epilog=words("stamp-examples"))
    def stamp(
        thing: Annotated[str, argument(words, "stamped-thing", "NOTE|ID")],
        role: Annotated[str | None, option("role", "ROLE", says="stamp-role")] = None,
        area: Annotated[str | None, option("area", "AREA", says="stamp-area")] = None,
        sent: Annotated[bool, typer.Option("--sent", help=words("stamp-sent"))] = False,
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        found = opened(area or _home(thing), _FORMATS[0], _FORMATS, as_of, language, words)
        record = _record(thing, found, words)
        kind = StampKind.SENT if sent else StampKind.ASSURED
        row = _row(record, found.loaded.area, kind, _role(role, found.loaded.area, words))
        try:
            add_stamp(found.root, row)
        except NotReadable:
            raise WrongUse(words("stamp-not-read", file=FILE)) from None
        except OSError as error:
            raise not_written(FILE, error, words) from None
        console().print(words("stamped", file=record.path))
        return CLEAN


def _home(thing: str) -> str | None:
    """The area that a file lies in, so that it can be named from anywhere."""
    file = Path(thing)
    if not file.is_file():
        return None
    return next((str(each) for each in file.resolve().parents if (each / AREA.pattern).is_file()), None)


def _role(asked: str | None, area: Area, words: Words) -> str:
    if asked is None:
        raise WrongUse(words("stamp-needs-role"))
    known = (record for record in area.named(asked) if record.kind in _STAMPERS)
    found = next(known, None)
    if found is None:
        raise WrongUse(words("no-role", id=asked, near=area.near(asked, _STAMPERS)))
    return found.id


def _record(thing: str, found: Opened, words: Words) -> Record[Block]:
    """The file meant by its path, from here or from the area, or by an id. Raises WrongUse."""
    area = found.loaded.area
    paths = {_inside(Path(thing), found.root), thing.replace("\\", "/")}
    files = area.of(Block)
    named = next((each for each in files if each.path in paths), None)
    named = named or next((each for each in files if each.id.casefold() == thing.casefold()), None)
    if named is not None:
        return named
    if paths & set(found.loaded.documents):
        raise WrongUse(words("stamp-not-read", file=thing))
    if Path(thing).is_file():
        raise WrongUse(words("stamp-not-here", file=thing))
    kinds = tuple(dict.fromkeys(record.kind for record in area.records))
    raise WrongUse(words("no-record", id=thing, near=area.near(thing, kinds)))


def _inside(path: Path, root: Path) -> str:
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except (ValueError, OSError, RuntimeError):
        return ""


def _row(record: Record[Block], area: Area, kind: StampKind, role: str) -> dict[str, str]:
    seals = seals_of(record, area)
    row = {
        "gjelder": record.path,
        "hva": kind.value,
        "rolle": role,
        "dato": area.as_of.isoformat(),
        "tall": seals.figures,
    }
    return row | ({"vedtak": seals.decision} if seals.decision else {})
