"""What a hostile or unlucky area does to the check: it ends soon, in words."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import AREA, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]
SHEET_2 = SHEET.replace("p-1", "p-2")
OTHER = "prosjekt/p-2.yaml"
DEEP = 1200

HEAVY = {
    "one long line": f"{SHEET_2}plan: x # {'y' * 200_000}\n",
    "a line of tabs": f"{SHEET_2}{chr(9) * 300_000}\n",
    "invisible signs on each line": SHEET_2 + "# " + "\u200b" * 50_000 + "\n# \u200b" * 100_000,
    "milestones without end": SHEET_2 + "milepæler:\n" + "- {hva: åpning, plan: 2020}\n" * 20_000,
    "markers without end": SHEET_2 + "vegnummer:\n" + "- '-'\n" * 100_000,
    "references without end": SHEET_2 + f"mål: [{', '.join(f'x{n}' for n in range(60_000))}]\n",
    "municipalities without end": SHEET_2.replace(
        "{bergen: 100}", "{" + ", ".join(f"k{n}: 1" for n in range(40_000)) + "}"
    ),
    "brackets": f"{SHEET_2}egne: {'[' * 500_000}\n",
    "quotes": SHEET_2 + "merknad: " + '"a" ' * 100_000,
    "empty fields": SHEET_2 + "".join(f"felt{n}:\n" for n in range(50_000)),
    "anchors": SHEET_2 + "".join(f"felt{n}: &a{n} x\n" for n in range(40_000)),
}


@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_takes_little_time(name: str, area: Path, byvekst: Command) -> None:
    """Up to a megabyte of one thing, in text and as JSON, within seconds on any machine."""
    put(area, OTHER, HEAVY[name])
    for format in ("text", "json"):
        started = time.process_time()

        code, _, err = byvekst("check", area, "--format", format, "--as-of", TODAY)

        assert code in (0, 1)
        assert err == ""
        assert time.process_time() - started < 20


def test_a_note_full_of_brackets_takes_little_time(area: Path, byvekst: Command) -> None:
    """Only headings are looked for in a note, so nothing in its text can be slow."""
    put(area, "sak/s-1/notat-ku.md", f"---\nsak: s-1\n---\n# {'[' * 600_000}\n")
    started = time.process_time()

    assert byvekst("check", area)[0] == 1
    assert time.process_time() - started < 20


def test_a_deep_tree_is_not_walked_to_its_end(
    area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders inside folders do not exhaust the program; the tree is taken down again, as it was put up."""
    monkeypatch.chdir(area)
    for _ in range(DEEP):
        Path("d").mkdir()
        os.chdir("d")

    code = byvekst("check", area)[0]
    for _ in range(DEEP):
        os.chdir("..")
        Path("d").rmdir()

    assert code == 0


@pytest.mark.parametrize("value", ["1.5", "900000", "-5", "true", "x"])
def test_a_threshold_out_of_reason_is_a_finding(value: str, area: Path, byvekst: Command) -> None:
    """And the rule keeps its usual threshold."""
    put(area, "byvekst.yaml", f"{AREA}regler: {{milestone-passed: {{valg: {{dager: {value}}}, grunn: x}}}}\n")
    put(area, OTHER, f"{SHEET_2}status_per: 2024-07-10\nmilepæler: [{{hva: åpning, plan: 2024-06}}]\n")

    code, out, _ = byvekst("check", area)

    assert code == 1
    assert "DAT003" in out
    assert "SET003" in out or "SCH003" in out


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder")
@pytest.mark.parametrize("arguments", [[], ["AREA"]])
def test_a_deleted_working_folder_is_told(arguments: list[str], area: Path, tmp_path: Path) -> None:
    """No trace when the folder one stands in is gone."""
    gone = tmp_path / "borte"
    gone.mkdir()
    code = f"import os; os.chdir({str(gone)!r}); os.rmdir({str(gone)!r})\n"
    code += "import sys; from byvekst_cli.cli.app import run\n"
    code += f"sys.exit(run(['check', *{[str(area) for _ in arguments]!r}]))"

    answer = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=False)

    assert answer.returncode == (0 if arguments else 3)
    assert "Traceback" not in answer.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk here")
@pytest.mark.parametrize(
    "arguments", [["check", "AREA"], ["--version"], ["check", "AREA", "--format", "json"]]
)
def test_a_full_disk_is_told(arguments: list[str], area: Path) -> None:
    """The answer could not be written, and that is all."""
    command = [sys.executable, "-m", "byvekst_cli", *(str(area) if a == "AREA" else a for a in arguments)]
    with Path("/dev/full").open("w") as full:
        answer = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert answer.returncode == 4
    assert "Traceback" not in answer.stderr


def test_the_same_area_by_two_names_is_one(area: Path, byvekst: Command) -> None:
    """A link, a detour or the same folder twice."""
    link = area.parent / "lenke"
    try:
        link.symlink_to(area, target_is_directory=True)
    except OSError:
        pytest.skip("no links on this system")

    assert byvekst("check", area, link, area / ".." / area.name)[1] == "Ingen funn i 2 filer.\n"


STRAY = ["prosjekt/2024/p-2.yaml", "Prosjekt/p-2.yaml", "prosjekt/p-2.YAML", "prosjekt/p-2.json"]


@pytest.mark.parametrize("path", STRAY)
def test_a_file_in_the_wrong_place_is_named(path: str, area: Path, byvekst: Command) -> None:
    """Nobody should think that a file is checked when it is not."""
    put(area, path, "helt: feil\n")

    assert "FIL008" in byvekst("check", area)[1]


@pytest.mark.parametrize("path", ["mkdocs.yml", "docs/x.yaml", "under/byvekst.yaml", "vedlegg/tabell.json"])
def test_files_of_others_are_left_in_peace(path: str, area: Path, byvekst: Command) -> None:
    """What is plainly no record of the area is passed over."""
    put(area, path, "a: 1\n")

    assert byvekst("check", area)[0:2] == (0, "Ingen funn i 2 filer.\n")


def test_a_tab_inside_a_text_is_text(area: Path, byvekst: Command) -> None:
    """Only the indentation of fields must be spaces."""
    put(area, OTHER, f'{SHEET_2}merknad: |\n  a\n  \tb\nbeskrivelse: "x\n\ty"\n')

    assert byvekst("check", area)[0] == 0


def test_a_missing_folder_is_not_called_missing_records(area: Path, byvekst: Command) -> None:
    """When a whole folder cannot be read, nothing in it is said not to exist."""
    outside = area.parent / "ute"
    outside.mkdir()
    try:
        (area / "indikator").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("no links on this system")
    goal = "{navn: M, nivå: lokalt, ordlyd: [{tekst: T, fra: 2012}], indikatorer: [byindeks]}"
    put(area, "maal.yaml", f"mål:\n  m: {goal}\n")

    out = byvekst("check", area)[1]

    assert "FIL006" in out
    assert "REF001" not in out
