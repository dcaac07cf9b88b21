"""`byvekst import LIST --map MAP`: project sheets of somebody's own list."""

from dataclasses import replace
from pathlib import Path

from byvekst_cli.area.incoming import Note
from byvekst_cli.cli.asking import told
from byvekst_cli.cli.incoming.asked import Asked, contents
from byvekst_cli.cli.incoming.workbook import finished
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.flat_list import read_list
from byvekst_cli.edit.incorporate import Texts
from byvekst_cli.edit.list_target import BadMap
from byvekst_cli.language import Say
from byvekst_cli.model.kinds import kind_at
from byvekst_cli.model.list_map import ListMap
from byvekst_cli.model.text import file_stem
from byvekst_cli.report.brought import Brought, Listed
from byvekst_cli.source.decode import decode
from byvekst_cli.source.flat_csv import read_csv
from byvekst_cli.source.flaw import Flawed
from byvekst_cli.source.records import Misfit, build
from byvekst_cli.source.small_yaml import read
from byvekst_cli.source.workbook import Grid, Unreadable, read_workbook


def bring_in(asked: Asked, words: Words) -> int:
    """Make a sheet of each row, or of none where any row cannot be taken."""
    grids = _grids(asked.file, words)
    at = asked.opened(words)
    how = _map(asked.own["map"], at.say, words)
    try:
        found = read_list(grids, how, at.loaded.area)
    except BadMap as error:
        raise WrongUse(
            words("map-wrong", file=asked.own["map"], why=words(error.why, **error.facts))
        ) from None
    texts = Texts(at.loaded, at.say)
    for made in found.made:
        path = f"prosjekt/{file_stem(str(made.data['id']))}.yaml" if "id" in made.data else ""
        if kind_at(path) is not None:
            texts.now[path] = made.text
            texts.made.append(path)
    listed = tuple(Listed(found.sheet, made.row, made.data) for made in found.made)
    faults = tuple(_spoken(note, at.say) for note in found.faults)
    return finished(at, texts, Brought(tuple(found.notes), faults, listed=listed), asked, words)


def _grids(file: str, words: Words) -> tuple[Grid, ...]:
    data, path = contents(file, words), Path(file)
    try:
        if path.suffix.lower() in (".xlsx", ".xlsm"):
            return read_workbook(data)
        return (read_csv(data, path.name),)
    except Unreadable as error:
        raise WrongUse(words("import-unreadable", file=path.name, why=words(error.why))) from None


def _map(file: str, say: Say, words: Words) -> ListMap:
    """The map, as far as it can be judged without the list. Raises WrongUse."""
    try:
        small = read(decode(contents(file, words)))
    except Flawed as flawed:
        raise WrongUse(words("map-wrong", file=file, why=told(Misfit(flawed.flaw.slug, ()), say))) from None
    if small.flaws:
        flaw = small.flaws[0]
        raise WrongUse(words("map-wrong", file=file, why=told(Misfit(flaw.slug, (), facts=flaw.facts), say)))
    made = build(ListMap, small.data)
    if isinstance(made, list):
        raise WrongUse(words("map-wrong", file=file, why=told(made[0], say)))
    return made


def _spoken(note: Note, say: Say) -> Note:
    """A note with what keeps a value from fitting its field, said."""
    misfit = note.facts.get("misfit")
    return (
        replace(note, facts={**note.facts, "why": told(misfit, say)}) if isinstance(misfit, Misfit) else note
    )
