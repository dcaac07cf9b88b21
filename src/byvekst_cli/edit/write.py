"""Writing a file so that it is either whole or untouched."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

_BOM: Final = b"\xef\xbb\xbf"


class AlreadyThere(Exception):
    """A file that would be made exists; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def must_be_free(files: Iterable[Path]) -> None:
    """That nothing stands in the way of new files. Raises AlreadyThere."""
    for path in files:
        if os.path.lexists(path):
            raise AlreadyThere(path)
        for folder in path.parents:
            if folder.exists() and not folder.is_dir():
                raise AlreadyThere(folder)


def make_files(files: Mapping[Path, str | bytes]) -> None:
    """Make new files, all or none of those that could be foreseen. Raises AlreadyThere, OSError."""
    must_be_free(files)
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(content.encode() if isinstance(content, str) else content)


def save_texts(changed: Mapping[Path, str], made: Mapping[Path, str]) -> None:
    """Write new contents and new files. All are laid ready before the first is put in its place.

    A byte order mark that was there stays. Raises AlreadyThere, OSError.
    """
    ready: list[tuple[str, Path]] = []
    try:
        for path, text in changed.items():
            bom = _BOM if path.read_bytes().startswith(_BOM) else b""
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".byvekst-")
            ready.append((name, path))
            with os.fdopen(handle, "wb") as out:
                out.write(bom + text.encode())
            Path(name).chmod(path.stat().st_mode)
        make_files(dict(made))
        while ready:
            name, path = ready.pop(0)
            Path(name).replace(path)
    finally:
        for name, _ in ready:
            Path(name).unlink(missing_ok=True)
