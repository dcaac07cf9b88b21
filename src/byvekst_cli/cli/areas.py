"""Which folders are meant."""

import os
import stat
from pathlib import Path

from byvekst_cli.cli.usage import NothingChecked, WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.model.kinds import AREA


def find_areas(given: list[Path], words: Words) -> list[Path]:
    """The folders given, or the area around where the user stands. Raises WrongUse, NothingChecked."""
    if given:
        for folder in given:
            _must_be_area(folder, words)
        return list({_resolved(folder): folder for folder in given}.values())
    around = next((folder for folder in _around() if _is_area(folder)), None)
    if around is None:
        raise NothingChecked(_no_area(Path(), words))
    return [around]


def _around() -> list[Path]:
    """Where the user stands, and every folder above; nothing when that folder is gone."""
    try:
        here = Path.cwd()
    except OSError:
        return []
    return [here, *here.parents]


def _must_be_area(folder: Path, words: Words) -> None:
    try:
        mode = folder.stat().st_mode
        if not stat.S_ISDIR(mode):
            raise WrongUse(words("not-a-folder", folder=str(folder)))
        (folder / AREA.pattern).lstat()
        found = os.access(folder, os.R_OK | os.X_OK)
    except (PermissionError, ValueError):
        found = False
    except OSError:
        if os.path.lexists(folder):
            raise NothingChecked(_no_area(folder, words)) from None
        raise WrongUse(words("no-folder", folder=str(folder))) from None
    if not found:
        raise WrongUse(words("no-access", folder=str(folder)))


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder


def shown(root: Path) -> str:
    """A folder from where the command runs, with `/`."""
    try:
        return Path(os.path.relpath(root)).as_posix()
    except (OSError, ValueError):
        return root.as_posix()


def _is_area(folder: Path) -> bool:
    """Also when the file is a broken link or cannot be read: that is for the check to say."""
    return os.path.lexists(folder / AREA.pattern)


def _no_area(folder: Path, words: Words) -> str:
    try:
        found = [path.parent for depth in ("*", "*/*") for path in folder.glob(f"{depth}/{AREA.pattern}")]
    except OSError:
        found = []
    near = ", ".join(shown(path) for path in sorted(found)[:4])
    return words("no-area", folder=str(folder), near=near)
