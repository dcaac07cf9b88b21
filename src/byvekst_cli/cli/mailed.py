"""Notes that lie elsewhere, as when they were mailed in, and the case that they are to be read with."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from byvekst_cli.area import Record
from byvekst_cli.cli.areas import find_areas
from byvekst_cli.cli.opening import body_of, case_of
from byvekst_cli.cli.usage import NothingChecked, WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.model.case import Case
from byvekst_cli.source.load import Loaded, load
from byvekst_cli.source.lone import TEXT, read_lone
from byvekst_cli.source.tree import Folder


@dataclass(frozen=True, slots=True)
class Mailed:
    """The area, the case, and the body where one was named."""

    root: Path
    loaded: Loaded
    case: Record[Case]
    body: str | None

    def path(self, file: str) -> str:
        """Where in the area a file would have lain."""
        return f"{self.case.path.rpartition('/')[0]}/{Path(file).name}"

    @property
    def known(self) -> dict[str, str]:
        """What is known of each note besides what it says itself."""
        return {"sak": self.case.id, **({"organ": self.body} if self.body else {})}

    def must_agree(self, file: str, data: bytes, words: Words) -> None:
        """Raises WrongUse for a note that says that it belongs elsewhere; Word notes never do."""
        if Path(file).suffix.lower() not in TEXT:
            return
        says = read_lone(file, data).document.data
        for key, option in (("sak", "--case"), ("organ", "--body")):
            own, ours = says.get(key), self.known.get(key)
            if isinstance(own, str) and ours is not None and own.casefold() != ours.casefold():
                raise WrongUse(words("lint-other", file=file, key=key, own=own, option=option))


def mailed(case: str | None, body: str | None, area: str | None, as_of: date, words: Words) -> Mailed | None:
    """What the options say; None where they say nothing. Raises WrongUse, NothingChecked."""
    if case is None:
        if misplaced := next((name for name, it in (("--area", area), ("--body", body)) if it), None):
            raise WrongUse(words("lint-needs-case", option=misplaced))
        return None
    root = _root(area, words)
    loaded = load(Folder(root), as_of)
    found = case_of(loaded.area, case, words)
    return Mailed(root, loaded, found, body_of(loaded.area, body, words).id if body else None)


def _root(area: str | None, words: Words) -> Path:
    try:
        return find_areas([Path(area)] if area else [], words)[0]
    except NothingChecked:
        if area is not None:
            raise
        raise NothingChecked(words("lint-no-area")) from None
