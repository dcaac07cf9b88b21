"""The file of `--baseline`: read, and written anew when that is asked for."""

from pathlib import Path

from byvekst_cli.cli.check import compare
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.lint import BadBaseline, Baseline
from byvekst_cli.report.checked import Checked


def with_baseline(checked: Checked, file: str | None, update: bool, words: Words) -> Checked:
    """The findings compared with a file, which is first brought up to date if asked. Raises WrongUse."""
    if file is None:
        if update:
            raise WrongUse(words("update-what"))
        return checked
    path = Path(file)
    if not update:
        return compare(checked, _read(path, words))
    before = _read(path, words) if path.exists() else Baseline()
    after = before.renewed([area.id for area in checked.areas], checked.findings)
    try:
        path.write_text(after.text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise WrongUse(words("cannot-write", file=file, reason=error.strerror)) from None
    return compare(checked, after)


def _read(path: Path, words: Words) -> Baseline:
    try:
        return Baseline.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise WrongUse(words("no-baseline", file=str(path))) from None
    except (OSError, BadBaseline, UnicodeDecodeError):
        raise WrongUse(words("bad-baseline", file=str(path))) from None
