"""Pictures that lie with a note: PNG and JPEG of a known size, from the note's own folder only."""

import struct
from pathlib import Path, PurePosixPath
from typing import Final
from unicodedata import normalize

from byvekst_cli.render.tree import Image
from byvekst_cli.source.loose import LARGEST_PICTURE, loose_bytes

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_MOST: Final = 20_000
"""Pixels on a side."""
WIDEST: Final = 16.0
"""Centimetres: what there is room for between the margins."""
TALLEST: Final = 20.0
_DPI: Final = 150
_CM: Final = 2.54


def note_picture(root: Path, folder: PurePosixPath, target: str) -> Image | None:
    """The picture that a note points to; None where it is not to be had or not what it says that it is."""
    name = PurePosixPath(target)
    if len(name.parts) != 1 or name.suffix.lower() not in (".png", ".jpg", ".jpeg"):
        return None
    data = _data(root, str(folder / name))
    size = _size(data) if data else None
    if data is None or size is None or not all(0 < side <= _MOST for side in size):
        return None
    width, height = (side / _DPI * _CM for side in size)
    share = min(1.0, WIDEST / width, TALLEST / height)
    return Image(data, width * share, height * share)


def _data(root: Path, path: str) -> bytes | None:
    """Of the file, however the system that it comes from writes letters with marks."""
    forms = (normalize(form, path) for form in ("NFC", "NFD"))
    return next((data for each in forms if (data := loose_bytes(root, each, LARGEST_PICTURE))), None)


def _size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and len(data) > 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    return _jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """From the first frame header; each segment says how long it is."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return None
