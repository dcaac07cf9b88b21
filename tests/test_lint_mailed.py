"""A note that was mailed in: read as if it lay with its case, wherever it lies."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from byvekst_cli.language import LANGUAGES
from conftest import EXAMPLES, ROOT, TODAY, Answer, put

Command = Callable[..., Answer]
OSLO = EXAMPLES / "oslo"
CASE = "hp-2028-31"
DRAFT = OSLO / "sak" / CASE / "utkast-styringsgruppe-byvekst.docx"
GOOD = sorted(path for path in EXAMPLES.glob("*/sak/*/notat-*.*") if path.suffix in {".md", ".docx"})
FIGURES = {"FIG005", "FIG006", "FIG011", "FIG015", "FIG016"}
"""What is told of the draft from the area's records alone."""
DECIDED = """id: s-1
tittel: Sykkelveg
slag: prosjekt
tilstand: vedtatt
behandlinger:
  - organ: ku
    behandling: vedtak
    utfall: vedtatt
    dato: 2026-05-04
    vedtak: [Byggestart godkjennes.]
"""
BODY = "id: {}\nnavn: Kontaktutvalget\nrolle: styringsgruppe\nformål: ukjent\nillustrasjon: true\n"
NOTE = """# Sykkelveg

## Saken

Sykkelvegen er klar, og koster om lag 3 prosent av rammen.

## Forslag til vedtak

1. {}
"""
HEAD = "---\nsak: s-1\ntittel: Sykkelveg\nbehandling: vedtak\n---\n"


def lint(byvekst: Command, *arguments: object) -> list[dict[str, Any]]:
    code, out, err = byvekst("lint", *arguments, "--format", "json", "--as-of", TODAY)
    assert code in {0, 1}
    assert not err
    return json.loads(out)["findings"]


def codes(found: list[dict[str, Any]]) -> set[str]:
    return {finding["code"] for finding in found}


def told(found: list[dict[str, Any]]) -> list[tuple[object, ...]]:
    """All of a finding but the names of files."""
    return [(each["code"], each["line"], each["column"], each["message"], each["record"]) for each in found]


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """Where mail is saved."""
    folder = tmp_path / "Nedlastinger"
    folder.mkdir()
    return folder


@pytest.fixture
def cased(area: Path) -> Path:
    """An area with a case that was decided."""
    put(area, "mandat/ku.yaml", BODY.format("ku"))
    put(area, "sak/s-1/sak.yaml", DECIDED)
    return area


