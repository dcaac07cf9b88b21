"""What was found before may stand; only what is new has to be looked at."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byvekst_cli.lint import BadBaseline, Baseline, Selection, lint
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import EXAMPLES, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
OLD = f"{SHEET}merknad: N/A\nbeskrivelse: N/A\n"


@pytest.fixture
def old(area: Path) -> Path:
    put(area, "prosjekt/p-1.yaml", OLD)
    return area


def check(byvekst: Command, area: Path, *options: str | Path) -> tuple[int, list[tuple[str, int, str]]]:
    code, out, _ = byvekst(
        "check", area, "--format", "json", "--as-of", TODAY, "--fail-on", "advice", *options
    )
    return code, [(f["code"], f["line"], f["baseline"]) for f in json.loads(out)["findings"]]


def test_a_clean_area_has_an_empty_baseline(area: Path, tmp_path: Path, byvekst: Command) -> None:
    """Nothing found, nothing written down."""
    file = tmp_path / "b.json"

    assert byvekst("check", area, "--baseline", file, "--update-baseline")[0] == 0
    assert json.loads(file.read_text()) == {"version": 1, "findings": []}


def test_without_a_baseline_nothing_is_known_or_new(old: Path, byvekst: Command) -> None:
    """The JSON says null."""
    assert {known for _, _, known in check(byvekst, old)[1]} == {None}


def test_old_findings_do_not_fail_and_new_ones_do(old: Path, tmp_path: Path, byvekst: Command) -> None:
    """Known from before, new since, and counted by fingerprint."""
    file = tmp_path / "b.json"
    assert check(byvekst, old, "--baseline", file, "--update-baseline") == (
        0,
        [("VAL001", 5, "known"), ("VAL001", 6, "known")],
    )

    put(old, "prosjekt/p-1.yaml", f"{OLD}nettside: https://a.no\nplan: {{nivå: ingen, plan_id: N/A}}\n")

    assert check(byvekst, old, "--baseline", file) == (
        1,
        [("VAL001", 5, "known"), ("VAL001", 6, "known"), ("VAL001", 8, "new")],
    )


def test_what_is_mended_makes_the_baseline_outgrown(old: Path, tmp_path: Path, byvekst: Command) -> None:
    """One finding says so, and bringing the file up to date takes it away."""
    file = tmp_path / "b.json"
    check(byvekst, old, "--baseline", file, "--update-baseline")
    put(old, "prosjekt/p-1.yaml", SHEET)

    assert check(byvekst, old, "--baseline", file) == (1, [("LNT002", 1, "new")])
    assert check(byvekst, old, "--baseline", file, "--update-baseline") == (0, [])


def test_other_areas_keep_their_rows(old: Path, tmp_path: Path, byvekst: Command) -> None:
    """One file may serve several areas that are checked apart."""
    file = tmp_path / "b.json"
    byvekst("check", EXAMPLES / "oslo", "--baseline", file, "--update-baseline", "--as-of", TODAY)
    oslo = Baseline.parse(file.read_text(encoding="utf-8")).rows

    check(byvekst, old, "--baseline", file, "--update-baseline")

    assert set(oslo) < set(Baseline.parse(file.read_text(encoding="utf-8")).rows)


def test_the_file_is_sorted_and_the_same_each_time(tmp_path: Path, byvekst: Command) -> None:
    """A row a line, so that changes can be read and merged."""
    file = tmp_path / "b.json"
    texts = set()
    for _ in range(2):
        byvekst("check", EXAMPLES / "bergen", "--baseline", file, "--update-baseline", "--as-of", TODAY)
        texts.add(file.read_text(encoding="utf-8"))

    (text,) = texts
    rows = [line.strip() for line in text.splitlines() if "fingerprint" in line]
    assert rows == sorted(rows)
    assert len(rows) == 9


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}']
)
def test_a_file_that_is_no_baseline_is_wrong_use(
    text: str, area: Path, tmp_path: Path, byvekst: Command
) -> None:
    """It says what to do, and never guesses."""
    file = tmp_path / "b.json"
    file.write_text(text)

    code, _, err = byvekst("check", area, "--baseline", file)

    assert code == 2
    assert "--update-baseline" in err
    with pytest.raises(BadBaseline):
        Baseline.parse(text)


@pytest.mark.parametrize(
    "options",
    [["--update-baseline"], ["--baseline", "finnes-ikke.json"], ["--baseline", "/", "--update-baseline"]],
)
def test_wrong_use_is_explained(options: list[str], area: Path, byvekst: Command) -> None:
    """Exit code 2 and a sentence."""
    code, _, err = byvekst("check", area, *options)

    assert code == 2
    assert err.count("\n") == 1


def fingerprints(root: Path) -> list[str]:
    loaded = load(Folder(root), date.fromisoformat(TODAY))
    return sorted(finding.fingerprint for finding in lint(loaded, Selection.of()))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_fingerprints_survive_moved_and_reformatted_lines(tmp_path: Path, data: st.DataObject) -> None:
    """Blank lines, comments and the order of fields change where a finding stands, not what it is."""
    root = tmp_path / "area"
    shutil.copytree(EXAMPLES / "bergen", root, dirs_exist_ok=True)
    before = fingerprints(root)
    for path in (
        root / "prosjekt/al-ts-002.yaml",
        root / "indikator/byindeks.yaml",
        root / "prosjekt/oy-are-001.yaml",
    ):
        path.write_text(_moved(path.read_text(encoding="utf-8"), data), encoding="utf-8")

    assert fingerprints(root) == before
    assert len(before) == 9


def _moved(text: str, data: st.DataObject) -> str:
    """The same facts in another order, with air and comments between them."""
    fields: list[list[str]] = []
    for line in text.splitlines():
        if line[:1].strip() and not line.startswith("#"):
            fields.append([])
        if fields:
            fields[-1].append(line)
    air = data.draw(
        st.lists(st.sampled_from(["\n", "# merk\n", ""]), min_size=len(fields), max_size=len(fields))
    )
    return "".join(
        f"{a}{chr(10).join(f)}\n" for a, f in zip(air, data.draw(st.permutations(fields)), strict=True)
    )
