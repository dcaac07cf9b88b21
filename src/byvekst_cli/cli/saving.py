"""Writing an answer to a file that the user named, and never over a file of an area."""

from collections.abc import Collection
from pathlib import Path

from byvekst_cli.cli.reasons import not_written
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.report.checked import Checked


def save(path: Path, text: str, checked: Checked, words: Words, *, add: bool = False) -> None:
    """Write or add to a file. Raises WrongUse where that cannot or must not be done."""
    own = [Path(area.path) / name for area in checked.areas for name in area.documents]
    save_bytes(path, text.encode("utf-8", "replace"), own, words, add=add)


def save_bytes(path: Path, data: bytes, own: Collection[Path], words: Words, *, add: bool = False) -> None:
    """The same for what is not text; `own` are the files that it must not be written over."""
    try:
        if path.resolve() in {file.resolve() for file in own}:
            raise WrongUse(words("own-file", file=str(path)))
        with path.open("ab" if add else "wb") as out:
            out.write(data)
    except (OSError, ValueError, RuntimeError) as error:
        raise not_written(str(path), error, words) from None
