"""Catalogues of words: one entry holds all three languages, or it does not load."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from byvekst_cli.source.small_yaml import read

LANGUAGES: Final = ("nb", "nn", "en")
ROOM: Final = Path(__file__).parent / "words"
SLOT: Final = re.compile(r"(?<!\{)\{(\w+)\}")

Entry = Mapping[str, Any]
"""Language → a sentence, or its `one` and `other` forms."""


class BadWords(ValueError):
    """A catalogue has an entry that lacks a language, or whose languages have different slots."""


@cache
def catalogue(path: Path) -> Mapping[str, Any]:
    """The entries of a file, checked; raises BadWords. Entries may be grouped one level down."""
    small = read(path.read_text(encoding="utf-8"))
    if small.flaws or not isinstance(small.data, dict):
        raise BadWords(f"{path.name}: {small.flaws}")
    for name, entry in small.data.items():
        _check(f"{path.name}: {name}", entry)
    return small.data


def _check(name: str, entry: Any) -> None:
    if name.endswith(".example") and isinstance(entry, str):
        return
    if not isinstance(entry, Mapping):
        raise BadWords(f"{name}: not an entry")
    if not set(entry) & set(LANGUAGES):
        for part, below in entry.items():
            _check(f"{name}.{part}", below)
        return
    if set(entry) != set(LANGUAGES):
        raise BadWords(f"{name}: needs {', '.join(LANGUAGES)}")
    slots = {language: _slots(entry[language]) for language in LANGUAGES}
    if len(set(slots.values())) > 1:
        raise BadWords(f"{name}: different slots {slots}")


def _slots(words: Any) -> frozenset[str]:
    forms = words.values() if isinstance(words, Mapping) else [words]
    return frozenset(slot for form in forms for slot in SLOT.findall(str(form)))
