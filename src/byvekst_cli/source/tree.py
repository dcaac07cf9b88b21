"""Where files come from: a folder on disk, walked in a fixed order, never out of itself."""

import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from byvekst_cli.finding import Term
from byvekst_cli.model.kinds import AREA, kind_at
from byvekst_cli.source.decode import LARGEST
from byvekst_cli.source.flaw import Flaw, Flawed

DEEPEST: Final = 12
"""Folders inside each other; an area has two."""


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
    """A folder on disk.

    Passed over are hidden files and folders, folders behind links, and areas inside this one.
    """

    root: Path

    @property
    def name(self) -> str:
        try:
            return self.root.resolve().name
        except (OSError, RuntimeError):
            return self.root.name

    def entries(self) -> Iterator[Entry]:
        yield from self._below("", 0)

    def _below(self, folder: str, depth: int) -> Iterator[Entry]:
        try:
            with os.scandir(self.root / folder) as items:
                found = sorted(items, key=lambda item: item.name)
        except OSError:
            folder = folder.rstrip("/") or "."
            yield Entry(_composed(folder), folder, _unreadable("os-folder"))
            return
        if depth and any(item.name == AREA.pattern for item in found):
            return
        for item in found:
            path = f"{folder}{item.name}"
            if item.name.startswith("."):
                continue
            if item.is_symlink():
                yield Entry(_composed(path), path, Flaw("linked-file"))
            elif item.is_dir(follow_symlinks=False):
                if kind_at(_composed(path)) is not None:
                    yield Entry(_composed(path), path, _unreadable("os-not-a-file"))
                elif depth < DEEPEST:
                    yield from self._below(f"{path}/", depth + 1)
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


@dataclass(frozen=True)
class Patched:
    """A tree in which some files hold something else, by path; those that it lacks come last."""

    tree: Tree
    changed: Mapping[str, bytes]

    @property
    def name(self) -> str:
        return self.tree.name

    def entries(self) -> Iterator[Entry]:
        there = set()
        for entry in self.tree.entries():
            there.add(entry.path)
            yield entry
        yield from (Entry(path, path) for path in sorted(set(self.changed) - there))

    def read(self, entry: Entry) -> bytes:
        return self.changed[entry.path] if entry.path in self.changed else self.tree.read(entry)


def _unreadable(why: str) -> Flaw:
    return Flaw("unreadable-file", facts={"reason": Term(why)})


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path)
