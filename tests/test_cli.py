"""The command line as people use it: options, exit codes, complaints, languages."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from byvekst_cli import __version__
from byvekst_cli.language import LANGUAGES
from conftest import AREA, SHEET, TODAY, Answer, put

Command = Callable[..., Answer]


def test_a_sound_area_is_clean(area: Path, byvekst: Command) -> None:
    """Nothing found, exit code 0, and it says how much it looked at."""
    assert byvekst("check", area) == (0, "Ingen funn i 2 filer.\n", "")


def test_an_error_gives_one(area: Path, byvekst: Command) -> None:
    """Exit code 1, with every format."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("navn", "naven"))

    assert byvekst("check", area)[0] == 1
    assert byvekst("check", area, "--format", "json")[0] == 1
    assert byvekst("check", area, "--fail-on", "never")[0] == 0


def test_a_broken_area_file_is_a_finding(area: Path, byvekst: Command) -> None:
    """`byvekst.yaml` itself may be what is wrong."""
    put(area, "byvekst.yaml", "id: [\n")

    code, out, _ = byvekst("check", area)

    assert code == 1
    assert "byvekst.yaml" in out


def test_severity_decides_what_fails(area: Path, byvekst: Command) -> None:
    """A warning fails only when asked to."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}merknad: N/A\n")

    assert [byvekst("check", area, "--fail-on", level)[0] for level in ("error", "warning", "advice")] == [
        0,
        1,
        1,
    ]


def test_the_calendar_makes_no_build_red(area: Path, byvekst: Command) -> None:
    """A finding that came overnight fails only with `,today`."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}milepæler: [{{hva: åpning, plan: 2026-11-22}}]\n")

    assert "DAT004" not in byvekst("check", area, "--as-of", "2026-11-22")[1]
    assert "DAT004" in byvekst("check", area, "--as-of", "2026-11-23")[1]
    assert byvekst("check", area, "--as-of", "2026-11-23", "--fail-on", "advice")[0] == 0
    assert byvekst("check", area, "--as-of", "2026-11-23", "--fail-on", "advice,today")[0] == 1


@pytest.mark.parametrize(
    "selector", ["REF001", "ref", "REF0", "references", "unknown-reference", "unknown_reference"]
)
def test_rules_are_chosen_by_code_family_or_name(selector: str, area: Path, byvekst: Command) -> None:
    """All names of a rule work, to select and to leave out."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("bergen", "askøy") + "merknad: N/A\n")

    assert re.findall("[A-Z]{3}[0-9]{3}", byvekst("check", area, "--select", selector)[1]) == ["REF001"]
    assert re.findall("[A-Z]{3}[0-9]{3}", byvekst("check", area, "--ignore", selector)[1]) == ["VAL001"]


def test_a_narrow_selection_does_not_hide_unreadable_files(area: Path, byvekst: Command) -> None:
    """What was not read was not checked, whatever was selected."""
    put(area, "prosjekt/p-2.yaml", "id: [\n")

    assert byvekst("check", area, "--select", "dates")[0] == 1
    assert byvekst("check", area, "--select", "dates", "--ignore", "yaml-syntax")[0] == 0


WRONG = [
    (["chek"], "«chek»", "«check»"),
    (["check", "--formt", "json"], "--formt", "--format"),
    (["check", "--format", "jsn"], "--format", "«json»"),
    (["check", "--language"], "--language", "--help"),
    (["portfolio", "--status=2026-T1"], "--status", "uten noen verdi"),
    (["check", "--language", "da"], "--language", "«nn»"),
    (["check", "--fail-on", "errors"], "--fail-on", "«error»"),
    (["check", "--as-of", "23.11.2026"], "23.11.2026", "2026-11-23"),
    (["check", "--select", "referenses"], "referenses", "references"),
    (["check", "finnes-ikke"], "finnes-ikke", "finnes ikke"),
    ([], "byvekst sjekk", "--help"),
]


@pytest.mark.parametrize(("arguments", "names", "helps"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_use_says_what_is_meant(
    arguments: list[str],
    names: str,
    helps: str,
    byvekst: Command,
    area: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exit code 2, one sentence on what is wrong and one on what to do, and no trace."""
    monkeypatch.chdir(area)

    code, out, err = byvekst(*arguments)

    assert (code, out) == (2, "")
    assert names in err
    assert helps in err
    assert "Traceback" not in err


def test_a_file_in_place_of_a_folder_is_wrong_use(area: Path, byvekst: Command) -> None:
    """The folder is asked for."""
    code, _, err = byvekst("check", area / "byvekst.yaml")

    assert code == 2
    assert "byvekst.yaml" in err


