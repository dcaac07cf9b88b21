"""What the commands that read one area begin with: their shared options, the area, and its language."""

from dataclasses import dataclass
from pathlib import Path

from byvekst_cli.area import Area, Record
from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.options import day, one_of, speaker
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.case import Case
from byvekst_cli.model.mandate import Mandate
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.tree import Folder


@dataclass(frozen=True, slots=True)
class Opened:
    """An area as it was read, where it lies, and who speaks of it."""

    root: Path
    loaded: Loaded
    say: Say


def opened(
    area: str | None,
    format: str,
    formats: tuple[str, ...],
    as_of: str | None,
    language: str | None,
    words: Words,
) -> Opened:
    """The area in a folder, or where the user stands. Raises WrongUse, NothingChecked."""
    one_of("--format", format, formats, words)
    one_of("--language", language or LANGUAGES[0], LANGUAGES, words)
    (root,) = find_areas([Path(area)] if area else [], words)
    loaded = load(Folder(root), day(as_of, words))
    return Opened(root, loaded, speaker(language, [loaded.area.language or ""], words))


def case_of(area: Area, id: str, words: Words) -> Record[Case]:
    """The case with an id. Raises WrongUse, with what was probably meant."""
    found = next((record for record in area.of(Case) if record.id.casefold() == id.casefold()), None)
    if found is None:
        raise WrongUse(words("no-case", id=id, near=area.near(id, ("case",))))
    return found


def body_of(area: Area, id: str, words: Words) -> Record[Mandate]:
    """The body with an id. Raises WrongUse, with what was probably meant."""
    found = next((record for record in area.of(Mandate) if record.id.casefold() == id.casefold()), None)
    if found is None:
        raise WrongUse(words("no-body", id=id, near=area.near(id, ("mandate",))))
    return found
