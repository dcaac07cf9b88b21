"""`byvekst wheel`: the year of an area as a table and as a picture for the wall."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.cli.charting import chart_file
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.options import argument, console, flags, maker, one_of
from byvekst_cli.cli.saving import save_bytes
from byvekst_cli.cli.status import print_tables
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.deadlines.wheel_breaks import broken
from byvekst_cli.deadlines.wheel_links import ties
from byvekst_cli.language import LANGUAGES
from byvekst_cli.pack.laid_wheel import laid_wheel
from byvekst_cli.report.wheel import broken_grid, harmony_grid, year_grid
from byvekst_cli.report.wheel_json import wheel_json

FORMATS: Final = ("text", "markdown", "json")
PAPERS: Final = ("a3", "a4")
YEARS: Final = range(1950, 2101)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The files that were asked for, and the paper they are for."""

    files: tuple[Path, ...]
    paper: str


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("wheel", cls=command, help=words("wheel"), epilog=words("wheel-examples"))
    def wheel(
        area: Annotated[str | None, argument(words, "one-area", "AREA")] = None,
        year: Annotated[str | None, option("year", "YEAR", says="wheel-year")] = None,
        harmony: Annotated[bool, flag("harmony")] = False,
        svg: Annotated[str | None, option("svg", "FILE")] = None,
        png: Annotated[str | None, option("png", "FILE")] = None,
        paper: Annotated[str, option("paper", "PAPER", PAPERS)] = PAPERS[0],
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--paper", paper, PAPERS, words)
        laid_on = _year(year, words)
        pictures = Pictures(tuple(_files(svg, png, words)), paper)
        found = opened(area, format, FORMATS, as_of, language, words)
        chosen = laid_on or found.loaded.area.as_of.year
        written = [_draw(path, pictures.paper, chosen, found, words) for path in pictures.files]
        _print(found, chosen, written, format, with_broken=year is not None, with_harmony=harmony)
        return CLEAN


def _print(
    found: Opened, year: int, written: list[str], format: str, *, with_broken: bool, with_harmony: bool
) -> None:
    area, say = found.loaded.area, found.say
    troubles, links = tuple(broken(area, year)), tuple(ties(area, year))
    if format == "json":
        sys.stdout.write(wheel_json(area, year, troubles, links))
        return
    grids = [year_grid(laid_wheel(area, year), say, console().width if format == "text" else None)]
    notes = written if format == "text" else []
    if with_broken:
        grids += [broken_grid(troubles, year, say)] if troubles else []
        notes = [*notes, *([] if troubles else [say("wheel-nothing-broken", year=str(year))])]
    if with_harmony:
        grids += [harmony_grid(links, say)] if links else []
        notes = [*notes, say("wheel-harmony-note") if links else say("wheel-no-links")]
    name = area.file.name if area.file else area.name
    print_tables(name, grids, notes, format)


def _files(svg: str | None, png: str | None, words: Words) -> list[Path]:
    """What was asked for. Raises WrongUse where a name does not end as its option says."""
    found = []
    for option, text in (("svg", svg), ("png", png)):
        if text is not None:
            if Path(text).suffix.lower() != f".{option}":
                raise WrongUse(words("bad-chart", file=text, allowed=(f".{option}",)))
            found.append(chart_file(text, words))
    return found


def _draw(path: Path, paper: str, year: int, found: Opened, words: Words) -> str:
    """Write one picture, and say so."""
    from byvekst_cli.draw.picture import png, svg
    from byvekst_cli.draw.wheel import Wheel, wheel_picture

    picture = wheel_picture(Wheel(laid_wheel(found.loaded.area, year), found.say), paper)
    data = png(picture) if path.suffix.lower() == ".png" else svg(picture)
    save_bytes(path, data, [found.root / name for name in found.loaded.documents], words)
    return found.say("chart-written", file=str(path))


def _year(text: str | None, words: Words) -> int | None:
    if text is None:
        return None
    if not text.isdecimal() or int(text) not in YEARS:
        raise WrongUse(words("bad-year", value=text))
    return int(text)
