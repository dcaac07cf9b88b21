"""Writing a file so that it is either whole or untouched."""

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path


class AlreadyThere(Exception):
    """A file that would be made exists; nothing was written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def replace_file(path: Path, data: bytes) -> None:
    """Put new contents in the place of a file's, in one step. Raises OSError; then nothing is changed."""
    mode = path.stat().st_mode
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=".byvekst-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(made).chmod(mode)
        Path(made).replace(path)
    except BaseException:
        Path(made).unlink(missing_ok=True)
        raise


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
