"""Putting what was brought in on the disk."""

from collections.abc import Mapping
from pathlib import Path

from byvekst_cli.cli.areas import shown
from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.edit.write import AlreadyThere, save_texts
from byvekst_cli.source.tree import Folder


def save(root: Path, texts: Mapping[str, str], words: Words) -> None:
    """Every changed file of an area, and the new ones. Raises WrongUse where that cannot be done."""
    on_disk = {entry.path: entry.on_disk for entry in Folder(root).entries()}
    changed = {root / on_disk[path]: text for path, text in texts.items() if path in on_disk}
    made = {root / path: text for path, text in texts.items() if path not in on_disk}
    try:
        save_texts(changed, made)
    except AlreadyThere as error:
        raise WrongUse(words("already-there", file=shown(error.path))) from None
    except OSError as error:
        raise not_written(str(error.filename), error, words) from None
