"""`byvekst roles`: who does and decides what; one body, the way of a task, areas side by side, the words."""

import sys
from pathlib import Path
from typing import Annotated, Final

import typer
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.charting import chart_file, save_organisation
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.opening import Opened
from byvekst_cli.cli.options import argument, console, day, flags, maker, one_of, speaker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.governance.bodies import bodies
from byvekst_cli.governance.tasks import Row, matrix
from byvekst_cli.governance.words import word_list
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.report.body import body_grids, body_notes
from byvekst_cli.report.compared import compared_grids, decider_notes, same_notes
from byvekst_cli.report.grid import Grid, markdown_grids, print_grids
from byvekst_cli.report.matrix import matrix_grids, matrix_notes
from byvekst_cli.report.roles import area_name, named, path_grid, path_notes
from byvekst_cli.report.roles_json import body_json, path_json, roles_json, words_json
from byvekst_cli.report.words import word_grids
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder

FORMATS: Final = ("text", "markdown", "json")


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option, flag = maker(words), flags(words)

    @app.command("roles", cls=command, help=words("roles"), epilog=words("roles-examples"))
    def roles(
        areas: Annotated[list[str] | None, argument(words, "roles-areas", "[AREA]...")] = None,
        body: Annotated[str | None, option("body", "BODY", says="roles-body")] = None,
        task: Annotated[str | None, option("task", "TASK")] = None,
        words_: Annotated[bool, flag("words")] = False,
        chart: Annotated[str | None, option("chart", "FILE", says="roles-chart")] = None,
        format: Annotated[str, option("format", "FORMAT", FORMATS)] = FORMATS[0],
        as_of: Annotated[str | None, option("as-of", "DATE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--format", format, FORMATS, words)
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        if sum(map(bool, (body is not None, task is not None, words_))) > 1:
            raise WrongUse(words("roles-not-together"))
        picture = chart_file(chart, words) if chart is not None else None
        folders = find_areas([Path(each) for each in areas or []], words)
        if picture is not None and (body is not None or task is not None or words_ or len(folders) > 1):
            raise WrongUse(words("roles-chart-alone"))
        loaded = [load(Folder(folder), day(as_of, words)) for folder in folders]
        found = [each.area for each in loaded]
        say = speaker(language, [area.language or "" for area in found], words)
        if len(found) > 1 and (body is not None or task is not None):
            raise WrongUse(words("roles-one-area"))
        if body is not None:
            return _print_body(found[0], _body(found[0], body, words), format, say)
        if task is not None:
            return _print_path(found[0], _task(found[0], task, words), format, say)
        if words_:
            return _print_words(found, format, say)
        if picture is not None:
            save_organisation(picture, Opened(folders[0], loaded[0], say), words)
        written = [say("chart-written", file=chart)] if chart and format == "text" else []
        return _print_roles(found, format, say, written)


def _body(area: Area, id: str, words: Words) -> Mandate:
    body = area.one(Mandate, id)
    if body is None:
        near, known = area.near(id, ("mandate",)), tuple(each.id for each in bodies(area))
        raise WrongUse(words("no-body", id=id, near=near, known=None if near else known))
    return body


def _task(area: Area, id: str, words: Words) -> Row:
    rows = matrix(area)
    found = next((row for row in rows if row.id.casefold() == id.casefold()), None)
    if found is None:
        near, known = area.near(id, ("task",)), tuple(row.id for row in rows)
        raise WrongUse(words("no-task", id=id, near=near, known=None if near else known))
    return found


def _print_body(area: Area, body: Mandate, format: str, say: Say) -> int:
    if format == "json":
        return _write(body_json(area, body))
    title = f"{area_name(area)}: {body.name}"
    return _print(title, body_grids(area, body, say), body_notes(area, body, say), format)


def _print_path(area: Area, row: Row, format: str, say: Say) -> int:
    if format == "json":
        return _write(path_json(area, row))
    title = f"{area_name(area)}: {named(row.task, row.id, say)}"
    grids = [path_grid(area, row, say)] if row.cells else []
    return _print(title, grids, path_notes(row, say), format)


def _print_words(areas: list[Area], format: str, say: Say) -> int:
    if format == "json":
        return _write(words_json(areas))
    return _print(say("words-title"), word_grids(word_list(areas), say), [], format)


def _print_roles(areas: list[Area], format: str, say: Say, written: list[str]) -> int:
    if format == "json":
        return _write(roles_json(areas))
    width = console().width if format == "text" else None
    if len(areas) > 1:
        title = " · ".join(map(area_name, areas))
        notes = [*decider_notes(areas, say), *same_notes(areas, say)]
        return _print(title, compared_grids(areas, say, width), notes, format)
    grids, notes = matrix_grids(areas[0], say, width), matrix_notes(areas[0], say, width)
    return _print(area_name(areas[0]), grids, [*notes, *written], format)


def _write(text: str) -> int:
    sys.stdout.write(text)
    return CLEAN


def _print(title: str, grids: list[Grid], notes: list[str], format: str) -> int:
    if format == "markdown":
        return _write(markdown_grids(title, grids, notes))
    print_grids(title, grids, notes, console())
    return CLEAN