@pytest.mark.parametrize("note", GOOD, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_good_note_is_good_from_anywhere(note: Path, downloads: Path, byvekst: Command) -> None:
    """What its own area finds nothing in, by a name of the sender's own."""
    mailed = shutil.copy(note, downloads / f"Til møtet{note.suffix}")
    case = re.search(r"^id: (.+)$", (note.parent / "sak.yaml").read_text(encoding="utf-8"), re.MULTILINE)

    assert lint(byvekst, mailed, "--case", case[1] if case else "", "--area", note.parents[2]) == []


def test_the_same_is_found_as_in_the_folder_of_the_case(downloads: Path, byvekst: Command) -> None:
    """Rules, templates and figures; without the case only what the text shows is known."""
    mailed = shutil.copy(DRAFT, downloads / DRAFT.name)

    there, here = lint(byvekst, DRAFT), lint(byvekst, mailed, "--case", CASE, "--area", OSLO)

    assert told(here) == told(there)
    assert [each["fingerprint"] for each in here] == [each["fingerprint"] for each in there]
    assert codes(here) >= FIGURES
    assert not FIGURES & codes(lint(byvekst, mailed))


def test_files_are_named_as_they_lie(
    downloads: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The note where it is, and the records in the area, from where one stands."""
    shutil.copy(DRAFT, downloads / "notat.docx")
    monkeypatch.chdir(downloads)

    found = lint(byvekst, "notat.docx", "--case", CASE, "--area", OSLO)
    (related,) = next(each["related"] for each in found if each["code"] == "FIG011")
    text = byvekst("lint", "notat.docx", "--case", CASE, "--area", OSLO)[1]

    assert {each["path"] for each in found} == {"notat.docx"}
    assert Path(related["path"]).resolve() == OSLO / "indikator/byindeks.yaml"
    assert text.startswith("notat.docx\n")
    assert "sak/hp-2028-31" not in text


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "junit", "markdown"])
def test_each_form_names_the_file_as_it_lies(
    downloads: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """No form names a file that is not there."""
    shutil.copy(DRAFT, downloads / "notat.docx")
    monkeypatch.chdir(downloads)

    out = byvekst("lint", "notat.docx", "--case", CASE, "--area", OSLO, "--format", form)[1]

    assert "notat.docx" in out
    assert "hp-2028-31/notat" not in out


def test_the_area_is_the_one_where_one_stands(
    cased: Path, downloads: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As for the other commands; ids are known in any case of letters, and nothing is written."""
    note = put(downloads, "notat-ku.md", NOTE.format("Byggestart avslås."))
    monkeypatch.chdir(cased / "prosjekt")
    before = files(cased.parent)

    found = lint(byvekst, note, "--case", "S-1", "--handling", "vedtak")

    assert "NOT009" in codes(found)
    assert files(cased.parent) == before


@pytest.mark.parametrize(
    ("name", "more", "is_known"),
    [("notat.txt", [], False), ("notat-ku.txt", [], True), ("notat.txt", ["--body", "KU"], True)],
)
def test_the_body_is_told_by_the_name_or_by_the_option(
    cased: Path, downloads: Path, byvekst: Command, name: str, more: list[str], is_known: bool
) -> None:
    """The decision of a body is compared with the notes for that body alone."""
    note = put(downloads, name, NOTE.format("Byggestart avslås."))
    more = [*more, "--case", "s-1", "--area", str(cased)]

    assert ("NOT009" in codes(lint(byvekst, note, *more, "--handling", "vedtak"))) == is_known


def test_front_matter_tells_of_the_body_too(cased: Path, downloads: Path, byvekst: Command) -> None:
    """And a proposal that agrees with the decision is left alone."""
    head = HEAD.replace("---\ntittel", "tittel").replace("behandling", "organ: ku\nbehandling")
    asked = ["--case", "s-1", "--area", cased]
    bad = put(downloads, "a.md", head + NOTE.format("Byggestart avslås."))
    good = put(downloads, "b.md", head + NOTE.format("Byggestart godkjennes."))

    assert "NOT009" in codes(lint(byvekst, bad, *asked))
    assert "NOT009" not in codes(lint(byvekst, good, *asked))


def test_several_notes_are_of_the_same_case(downloads: Path, byvekst: Command) -> None:
    """Two of one name too: each keeps its own findings and its own path."""
    good = OSLO / "sak" / CASE / "notat-styringsgruppe-byvekst.docx"
    for folder, note in (("a", DRAFT), ("b", good), ("c", DRAFT)):
        (downloads / folder).mkdir()
        shutil.copy(note, downloads / folder / "notat.docx")
    notes = [downloads / folder / "notat.docx" for folder in "abc"]

    report = json.loads(
        byvekst("lint", *notes, "--case", CASE, "--area", OSLO, "--format", "json", "--as-of", TODAY)[1]
    )

    by_folder = {
        folder: told([each for each in report["findings"] if Path(each["path"]).parent.name == folder])
        for folder in "abc"
    }
    assert by_folder == {folder: told(lint(byvekst, DRAFT)) if folder != "b" else [] for folder in "abc"}
    assert [Path(each["path"]).parent.name for each in report["notes"]] == ["a", "b", "c"]
    assert report["summary"]["files"] == 3


def test_a_new_version_takes_the_place_of_the_old(cased: Path, downloads: Path, byvekst: Command) -> None:
    """What is wrong with the file in the area is not told of the one that came."""
    put(cased, "sak/s-1/notat-ku.md", "---\nsak: [\n---\n\n# Sykkelveg\n")
    note = put(downloads, "notat-ku.md", HEAD + NOTE.format("Byggestart godkjennes."))

    found = lint(byvekst, note, "--case", "s-1", "--area", cased)

    assert not [each for each in found if each["severity"] == "error"]


def test_a_new_version_is_held_to_the_stamp_of_the_old(
    cased: Path, downloads: Path, byvekst: Command
) -> None:
    """Other figures than those that were sent out are told; the same are not."""
    text = HEAD + NOTE.format("Byggestart godkjennes.")
    sent = put(cased, "sak/s-1/notat-ku.md", text)
    asked = ["--role", "sekretariat", "--sent", "--as-of", "2026-01-10"]
    assert byvekst("stamp", sent, "--area", cased, *asked)[0] == 0
    same = put(downloads, "a/notat-ku.md", text)
    other = put(downloads, "b/notat-ku.md", text.replace("3 prosent", "4 prosent"))

    assert "FIG014" not in codes(lint(byvekst, same, "--case", "s-1", "--area", cased))
    assert "FIG014" in codes(lint(byvekst, other, "--case", "s-1", "--area", cased))


def test_history_is_that_of_the_case(cased: Path, downloads: Path, byvekst: Command) -> None:
    """Once, however many notes there are."""
    notes = [put(downloads, f"{name}.md", NOTE.format("Byggestart godkjennes.")) for name in "ab"]

    out = byvekst("lint", *notes, "--case", "s-1", "--area", cased, "--history", "--language", "nb")[1]

    assert out.count("Byggestart godkjennes.") == 1
    assert "Tidligere behandling" in out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("asked", "code", "says"),
    [
        (["--case", "s-11", "--area", "{}"], 2, "s-1"),
        (["--case", "s-1", "--area", "{}", "--body", "kuu"], 2, "“ku”|«ku»"),
        (["--case", "s-1"], 3, "--area"),
        (["--case", "s-1", "--area", "{}/nowhere"], 2, "nowhere"),
        (["--case", "s-1", "--area", "{}/prosjekt"], 3, "prosjekt"),
        (["--area", "{}"], 2, "--case"),
        (["--body", "ku"], 2, "--case"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_does_not_fit_is_told_with_what_does(
    cased: Path,
    downloads: Path,
    byvekst: Command,
    monkeypatch: pytest.MonkeyPatch,
    asked: list[str],
    code: int,
    says: str,
    language: str,
) -> None:
    """Near names, and the option that is lacking; nothing is found by chance."""
    note = put(downloads, "notat.md", NOTE.format("Byggestart godkjennes."))
    monkeypatch.chdir(downloads)

    answer = byvekst("lint", note, *(each.format(cased) for each in asked), "--language", language)

    assert answer[:2] == (code, "")
    assert any(each in answer[2] for each in says.split("|"))


@pytest.mark.parametrize(("key", "option"), [("sak: s-9", "--case"), ("sak: s-1\norgan: kr", "--body")])
def test_a_note_that_says_another_case_or_body_is_not_read_with_this(
    cased: Path, downloads: Path, byvekst: Command, key: str, option: str
) -> None:
    """Nobody can tell which of them is meant; the same in other letters is the same."""
    asked = ["--case", "s-1", "--area", cased, "--body", "ku"]
    text = NOTE.format("Byggestart godkjennes.")
    same = put(downloads, "a.md", HEAD.replace("sak: s-1", "sak: S-1\norgan: Ku") + text)
    other = put(downloads, "b.md", HEAD.replace("sak: s-1", key) + text)

    assert byvekst("lint", same, *asked)[0] in {0, 1}
    code, out, err = byvekst("lint", same, other, *asked)

    assert (code, out) == (2, "")
    assert "b.md" in err
    assert key.rpartition("\n")[2] in err
    assert option in err


@pytest.mark.parametrize("where", ["alone", "in the case", "mailed"])
def test_a_word_file_that_cannot_be_read_has_no_line(
    where: str, cased: Path, downloads: Path, byvekst: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For people; programs that need a line get the first."""
    monkeypatch.chdir(cased.parent)
    folder = cased / "sak/s-1" if where == "in the case" else downloads
    put(folder, "notat.docx", "PK not a Word file")
    path = (folder / "notat.docx").relative_to(cased.parent).as_posix()
    asked = [path, *(["--case", "s-1", "--area", cased.name] if where == "mailed" else [])]

    code, text, _ = byvekst("lint", *asked, "--language", "nb")
    table = byvekst("lint", *asked, "--format", "markdown")[1]
    (found,) = lint(byvekst, *asked)

    assert code == 1
    assert "Deler av Word-filen" in text
    assert f"Begynn her: {path}\n" in text
    assert "1:1" not in text
    assert f"| {path} |" in table
    assert (found["path"], found["line"]) == (path, 1)


def test_a_text_that_cannot_be_read_still_has_its_line(downloads: Path, byvekst: Command) -> None:
    """There people can go to it."""
    note = put(downloads, "notat.md", b"# Sak\n\nP\xe5 h\xf8ring.\n")

    assert "3:2" in byvekst("lint", note, "--language", "nb")[1]


@pytest.mark.parametrize("script", ["packs", "sheets", "speed"])
def test_a_benchmark_says_what_it_needs(script: str) -> None:
    """Rather than a trace."""
    command = [sys.executable, ROOT / "benchmarks" / f"{script}.py"]
    wide = {**os.environ, "COLUMNS": "200"}
    ran = subprocess.run(command, check=False, capture_output=True, text=True, env=wide)

    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.startswith(f"usage: {script}.py [-h] ")
    assert "Traceback" not in ran.stderr
