"""A Word note as the files of a governed note: facts at the top, Markdown below, pictures beside."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from byvekst_cli.edit.word_markdown import Made
from byvekst_cli.source.word.note import WordNote, paragraphs

_ORDER: Final = ("sak", "tittel", "behandling", "organ")
_ASKS: Final = (
    (re.compile(r"(?:forslag|framlegg|utkast) til (?:vedtak|avgjerd)", re.IGNORECASE), "vedtak"),
    (re.compile(r"(?:forslag til |framlegg til )?innstilling|tilråding", re.IGNORECASE), "innstilling"),
)


def handling_in(note: WordNote) -> str | None:
    """What the body is asked for, where a heading says so; None where none does."""
    headings = [each.text.strip() for each in paragraphs(note.blocks) if each.heading]
    return next((what for pattern, what in _ASKS if any(map(pattern.match, headings))), None)


def files_of(path: str, made: Made, values: Mapping[str, str]) -> dict[str, str | bytes]:
    """Every file by its path; `values` are the facts as YAML by field."""
    keys = sorted(values, key=lambda key: (_ORDER.index(key) if key in _ORDER else len(_ORDER), key))
    facts = "".join(f"{key}: {values[key]}\n" for key in keys)
    folder = PurePosixPath(path).parent
    beside = {(folder / name).as_posix(): data for name, data in made.pictures.items()}
    return {path: f"---\n{facts}---\n\n{made.markdown}", **beside}
