"""Files that belong to an area but are no records: templates, and the pictures of notes."""

import stat
from pathlib import Path, PurePosixPath
from typing import Final

from byvekst_cli.source.decode import LARGEST, decode
from byvekst_cli.source.flaw import Flawed

LARGEST_PICTURE: Final = 20 * 1_048_576
"""Bytes."""


def loose_bytes(root: Path, path: str, largest: int) -> bytes | None:
    """A file below a folder; None where there is none, it is too large, or the way there is by a link."""
    parts = PurePosixPath(path).parts
    if (
        not parts
        or path.startswith("/")
        or any(part == ".." or "\\" in part or ":" in part for part in parts)
    ):
        return None
    try:
        return _read(root, parts, largest)
    except (OSError, ValueError):
        return None


def _read(root: Path, parts: tuple[str, ...], largest: int) -> bytes | None:
    place = root
    for part in parts:
        place /= part
        if place.is_symlink():
            return None
    if not stat.S_ISREG(place.lstat().st_mode):
        return None
    with place.open("rb") as file:
        data = file.read(largest + 1)
    return data if len(data) <= largest else None


def loose_text(root: Path, path: str) -> str | None:
    """The same as text; None also where it is not UTF-8 or holds characters that steer a terminal."""
    data = loose_bytes(root, path, LARGEST)
    try:
        return decode(data) if data else None
    except Flawed:
        return None
