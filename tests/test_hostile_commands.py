"""What a clumsy or hostile user tried against the commands, each once; the answer is always a sentence."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import AREA, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
PROGRAM = Path(sys.executable).parent / "byvekst"
GIVEN = ["--set", "kommuner=bergen"]
TALL = 4_000
"""So many of a thing took half a minute once."""


def codes(byvekst: Command, area: Path, *options: str | Path) -> list[str]:
    out = byvekst("check", area, "--format", "json", "--as-of", TODAY, *options)[1]
    return [finding["code"] for finding in json.loads(out)["findings"]]


def run(*arguments: str | bytes, **given: object) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "BYVEKST_LANGUAGE": "nb"}
    return subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, check=False, **given)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    "text",
    [
        f"{SHEET}egne:\n" + "".join(f"  a{n}: x # byvekst: tillat REF001: hei\n" for n in range(TALL)),
        SHEET + "# byvekst: tillat REF001: hei\n" * TALL,
        f"{SHEET}navn:  a{' ' * 100_000}x: y\n",
    ],
    ids=["a comment a line", "comments alone", "a long line"],
)
def test_many_comments_take_a_moment(text: str, area: Path, byvekst: Command) -> None:
    """Time grows with the file, not with its square."""
    put(area, "prosjekt/p-1.yaml", text)
    began = time.perf_counter()

    byvekst("check", area)

    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("body", [f"<!-- byvekst:{' ' * 100_000}x", "<!-- byvekst: " * 20_000])
def test_a_note_full_of_openings_takes_a_moment(body: str, area: Path, byvekst: Command) -> None:
    """Each is looked through once."""
    put(area, "sak/s/notat-a.md", f"---\nsak: s\ntittel: A\nbehandling: vedtak\n---\n{body}\n")
    began = time.perf_counter()

    byvekst("check", area)

    assert time.perf_counter() - began < 5


def test_an_example_of_code_allows_nothing(area: Path, byvekst: Command) -> None:
    """What stands in a fence is shown, not meant."""
    note = "---\nsak: s\ntittel: A\nbehandling: vedtak\n---\n```\n<!-- byvekst: tillat REF001: x -->\n```\n"
    put(area, "sak/s/notat-a.md", note)

    assert "REF001" in codes(byvekst, area)


@pytest.mark.parametrize(
    "text",
    [
        "# byvekst: tillat REF001: x\nmål:\n- abc\n- def\n",
        "# byvekst: tillat REF001: x\nmål:\n  - abc\n# b\n  - def\n",
    ],
)
def test_a_list_without_indentation_belongs_to_its_key(text: str, area: Path, byvekst: Command) -> None:
    """And a comment to the left does not end it."""
    put(area, "prosjekt/p-1.yaml", SHEET + text)

    assert byvekst("check", area)[0] == 0


@pytest.mark.parametrize("name", ["../../evil", "a/b", "a\nb", "", "."])
def test_a_new_file_stays_in_its_folder(name: str, area: Path, byvekst: Command) -> None:
    """Whatever it is to be called."""
    before = sorted(area.parent.rglob("*"))

    assert byvekst("new", "begrep", name, "--area", area)[0] in (0, 2)
    assert {path.parent for path in area.parent.rglob("*") if path not in before} <= {area, area / "begrep"}


@pytest.mark.parametrize(
    "value", ["Veg #2 og #3", "Veg: ny", "@x", "- a", "'a'", '"', "1.5", "true", "Veg\nkommuner: {}"]
)
def test_a_value_is_what_was_given(value: str, area: Path, byvekst: Command) -> None:
    """Quoted wherever YAML would read something else."""
    code, _, err = byvekst("new", "prosjekt", "p-2", "--set", f"navn={value}", *GIVEN, "--area", area)

    assert (code, err) == (0, "")
    shown = json.loads(byvekst("show", "p-2", area, "--format", "json")[1])
    assert shown["data"]["navn"] == value


@pytest.mark.parametrize("value", ["null", "a\u200bb", "~", "N/A", "-", "", "\x01", "\udcff"])
def test_a_value_that_the_check_would_refuse_is_refused(value: str, area: Path, byvekst: Command) -> None:
    """Before anything is written."""
    assert byvekst("new", "prosjekt", "p-2", "--set", f"navn={value}", *GIVEN, "--area", area)[0] == 2
    assert not (area / "prosjekt/p-2.yaml").exists()


def test_half_an_area_is_never_made(tmp_path: Path, byvekst: Command) -> None:
    """Also where a file stands in the place of a folder."""
    put(tmp_path, "mandat", "en fil\n")

    assert byvekst("init", tmp_path, "--name", "A", "--region", "B")[0] == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mandat"]


def test_a_report_never_replaces_a_file_of_the_area(area: Path, byvekst: Command) -> None:
    """The check changes nothing, not even when asked to."""
    for option in (
        ["--report", f"json:{area}/byvekst.yaml"],
        ["--baseline", f"{area}/byvekst.yaml", "--update-baseline"],
    ):
        assert byvekst("check", area, *option)[0] == 2
    assert (area / "byvekst.yaml").read_text(encoding="utf-8") == AREA


def test_a_narrow_check_leaves_the_rest_of_the_baseline(area: Path, tmp_path: Path, byvekst: Command) -> None:
    """What was not looked at, or could not be read, is neither gone nor forgotten."""
    file = tmp_path / "b.json"
    put(area, "prosjekt/p-1.yaml", f"{SHEET}merknad: N/A\nkilde: nei\n")
    byvekst("check", area, "--baseline", file, "--update-baseline")
    text = file.read_text(encoding="utf-8")

    assert codes(byvekst, area, "--baseline", file, "--select", "VAL") == ["VAL001"]
    byvekst("check", area, "--baseline", file, "--update-baseline", "--select", "MON")
    assert file.read_text(encoding="utf-8") == text
    put(area, "prosjekt/p-1.yaml", "id: [\n")
    assert codes(byvekst, area, "--baseline", file) == ["YML001"]


@pytest.mark.parametrize("count", ["-5", "0", "true", '"7"', "1.5", "1e400", "1e300", "Infinity"])
def test_a_baseline_with_an_odd_count_is_not_guessed_at(
    count: str, area: Path, tmp_path: Path, byvekst: Command
) -> None:
    """It cannot be read, and says so."""
    row = f'{{"area": "a", "path": "b", "code": "C", "fingerprint": "d", "count": {count}}}'
    file = put(tmp_path, "b.json", f'{{"version": 1, "findings": [{row}]}}')

    assert byvekst("check", area, "--baseline", file)[0] == 2


def test_a_deep_baseline_and_one_from_notepad(area: Path, tmp_path: Path, byvekst: Command) -> None:
    """The first cannot be read, the second can."""
    deep = put(tmp_path, "deep.json", "[" * 100_000)
    marked = put(tmp_path, "bom.json", b'\xef\xbb\xbf{"version": 1, "findings": []}')

    assert byvekst("check", area, "--baseline", deep)[0] == 2
    assert byvekst("check", area, "--baseline", marked)[0] == 0


def test_two_areas_with_one_id_need_two_baselines(area: Path, tmp_path: Path, byvekst: Command) -> None:
    """A finding of one must not hide that of the other."""
    other = tmp_path / "annet"
    put(other, "byvekst.yaml", AREA)

    code, _, err = byvekst("check", area, other, "--baseline", tmp_path / "b.json", "--update-baseline")

    assert code == 2
    assert "prøveområdet" in err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no file names that are not text")
@pytest.mark.parametrize("format", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_a_file_name_that_is_no_text_is_shown_somehow(format: str, area: Path, tmp_path: Path) -> None:
    """In every format, on the screen and in a file."""
    (Path(os.fsdecode(os.fsencode(area / "prosjekt") + b"/\xff.yaml"))).write_text(
        "id: [\n", encoding="utf-8"
    )
    out = tmp_path / "out"

    done = run("check", str(area), "--format", format, "--report", f"{format}:{out}")

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert out.read_bytes().decode("utf-8")


def test_junit_is_xml_whatever_stands_in_the_files(area: Path, byvekst: Command) -> None:
    """Characters that XML cannot hold are replaced."""
    put(area, "prosjekt/p-1.yaml", SHEET + 'form: "a\\uFFFEb\\uFFFF"\n')

    assert ET.fromstring(byvekst("check", area, "--format", "junit")[1]).tag == "testsuites"


def test_bytes_that_are_no_text_are_wrong_use() -> None:
    """On the command line too."""
    done = run(b"show", b"\xff")

    assert done.returncode == 2
    assert b"UTF-8" in done.stderr


@pytest.mark.parametrize("command", ["init", "new"])
def test_an_end_of_input_is_no_fault_of_the_program(
    command: str, area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-D at a question stops, and nothing is written."""

    def end(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", end)
    before = sorted(area.rglob("*"))

    arguments = ("init", area / "ny") if command == "init" else ("new", "prosjekt", "--area", area)
    code, _, err = byvekst(*arguments)

    assert code == 2
    assert "Avbrutt" in err
    assert sorted(area.rglob("*")) == before


def test_a_closed_pipe_is_no_finding() -> None:
    """`| head -1` ends in peace, with the answer's first line."""
    script = f"set -o pipefail; {PROGRAM} rules | head -n 1; exit ${{PIPESTATUS[0]}}"

    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert done.stderr == ""


def test_init_asks_for_its_own_options(tmp_path: Path, byvekst: Command) -> None:
    """It has no `--set`."""
    err = byvekst("init", tmp_path / "a", "--region", "R")[2]

    assert "--name" in err
    assert "--set" not in err
