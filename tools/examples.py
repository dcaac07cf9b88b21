"""Before and after, and what is said, for each rule and fault: taken from the tests' own files."""

import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from byvekst_cli.finding import Finding
from byvekst_cli.finding.faults import Fault
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.lint import Selection, lint
from byvekst_cli.report.rule_page import everything
from byvekst_cli.rules import Rule
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder

TESTS: Final = Path(__file__).resolve().parent.parent / "tests"
AREA: Final = TESTS / "smallest.yaml"
_EXPECT: Final = re.compile(r"[ \t]*(?:<!-- # expect: [A-Z0-9 ]+ -->|# expect: .*$)", re.MULTILINE)
_MOST: Final = 24
"""Lines of a file that a page shows."""


def all_examples(day: date) -> dict[str, Any]:
    """For each code: what it says in each language, and the files before and after."""
    return {about.code: found for about in everything() if (found := _example(about, day))}


def _example(about: Rule | Fault, day: date) -> dict[str, Any]:
    folder = _folder(about)
    found = [finding for finding in _findings(folder / "bad", day) if finding.code == about.code]
    if not found:
        return {}
    paths = list(dict.fromkeys(finding.path for finding in found))
    before = list(_files(folder / "bad", paths, [finding.span.line for finding in found]))
    return {
        "says": {language: _said(found[0], Say(language)) for language in LANGUAGES},
        "before": before,
        "after": list(_files(folder / "good", [file["path"] for file in before], [])),
    }


def _said(finding: Finding, say: Say) -> dict[str, str]:
    message = say.message(finding)
    return {"message": message.text, "why": message.why, "remedy": message.remedy}


def _folder(about: Rule | Fault) -> Path:
    if isinstance(about, Rule):
        return TESTS / "rules" / about.family / about.slug.replace("-", "_")
    return TESTS / "wrong" / about.slug


def _findings(folder: Path, day: date) -> tuple[Finding, ...]:
    if not folder.is_dir():
        return ()
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "area"
        shutil.copytree(folder, root)
        if not (root / "byvekst.yaml").exists():
            shutil.copyfile(AREA, root / "byvekst.yaml")
        return lint(load(Folder(root), day), Selection.of())


def _files(folder: Path, paths: list[str], lines: list[int]) -> Iterator[dict[str, str]]:
    """The files that the findings are in, as people can read them."""
    for path in paths[:2]:
        try:
            text = (folder / path).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue
        shown = _EXPECT.sub("", text).splitlines()
        first = max(0, min(lines, default=1) - 1 - _MOST // 2) if len(shown) > _MOST else 0
        yield {"path": path, "text": "\n".join(shown[first : first + _MOST]) + "\n"}
