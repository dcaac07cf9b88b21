"""Small wrong areas, each saying itself what must be found in it; and each fault's mended pair.

A guilty line ends with `# expect: CODE`. Where no comment can stand, or the column matters, the case has
a file `expect` with lines `path:line:column CODE`. `good` is `bad` as it should have been.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from byvekst_cli.finding import Finding, Severity
from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import LANGUAGES
from byvekst_cli.lint import Selection, lint
from byvekst_cli.rules import all_rules
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import AREA, SHEET, TODAY, Answer, put

HERE = Path(__file__).parent / "wrong"
MARK = re.compile(r"# expect: ([A-Z0-9 ]+)$")
NOTED = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))? (?P<code>[A-Z]{3}\d{3})")
NOT_FILES = {
    "unreadable-file",  # a pipe or a folder in place of a file
    "linked-file",  # a link cannot be made on every system
    "file-too-large",  # a megabyte of nothing does not belong in git
    "more-of-the-same",  # hundreds of findings are not a small area
    "outgrown-baseline",  # a baseline is given on the command line
    *(slug for slug, fault in FAULTS.items() if fault.code.startswith("WRD")),  # made by code: test_word_*
}
CODES = {fault.slug: fault.code for fault in FAULTS.values()} | {rule.slug: rule.code for rule in all_rules()}
SLUGS = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir())
CASES = sorted(path for path in HERE.glob("*/*") if path.is_dir() and path.name != "good")
LARGEST_PAIR = 12
"""Lines of `bad` or `good` that are shown to a user."""

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")


@dataclass(frozen=True)
class Expected:
    """Where a code must be found; the column is None where the case does not say."""

    path: str
    line: int
    code: str
    column: int | None = None


def files_of(case: Path) -> list[Path]:
    return [path for path in sorted(case.rglob("*")) if path.is_file() and path != case / "expect"]


def expected_in(case: Path) -> list[Expected]:
    """What the case says of itself, in its lines and in its list."""
    marked = [
        Expected(path.relative_to(case).as_posix(), number, code)
        for path in files_of(case)
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
        if (match := MARK.search(line))
        for code in match[1].split()
    ]
    beside = case / "expect"
    noted = beside.read_text("utf-8").splitlines() if beside.exists() else []
    matches = [NOTED.fullmatch(line) for line in noted]
    assert None not in matches
    return marked + [
        Expected(m["path"], int(m["line"]), m["code"], int(m["column"]) if m["column"] else None)
        for m in matches
        if m
    ]


def copied(case: Path, tmp_path: Path) -> Path:
    """The case as an area of its own, with the smallest area file where it has none."""
    root = tmp_path / "area"
    shutil.copytree(case, root, ignore=shutil.ignore_patterns("expect"))
    if not (root / "byvekst.yaml").exists():
        put(root, "byvekst.yaml", AREA)
    return root


def found_in(root: Path) -> list[Finding]:
    """What is found and not allowed to stand."""
    found = lint(load(Folder(root), date.fromisoformat(TODAY)), Selection.of())
    return [finding for finding in found if finding.allowed is None]


@each_case
def test_a_wrong_area_gives_what_it_says_and_nothing_else(case: Path, tmp_path: Path) -> None:
    """Each mistake gives one finding, on its line, and no other error comes with it."""
    expected = expected_in(case)
    codes = {each.code for each in expected}

    told = [f for f in found_in(copied(case, tmp_path)) if f.severity is Severity.ERROR or f.code in codes]
    columns = {(f.path, f.span.line, f.code, f.span.column) for f in told}

    assert {(f.path, f.span.line, f.code) for f in told} == {(e.path, e.line, e.code) for e in expected}
    assert {(e.path, e.line, e.code, e.column) for e in expected if e.column} <= columns
    assert len(told) == len({(f.path, f.span, f.fingerprint) for f in told})
    assert CODES[case.parent.name] in codes


@each_case
def test_a_wrong_area_is_told_in_every_language(
    case: Path, tmp_path: Path, byvekst: Callable[..., Answer]
) -> None:
    """The check ends in words, and says no more and no less in one language than in another."""
    expected = expected_in(case)
    root = copied(case, tmp_path)
    warned = {fault.code for fault in FAULTS.values() if fault.severity is not Severity.ERROR}

    answers = [byvekst("check", root, "--language", language, "--as-of", TODAY) for language in LANGUAGES]

    assert {code for code, _, _ in answers} == {int(any(e.code not in warned for e in expected))}
    assert len({out for _, out, _ in answers}) == len(LANGUAGES)
    assert all(each.code in out for each in expected for _, out, _ in answers)
    assert {err for _, _, err in answers} == {""}


@each_case
def test_what_is_wrong_in_one_file_hides_no_other(case: Path, tmp_path: Path) -> None:
    """A sound sheet beside the wrong file is read."""
    root = copied(case, tmp_path)
    put(root, "prosjekt/frisk-1.yaml", SHEET.replace("p-1", "frisk-1"))

    loaded = load(Folder(root), date.fromisoformat(TODAY))

    assert "frisk-1" in [record.id for record in loaded.area.records]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_mended_area_is_clean(slug: str, tmp_path: Path) -> None:
    """What a user is shown as the right way gives neither the fault nor any other error."""
    found = found_in(copied(HERE / slug / "good", tmp_path))

    assert [f for f in found if f.severity is Severity.ERROR or f.code == CODES[slug]] == []


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("side", ["bad", "good"])
def test_a_pair_is_short_enough_to_be_shown(slug: str, side: str) -> None:
    """Before and after fit on a screen."""
    files = files_of(HERE / slug / side)

    assert files
    assert sum(len(path.read_bytes().splitlines()) for path in files) <= LARGEST_PAIR


def test_every_fault_has_a_case() -> None:
    """No fault is there without a file that shows it, nor a folder without its fault."""
    assert set(FAULTS) - set(SLUGS) == NOT_FILES
    assert set(SLUGS) <= set(CODES)


def test_there_are_many_cases() -> None:
    """The corpus does not shrink unseen."""
    assert len(CASES) >= 250
