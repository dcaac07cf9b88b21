"""Which folders are meant."""

import os
from pathlib import Path

from byvekst_cli.cli.usage import NothingChecked, WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.model.kinds import AREA


def find_areas(given: list[Path], words: Words) -> list[Path]:
    """The folders given, or the area around where the user stands. Raises WrongUse, NothingChecked."""
    if not given:
        here = Path.cwd()
        around = next((folder for folder in (here, *here.parents) if _is_area(folder)), None)
        if around is None:
            raise NothingChecked(_no_area(Path(), words))
        return [around]
    for folder in given:
        if not folder.exists():
            raise WrongUse(words("no-folder", folder=str(folder)))
        if not folder.is_dir():
            raise WrongUse(words("not-a-folder", folder=str(folder)))
        if not _is_area(folder):
            raise NothingChecked(_no_area(folder, words))
    return list(dict.fromkeys(given))


def shown(root: Path) -> str:
    """A folder from where the command runs, with `/`."""
    try:
        return Path(os.path.relpath(root)).as_posix()
    except ValueError:
        return root.as_posix()


def _is_area(folder: Path) -> bool:
    """Also when the file is a broken link or cannot be read: that is for the check to say."""
    return os.path.lexists(folder / AREA.pattern)


def _no_area(folder: Path, words: Words) -> str:
    below = sorted(path.parent for depth in ("*", "*/*") for path in folder.glob(f"{depth}/{AREA.pattern}"))
    near = ", ".join(shown(path) for path in below[:4])
    return words("no-area", folder=str(folder), near=near)
