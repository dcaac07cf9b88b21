"""What was written on the command line of `import`, read the same way by every form."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from byvekst_cli.area import Area
from byvekst_cli.cli.opening import Opened, opened
from byvekst_cli.cli.reasons import reason_of
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.model.citation import Citation
from byvekst_cli.source.workbook import LARGEST


@dataclass(frozen=True, slots=True)
class Asked:
    """The file, the area if one is named, and the options: `own` has those of one form alone."""

    file: str
    area: str | None
    own: Mapping[str, str]
    dry_run: bool
    language: str | None
    settings: tuple[str, ...] = ()

    def opened(self, words: Words) -> Opened:
        """The area. Raises WrongUse, NothingChecked."""
        return opened(self.area, _TEXT, (_TEXT,), self.own.get("as-of"), self.language, words)

    def source(self, area: Area, words: Words) -> str | None:
        """The citation that is named, if any. Raises WrongUse where the area has no such."""
        source = self.own.get("source")
        if source is not None and area.one(Citation, source) is None:
            raise WrongUse(words("no-source-id", id=source, near=area.near(source, ("citation",))))
        return source


_TEXT: Final = "text"


def contents(file: str, words: Words) -> bytes:
    """The bytes of a file, at most one more than a workbook may have. Raises WrongUse."""
    path = Path(file)
    try:
        if path.is_dir():
            raise WrongUse(words("import-folder", file=file))
        if not path.exists():
            raise WrongUse(words("import-no-file", file=file))
        if not path.is_file():
            raise WrongUse(words("import-folder", file=file))
        with path.open("rb") as data:
            return data.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise WrongUse(words("cannot-read", file=file, reason=reason_of(error, words))) from None
