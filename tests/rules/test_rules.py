"""Every rule has a good and a bad area; the bad one marks its guilty lines with `# expect: CODE`."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from byvekst_cli.finding import Finding
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.lint import Selection, lint
from byvekst_cli.rules import Rule, all_rules
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import AREA, TODAY, put

HERE = Path(__file__).parent
EXPECT = re.compile(r"# expect: ([A-Z0-9 ]+?)(?: -->.*)?$")
each_rule = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)


def fixture_of(rule: Rule, side: str) -> Path:
    return HERE / rule.family / rule.slug.replace("-", "_") / side


def found_in(rule: Rule, folder: Path, tmp_path: Path) -> list[Finding]:
    """What one rule finds in a fixture, which gets the smallest area around it."""
    root = tmp_path / "area"
    shutil.copytree(folder, root)
    if not (root / "byvekst.yaml").exists():
        put(root, "byvekst.yaml", AREA)
    selection = Selection(frozenset({rule.code}), frozenset())
    findings = lint(load(Folder(root), date.fromisoformat(TODAY)), selection)
    return [finding for finding in findings if finding.code == rule.code]


@each_rule
def test_nothing_is_found_in_the_good_area(rule: Rule, tmp_path: Path) -> None:
    """A rule is silent where all is well."""
    assert found_in(rule, fixture_of(rule, "good"), tmp_path) == []


@each_rule
def test_the_bad_area_gives_exactly_the_marked_lines(rule: Rule, tmp_path: Path) -> None:
    """A rule finds what is wrong, and points at the line."""
    folder = fixture_of(rule, "bad")
    expected = [
        (path.relative_to(folder).as_posix(), number)
        for path in sorted(folder.rglob("*.*"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (match := EXPECT.search(line)) and rule.code in match.group(1).split()
    ]

    found = sorted((finding.path, finding.span.line) for finding in found_in(rule, folder, tmp_path))

    assert expected
    assert found == sorted(expected)


@each_rule
def test_the_good_area_can_be_read(rule: Rule) -> None:
    """Silence in a fixture is the rule's, not that of a file that was never read."""
    broken = {"oedelagt.yaml"}
    loaded = load(Folder(fixture_of(rule, "good")), date.fromisoformat(TODAY))

    assert {Path(finding.path).name for finding in loaded.findings} <= broken
    assert loaded.area.records


@pytest.mark.parametrize("language", LANGUAGES)
@each_rule
def test_every_rule_speaks(rule: Rule, language: str, tmp_path: Path) -> None:
    """Title, message, reason and remedy are there in three languages, with no slot left open."""
    for finding in found_in(rule, fixture_of(rule, "bad"), tmp_path):
        message = Say(language).message(finding)
        for part in (message.title, message.text, message.why, message.remedy):
            assert part
            assert not re.search(r"\{\w*\}|\[\[|\]\]|None|Decimal|Hint", part)


def test_no_fixture_is_left_without_its_rule() -> None:
    """A fixture folder belongs to a rule."""
    rules = {(rule.family, rule.slug.replace("-", "_")) for rule in all_rules()}
    folders = {(path.parent.parent.name, path.parent.name) for path in HERE.glob("*/*/bad")}

    assert folders == rules
