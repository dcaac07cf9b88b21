"""A Word file as bytes that are the same each time: no clock, no chance, one order."""

import zipfile
from io import BytesIO
from typing import Final

_DAY: Final = (1980, 1, 1, 0, 0, 0)
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_PACKED: Final = (".png", ".jpg", ".jpeg", ".gif")
"""Pictures are compressed already."""


def packed(data: bytes) -> bytes:
    """The same parts with no day of their own, in order of name behind those that must be first."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as archive:
        names = sorted(set(source.namelist()) - set(_FIRST))
        for name in (*_FIRST, *names):
            info = zipfile.ZipInfo(name, _DAY)
            info.create_system = 0
            is_packed = name.lower().endswith(_PACKED)
            info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(info, source.read(name))
    return out.getvalue()
