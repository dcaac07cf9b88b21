"""Writing an answer to a file that the user named, and never over a file of an area."""

from pathlib import Path

from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.report.checked import Checked


def save(path: Path, text: str, checked: Checked, words: Words, *, add: bool = False) -> None:
    """Write or add to a file. Raises WrongUse where that cannot or must not be done."""
    data = text.encode("utf-8", "replace")
    try:
        own = {(Path(area.path) / name).resolve() for area in checked.areas for name in area.documents}
        if path.resolve() in own:
            raise WrongUse(words("own-file", file=str(path)))
        with path.open("ab" if add else "wb") as out:
            out.write(data)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise WrongUse(words("cannot-write", file=str(path), reason=reason)) from None
