"""`byvekst new KIND`: a commented file that teaches the person who fills it in."""

import json
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.text import Text
from typer.core import TyperCommand

from byvekst_cli.area import Area
from byvekst_cli.cli.areas import find_areas, shown
from byvekst_cli.cli.asking import pairs, values_for
from byvekst_cli.cli.exits import CLEAN
from byvekst_cli.cli.options import argument, console, day, maker, one_of
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.rolling import Asked, rolled_programme
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.deadlines.meetings import dates_for
from byvekst_cli.edit.new_file import NoteForm, new_file, note_form, path_of
from byvekst_cli.edit.new_report import name_of, prefilled
from byvekst_cli.edit.new_value import suggested
from byvekst_cli.edit.write import AlreadyThere, make_files
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.kinds import KINDS, Kind, kind_at
from byvekst_cli.model.near import near
from byvekst_cli.model.outline import outline
from byvekst_cli.model.programme import Programme
from byvekst_cli.model.status_report import StatusReport
from byvekst_cli.model.text import file_stem
from byvekst_cli.model.when import When
from byvekst_cli.source.load import load
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.tree import Folder

NAMES: Final = {
    "prosjekt": "project", "mandat": "mandate", "organ": "mandate", "sak": "case", "notat": "paper",
    "moete": "meeting", "indikator": "indicator", "maal": "goals", "finansiering": "funding",
    "aarshjul": "wheel", "handlingsprogram": "programme", "budsjett": "budget", "begrep": "vocabulary",
    "programvalg": "programme-choice",
    "evaluering": "evaluation", "prisindeks": "price-index", "kilder": "citations", "kjelder": "citations",
    "rapport": "report", "statusrapport": "report", "fridager": "closed-days",
    "oppfoelging": "follow-ups", "avtalepunkt": "duties", "stempler": "stamps", "spraak": "wording",
    "notatmal": "note-templates", "kriterium": "value-model", "vekting": "weighting",
    "vurdering": "assessment",
}  # fmt: skip
"""Norwegian names of kinds, in ASCII as folders are."""


def add(app: typer.Typer, words: Words, command: type[TyperCommand]) -> None:
    """Add the command to the app, with help in one language."""
    option = maker(words)

    @app.command("new", cls=command, help=words("new"), epilog=words("new-examples"))
    def new(
        kind: Annotated[str, argument(words, "kind", "KIND", complete=_kinds)],
        id: Annotated[str | None, argument(words, "new-id", "ID")] = None,
        area: Annotated[str | None, option("area", "AREA")] = None,
        period: Annotated[str | None, option("period", "PERIOD", says="new-period")] = None,
        roll: Annotated[str | None, option("roll", "PERIOD")] = None,
        programme: Annotated[str | None, option("programme", "PROGRAMME", says="new-programme")] = None,
        set: Annotated[list[str] | None, option("set", "FIELD=VALUE")] = None,
        language: Annotated[str | None, option("language", "LANGUAGE", LANGUAGES)] = None,
    ) -> int:
        one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
        (root,) = find_areas([Path(area)] if area else [], words)
        made = _kind(kind, words)
        if roll is not None and (made.model is not Programme or set or period):
            raise WrongUse(words("only-programmes-roll"))
        named = [] if roll else [("periode", period), ("program", programme)]
        asked = [f"{key}={text}" for key, text in named if text is not None]
        if asked and made.model is not StatusReport:
            raise WrongUse(words("only-for-reports"))
        loaded = load(Folder(root), day(None, words)).area
        say = Say(language or words.asked or loaded.language or words.say.language)
        if roll is None:
            file = _new(made, id, loaded, [*(set or []), *asked], words, say)
        else:
            file = rolled_programme(loaded, Asked(roll, id, programme), say, words)
        return _make(root, *file, say, words)


def _kinds(incomplete: str) -> list[str]:
    return [name for name in (*NAMES, *NAMES.values()) if name.startswith(incomplete)]


def _kind(name: str, words: Words) -> Kind:
    wanted = NAMES.get(file_stem(name), name.casefold())
    found = next((kind for kind in KINDS if kind.name == wanted and kind.name != "area"), None)
    if found is None:
        raise WrongUse(words("no-such-kind", kind=name, near=near(name, [*NAMES, *NAMES.values()])))
    return found


def _new(
    kind: Kind, id: str | None, area: Area, settings: list[str], words: Words, say: Say
) -> tuple[str, str]:
    """The path and the text of the new file. Raises WrongUse."""
    given = dict(pairs(settings, kind, words))
    fields = [field.key for field in outline(kind.model)]
    key = next((key for key in ("id", "år", "periode", "sak", "prosjekt") if key in fields), None)
    if id is not None and key is not None:
        given[key] = id
    if kind.model is StatusReport:
        values = _report(area, kind, given, words, say)
    else:
        values = values_for(kind, suggested(kind, area, say) | given, words, say)
    _must_be_free(values, area, words)
    values |= _deadlines(values, area) if kind.name == "meeting" else {}
    path = path_of(kind, values, id)
    if kind_at(path) is not kind:
        raise WrongUse(words("bad-name", given=id))
    form = note_form(values, area, say.language) if kind.name == "paper" else NoteForm()
    values = {**({"malversjon": json.dumps(form.version)} if form.version else {}), **values}
    return path, new_file(kind, values, say, form.headings)


def _make(root: Path, path: str, text: str, say: Say, words: Words) -> int:
    file = f"{shown(root)}/{path}"
    try:
        make_files({root / path: text})
    except AlreadyThere:
        raise WrongUse(words("already-there", file=file)) from None
    except OSError as error:
        raise not_written(path, error, words) from None
    console().print(Text(say.cli("made", file=file)), soft_wrap=True)
    return CLEAN


def _report(area: Area, kind: Kind, given: dict[str, str], words: Words, say: Say) -> dict[str, str]:
    """What is known already, under what was given. Raises WrongUse."""
    period, programme = given.get("periode", ""), given.get("program")
    if programme is not None and area.one(Programme, programme) is None:
        raise WrongUse(words("no-programme", id=programme, near=area.near(programme, ("programme",))))
    name = {"navn": name_of(When.parse(period), say)} if When.fits(period) else {}
    values = values_for(kind, name | given, words, say)
    when = When.parse(str(read(f"x: {values['periode']}\n").data["x"]))
    return prefilled(area, when, programme, say) | values


def _must_be_free(values: dict[str, str], area: Area, words: Words) -> None:
    taken = next(
        (record for record in area.records if record.id.casefold() == values.get("id", "").casefold()), None
    )
    if taken is not None:
        raise WrongUse(words("id-taken", id=taken.id, file=taken.path))


def _deadlines(values: dict[str, str], area: Area) -> dict[str, str]:
    """The deadlines of a new meeting as its body's rules give them, where somebody has not set them."""
    body, dated = (str(read(f"x: {values[key]}\n").data["x"]) for key in ("organ", "dato"))
    when = When.parse(dated)
    if "frister" in values or when.first != when.last:
        return {}
    dates = dates_for(area, body, when.first)
    inside = ", ".join(f"{key}: {day.isoformat()}" for key, day in dates.items())
    return {"frister": f"{{{inside}}}"} if dates else {}
