"""The file of `--baseline`: read, and written anew when that is asked for."""

from dataclasses import replace
from pathlib import Path

from byvekst_cli.cli.saving import save
from byvekst_cli.cli.usage import WrongUse
from byvekst_cli.cli.words import Words
from byvekst_cli.lint import BadBaseline, Baseline, Scope, Selection
from byvekst_cli.report.checked import Checked


def with_baseline(
    checked: Checked, selection: Selection, file: str | None, update: bool, words: Words
) -> Checked:
    """The findings compared with a file, which is first brought up to date if asked. Raises WrongUse."""
    if file is None:
        if update:
            raise WrongUse(words("update-what"))
        return checked
    scopes = [Scope(area.id, selection.codes, area.unread) for area in checked.areas]
    twins = {scope.area for scope in scopes if [each.area for each in scopes].count(scope.area) > 1}
    if twins:
        raise WrongUse(words("same-id", id=min(twins)))
    path = Path(file)
    baseline = _read(path, words) if path.exists() or not update else Baseline()
    if update:
        baseline = baseline.renewed(scopes, checked.findings)
        save(path, baseline.text, checked, words)
    areas = [
        replace(area, findings=baseline.compare(scope, area.findings))
        for area, scope in zip(checked.areas, scopes, strict=True)
    ]
    return replace(checked, areas=tuple(areas))


def _read(path: Path, words: Words) -> Baseline:
    try:
        return Baseline.parse(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise WrongUse(words("no-baseline", file=str(path))) from None
    except (OSError, BadBaseline, UnicodeDecodeError):
        raise WrongUse(words("bad-baseline", file=str(path))) from None
