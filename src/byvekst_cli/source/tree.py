"""Where files come from: a folder on disk, walked in a fixed order, never out of itself."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from byvekst_cli.finding import Term
from byvekst_cli.source.decode import LARGEST
from byvekst_cli.source.flaw import Flaw, Flawed


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a tree: its path with `/` and composed letters, and its name on disk."""

    path: str
    on_disk: str
    flaw: Flaw | None = None


class Tree(Protocol):
    """A set of files that can be listed and read."""

    @property
    def name(self) -> str: ...

    def entries(self) -> Iterator[Entry]: ...

    def read(self, entry: Entry) -> bytes:
        """The bytes of a file, at most one more than the largest allowed; raises Flawed."""
        ...


@dataclass(frozen=True)
class Folder:
    """A folder on disk. Hidden files and folders, and folders behind links, are passed over."""

    root: Path

    @property
    def name(self) -> str:
        return self.root.resolve().name

    def entries(self) -> Iterator[Entry]:
        yield from self._below("")

    def _below(self, folder: str) -> Iterator[Entry]:
        try:
            found = sorted(os.scandir(self.root / folder), key=lambda item: item.name)
        except OSError:
            folder = folder.rstrip("/") or "."
            yield Entry(_composed(folder), folder, _unreadable("os-folder"))
            return
        for item in found:
            path = f"{folder}{item.name}"
            if item.name.startswith("."):
                continue
            if item.is_symlink():
                yield Entry(_composed(path), path, Flaw("linked-file"))
            elif item.is_dir(follow_symlinks=False):
                yield from self._below(f"{path}/")
            else:
                yield Entry(_composed(path), path)

    def read(self, entry: Entry) -> bytes:
        if entry.flaw is not None:
            raise Flawed(entry.flaw)
        path = self.root / entry.on_disk
        try:
            if not stat.S_ISREG(path.lstat().st_mode):
                raise Flawed(_unreadable("os-not-a-file"))
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except PermissionError:
            raise Flawed(_unreadable("os-permission")) from None
        except (OSError, ValueError):
            raise Flawed(_unreadable("os-other")) from None


def _unreadable(why: str) -> Flaw:
    return Flaw("unreadable-file", facts={"reason": Term(why)})


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)