def test_nothing_checked_is_not_clean(
    tmp_path: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 3 where there is no area, with the areas that lie below."""
    put(tmp_path, "eksempler/bergen/byvekst.yaml", AREA)
    monkeypatch.chdir(tmp_path)

    code, out, err = byvekst("check")

    assert (code, out) == (3, "")
    assert "eksempler/bergen" in err
    assert byvekst("check", tmp_path)[0] == 3


def test_the_area_is_found_from_inside(area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder, the area around where the user stands; paths are from there."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("navn", "naven"))
    monkeypatch.chdir(area / "prosjekt")

    code, out, _ = byvekst("check", "--format", "json")

    assert code == 1
    assert {f["path"] for f in json.loads(out)["findings"]} == {"../prosjekt/p-1.yaml"}


def test_several_areas_are_checked_in_one_run(area: Path, tmp_path: Path, byvekst: Command) -> None:
    """Each with its own ids; the same folder twice counts once."""
    other = tmp_path / "annet"
    put(other, "byvekst.yaml", AREA.replace("prøveområdet", "annet"))
    put(other, "prosjekt/p-1.yaml", SHEET)

    _, out, _ = byvekst("check", area, other, area, "--format", "json")

    assert [a["id"] for a in json.loads(out)["areas"]] == ["prøveområdet", "annet"]
    assert json.loads(out)["findings"] == []


def test_the_answer_is_in_the_areas_language(
    area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option first, then the area's own, then the environment's."""
    put(area, "prosjekt/p-1.yaml", SHEET.replace("navn", "naven"))
    put(area, "byvekst.yaml", AREA.replace("språk: nb", "språk: nn"))
    monkeypatch.setenv("BYVEKST_LANGUAGE", "en")

    assert "Meinte du" in byvekst("check", area)[1]
    assert "Mente du" in byvekst("check", area, "--language", "nb")[1]
    assert "Did you mean" in byvekst("check", area, "--language=en")[1]
    assert "Mente du" in byvekst("--language", "nb", "check", area)[1]
    put(area, "byvekst.yaml", "id: [\n")
    assert "Did you mean" in byvekst("check", area)[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_in_the_users_language(
    language: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every option has help, and no word of another language is left."""
    monkeypatch.setenv("BYVEKST_LANGUAGE", language)
    headings = {"nb": ("Bruk", "Valg"), "nn": ("Bruk", "Val"), "en": ("Usage", "Options")}[language]

    for command in (["--help"], ["check", "--help"]):
        code, out, _ = byvekst(*command)
        assert code == 0
        assert all(re.search(rf"\b{heading}\b", out) for heading in headings)
        assert language == "en" or not re.search("Usage|Options|Show this", out)


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LANG": "nn_NO.UTF-8"}, "finst"),
        ({"LC_ALL": "en_GB", "LANG": "nn_NO"}, "exist"),
        ({"LANG": "C.UTF-8"}, "finnes"),
    ],
)
def test_the_systems_language_is_spoken(
    variables: dict[str, str], word: str, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Complaints before any area is read follow the system, and bokmål where it says nothing."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert word in byvekst("check", "nei")[2]


def test_norwegian_aliases_do_the_same(area: Path, byvekst: Command) -> None:
    """`sjekk` is `check`."""
    assert byvekst("sjekk", area) == byvekst("check", area)


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "--version"]])
def test_the_version_is_told(arguments: list[str]) -> None:
    """By the quick way and by the long one."""
    answer = subprocess.run(
        [sys.executable, "-m", "byvekst_cli", *arguments], capture_output=True, text=True, check=True
    )

    assert answer.stdout == f"byvekst {__version__}\n"


def test_the_quick_way_imports_nothing() -> None:
    """`--version` is answered before typer, rich or pydantic are imported."""
    code = (
        "import sys; sys.argv = ['byvekst', '--version']\n"
        "from byvekst_cli.cli import main\nmain()\n"
        "assert not {'typer', 'rich', 'pydantic', 'ruamel.yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_missing_parser_is_told() -> None:
    """Without libyaml there is nothing to read with, not even the words; what to install is said."""
    code = (
        "import sys; sys.modules['_ruamel_yaml'] = None; sys.argv = ['byvekst', 'check']\n"
        "from byvekst_cli.cli import main\nmain()"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert answer.returncode == 4
    assert "pip install ruamel.yaml.clib" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_reader_that_stops_early_is_no_error(area: Path) -> None:
    """`byvekst check | head -1` ends quietly."""
    put(area, "prosjekt/p-1.yaml", SHEET + "".join(f"felt{n}: 1\n" for n in range(3000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "byvekst_cli", "check", str(area), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()

    assert process.stderr
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) in (0, 1)


def test_an_internal_error_is_told_as_one(
    area: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 4, an apology in the user's language, and the trace for whoever mends it."""
    monkeypatch.setattr("byvekst_cli.cli.check.lint", lambda *_: 1 / 0)

    code, _, err = byvekst("check", area)

    assert code == 4
    assert "ZeroDivisionError" in err
    assert "Ingen filer er endret" in err


SETTING = "regler:\n  milestone-passed: {%s, grunn: Avtalt i koordineringsgruppen.}\n"


@pytest.mark.parametrize(
    ("setting", "severities"),
    [
        ("nivå: feil", ["error"]),
        ("nivå: råd", ["advice"]),
        ("nivå: av", []),
        ("valg: {dager: 30}", []),
        ("valg: {dager: 1}", ["warning"]),
    ],
)
def test_an_area_tunes_a_rule(setting: str, severities: list[str], area: Path, byvekst: Command) -> None:
    """Severity and thresholds are the area's own, with a reason."""
    put(area, "byvekst.yaml", AREA + SETTING % setting)
    put(
        area,
        "prosjekt/p-1.yaml",
        f"{SHEET}status_per: 2024-07-10\nmilepæler: [{{hva: åpning, plan: 2024-06}}]\n",
    )

    findings = json.loads(byvekst("check", area, "--format", "json", "--as-of", TODAY)[1])["findings"]

    assert [finding["severity"] for finding in findings] == severities


def test_several_rules_may_be_named_at_once(area: Path, byvekst: Command) -> None:
    """With commas, as people write them."""
    put(area, "prosjekt/p-1.yaml", f"{SHEET}merknad: N/A\nkilde: nei\n")

    assert "REF001" in byvekst("check", area, "--select", "VAL001, REF")[1]
    assert byvekst("check", area, "--ignore", "VAL001,REF001")[0] == 0
