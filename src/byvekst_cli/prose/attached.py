"""Which file of an area a name in a note may mean."""

import unicodedata
from posixpath import normpath


def beside(note: str, name: str) -> tuple[str, ...]:
    """The paths that a name may be: from the note's own folder, and from the top of the area."""
    target = unicodedata.normalize("NFC", name.strip()).partition("#")[0]
    folder = note.rpartition("/")[0]
    return tuple(normpath(path) for path in (f"{folder}/{target}", target)) if target else ()
