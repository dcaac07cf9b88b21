"""`byvekst document` and `byvekst verify`, as people run them."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from byvekst_cli.cli.app import run
from byvekst_cli.cli.areas import shown
from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.render.kinds import ALIASES, KINDS
from byvekst_cli.render.word.pdf import office
from conftest import ROOT

Capture = pytest.CaptureFixture[str]
SHEET = ("document", "project-sheet", "--id", "TR-SYK-001", "--as-of", "2026-11-23")
FORMATS = ("md", "html", "docx")


@pytest.fixture
def area(tmp_path: Path) -> Path:
    """A copy of an example."""
    return Path(shutil.copytree(ROOT / "examples" / "trondheim", tmp_path / "trondheim"))


def made(area: Path, format: str, *options: str) -> Path:
    """A sheet as a file beside the area."""
    path = area.parent / f"ark.{format}"
    assert run([*SHEET, str(area), "--output", str(path), *options]) == 0
    return path


def test_what_was_made_is_told(area: Path, capsys: Capture) -> None:
    """As of workbooks and pictures: on stdout, in the area's language or the one asked for."""
    made(area, "html")
    told = capsys.readouterr()
    assert (told.out, told.err) == (f"Laget «{shown(area.parent / 'ark.html')}».\n", "")

    made(area, "html", "--language", "nn")
    assert capsys.readouterr().out.startswith("Laga «")


def test_pictures_beside_a_document_are_told_of(area: Path, capsys: Capture) -> None:
    """How many there are; a document without any has no such line."""
    pytest.importorskip("matplotlib")
    path = area.parent / "portefølje.md"
    asked = ["document", "portfolio", str(area), "--as-of", "2026-11-23", "--language", "en"]
    assert run([*asked, "--output", str(path)]) == 0

    count = len(list((area.parent / "portefølje-bilder").iterdir()))
    assert count > 1
    assert capsys.readouterr().out.splitlines() == [
        f"Made “{shown(path)}”.", f"Its {count} pictures lie beside it."
    ]  # fmt: skip


def test_a_document_is_shown_on_the_screen(area: Path, capsys: Capture) -> None:
    """Markdown where nothing else is said, in the area's own language; `dokument` is the same."""
    assert run([*SHEET, str(area)]) == 0
    first = capsys.readouterr().out
    assert (
        run(
            [
                "dokument",
                "prosjektark",
                "--id",
                "tr-syk-001",
                "--as-of",
                "2026-11-23",
                str(area),
                "--output",
                "-",
            ]
        )
        == 0
    )

    assert "# Saupstadbrua, gang- og sykkelbru over Bjørndalen" in first
    assert "- **Siste kostnadsanslag:** 200 mill. kr (prisår ukjent)" in first
    assert capsys.readouterr().out.replace("bestilt: {id: tr-syk-001}", "bestilt: {id: TR-SYK-001}").count(
        "\n"
    ) == (first.count("\n"))


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_data_give_the_same_bytes(area: Path, format: str) -> None:
    """In each format, pictures and all."""
    first = made(area, format).read_bytes()

    assert made(area, format, "--force").read_bytes() == first


@pytest.mark.parametrize("format", FORMATS)
def test_an_area_is_not_touched(area: Path, format: str) -> None:
    """Documents are made beside it; no file of it is written or renamed."""
    before = {path: path.read_bytes() for path in area.rglob("*") if path.is_file()}
    made(area, format)

    assert {path: path.read_bytes() for path in area.rglob("*") if path.is_file()} == before


def test_pictures_of_markdown_lie_beside_it(area: Path) -> None:
    """In a folder named after the file, by the name that the text has."""
    path = made(area, "md")

    assert "(ark-bilder/sheet-history.png " in path.read_text(encoding="utf-8")
    assert (area.parent / "ark-bilder" / "sheet-history.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_words(language: str) -> None:
    """What it is, in each language; what it is called in Norwegian leads to a kind."""
    assert all(Say(language).cli(f"document-kind-{kind}") for kind in KINDS)
    assert set(ALIASES.values()) <= set(KINDS)


def test_the_kinds_are_listed(capsys: Capture) -> None:
    """With what each needs."""
    assert run(["document", "--list"]) == 0

    shown = capsys.readouterr().out
    assert all(kind in shown for kind in KINDS)
    assert "--id" in shown


WRONG = [
    (["document"], "project-sheet"),
    (["document", "prosjektark"], "--id"),
    (["document", "prosjektar", "--id", "x"], "prosjektark"),
    (["document", "project-sheet", "--id", "TR-SIK-001"], "TR-SYK-001"),
    (["document", "project-sheet", "--id", "TR-SYK-001", "--period", "2026"], "--period"),
    (["document", "project-sheet", "--id", "TR-SYK-001", "--to", "pdf"], "docx"),
    (["document", "project-sheet", "--id", "TR-SYK-001", "--to", "docx"], "--output"),
    (["document", "project-sheet", "--id", "TR-SYK-001", "--output", "ark.txt"], "--to"),
    (["document", "project-sheet", "--id", "TR-SYK-001", "--output", "ark.html", "--pdf"], "--pdf"),
    (
        ["document", "project-sheet", "--id", "TR-SYK-001", "--output", "a.docx", "--template", "b.docx"],
        "b.docx",
    ),
    (["document", "project-sheet", "--id", "TR-SYK-001", "--language", "sv"], "nb"),
    (["verify", "finnes-ikke.docx"], "finnes-ikke.docx"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_wrong_use_is_told_in_a_sentence(
    words: list[str], told: str, area: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what was probably meant; nothing is written."""
    monkeypatch.chdir(area)
    before = sorted(area.parent.rglob("*"))

    assert run(words) == 2
    assert told in capsys.readouterr().err
    assert sorted(area.parent.rglob("*")) == before


def test_a_file_of_the_area_is_never_written_over(area: Path) -> None:
    """Not even with `--force`."""
    target = next((area / "sak").rglob("notat-*.md"))
    before = target.read_bytes()

    assert run([*SHEET, str(area), "--output", str(target), "--force"]) == 2
    assert target.read_bytes() == before


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_that_is_not_ours_is_not_written_over(area: Path, format: str, capsys: Capture) -> None:
    """Only `--force` does."""
    path = area.parent / f"ark.{format}"
    path.write_bytes(b"PK mine egne ord")

    assert run([*SHEET, str(area), "--output", str(path)]) == 2
    assert path.read_bytes() == b"PK mine egne ord"
    assert "--force" in capsys.readouterr().err
    made(area, format, "--force")


def test_pictures_of_somebody_else_are_not_written_over(area: Path) -> None:
    """A folder of that name with a picture in it may be another's."""
    (area.parent / "ark-bilder").mkdir()
    picture = area.parent / "ark-bilder" / "sheet-history.png"
    picture.write_bytes(b"mitt")

    assert run([*SHEET, str(area), "--output", str(area.parent / "ark.md")]) == 2
    assert picture.read_bytes() == b"mitt"


@pytest.mark.parametrize("format", ["md", "html"])
def test_an_edited_document_is_not_written_over(area: Path, format: str, capsys: Capture) -> None:
    """A word that somebody put in is theirs."""
    path = made(area, format)
    path.write_text(path.read_text(encoding="utf-8").replace("Trondheim", "Trondhjem", 1), encoding="utf-8")

    assert run([*SHEET, str(area), "--output", str(path)]) == 2
    capsys.readouterr()
    assert run(["verify", str(path), str(area), "--language", "nb"]) == 1
    assert "er endret etter at det ble laget" in capsys.readouterr().out


@pytest.mark.parametrize("format", FORMATS)
def test_a_document_is_held_against_the_data(area: Path, format: str, capsys: Capture) -> None:
    """It matches; then a figure changes, and it is told which record did."""
    path = made(area, format)
    capsys.readouterr()
    assert run(["verify", str(path), str(area), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["matches"], told["untouched"], told["changed"]) == (True, True, [])

    sheet = area / "prosjekt" / "tr-syk-001.yaml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("beløp: 200", "beløp: 210"), encoding="utf-8")
    assert run(["etterprøv", str(path), str(area), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["matches"], told["untouched"], told["changed"]) == (
        False,
        True,
        ["prosjekt/tr-syk-001.yaml"],
    )


@pytest.mark.skipif(office() is None, reason="no LibreOffice on this machine")
def test_a_word_file_that_is_only_saved_again_is_not_edited(area: Path, capsys: Capture) -> None:
    """Another program writes every part of it anew; its words and what it was made from are the same."""
    path = made(area, "docx")
    profile = f"-env:UserInstallation={(area.parent / 'profile').as_uri()}"
    command = [
        str(office()),
        profile,
        "--headless",
        "--convert-to",
        "docx",
        "--outdir",
        str(area.parent / "igjen"),
    ]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=180)
    again = area.parent / "igjen" / path.name
    assert again.read_bytes() != path.read_bytes()
    capsys.readouterr()

    assert run(["verify", str(again), str(area), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["matches"], told["untouched"]) == (True, True)


def test_a_word_that_is_changed_in_word_is_told(area: Path, capsys: Capture) -> None:
    """One letter in a paragraph, and the file is not written over."""
    import docx

    path = made(area, "docx")
    file = docx.Document(str(path))
    run_ = next(each for paragraph in file.paragraphs for each in paragraph.runs if "Saupstad" in each.text)
    run_.text = run_.text.replace("Saupstad", "Saupstadt")
    file.save(str(path))
    edited = path.read_bytes()
    capsys.readouterr()

    assert run(["verify", str(path), str(area), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["untouched"] is False
    assert run([*SHEET, str(area), "--output", str(path)]) == 2
    assert path.read_bytes() == edited


def test_a_change_that_does_not_show_is_told_apart(area: Path, capsys: Capture) -> None:
    """The record has changed, and the document would say the same; other records are none of its business."""
    path = made(area, "html")
    for name, old, new in (
        ("tr-syk-001", "merknad: Planen", "merknad: Hele planen"),
        ("tr-ts-003", "navn: ", "navn: Nye "),
    ):
        sheet = area / "prosjekt" / f"{name}.yaml"
        text = sheet.read_text(encoding="utf-8")
        assert old in text
        sheet.write_text(text.replace(old, new), encoding="utf-8")
    capsys.readouterr()

    assert run(["verify", str(path), str(area), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["says_the_same"], told["changed"]) == (True, ["prosjekt/tr-syk-001.yaml"])


def test_what_is_gone_is_told(area: Path, capsys: Capture) -> None:
    """The project itself."""
    path = made(area, "md")
    (area / "prosjekt" / "tr-syk-001.yaml").unlink()
    capsys.readouterr()

    assert run(["verify", str(path), str(area), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["gone"] == ["prosjekt/tr-syk-001.yaml"]


@pytest.mark.parametrize(
    "content", [b"", b"---\nslag: x\n---\n", b"<html>", b"\xff\xfe", b"PK\x03\x04", b"# x\n"]
)
def test_a_file_from_elsewhere_cannot_be_verified(content: bytes, area: Path) -> None:
    """It says nothing of what it was made from."""
    path = area.parent / "fil.md"
    path.write_bytes(content)

    assert run(["verify", str(path), str(area)]) == 2


def test_a_document_of_another_area_is_not_held_against_this(area: Path, capsys: Capture) -> None:
    """The areas are named."""
    path = made(area, "html")

    assert run(["verify", str(path), str(ROOT / "examples" / "oslo")]) == 2
    assert "miljøpakken" in capsys.readouterr().err


def test_a_template_of_the_area_takes_the_place_of_the_one_that_ships(area: Path, capsys: Capture) -> None:
    """And a fault in it is told with file, line and what was meant."""
    (area / "maler").mkdir()
    template = area / "maler" / "project-sheet.md"
    template.write_text("# Vårt ark: {{ sheet.name }}\n\n## Kostnad\n\n{{ sheet.cost }}\n", encoding="utf-8")
    assert run([*SHEET, str(area)]) == 0
    assert "# Vårt ark: Saupstadbrua" in capsys.readouterr().out

    template.write_text("# Ark\n\n{{ sheet.nam }}\n", encoding="utf-8")
    assert run([*SHEET, str(area), "--language", "nb"]) == 2
    told = capsys.readouterr().err
    assert "maler/project-sheet.md:3" in told
    assert "«name»" in told


def test_the_revision_is_told_where_the_files_are_as_committed(area: Path, capsys: Capture) -> None:
    """A changed file, and it is not; settings of the folder's own are never run."""

    def git(*words: str) -> None:
        who = {
            "GIT_AUTHOR_NAME": "a",
            "GIT_COMMITTER_NAME": "a",
            "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_EMAIL": "a@b",
        }
        subprocess.run(
            ["git", "-C", str(area), *words], check=True, capture_output=True, env={**os.environ, **who}
        )

    git("init", "-q")
    git("-c", "core.autocrlf=false", "add", "-A")
    git("commit", "-qm", "alt")
    ran = area.parent / "ran"
    for name in ("core.fsmonitor", "core.pager", "filter.x.clean", "core.sshCommand"):
        git("config", name, f"touch {ran}")
    head = subprocess.run(
        ["git", "-C", str(area), "rev-parse", "HEAD"], check=True, capture_output=True
    ).stdout
    (area / ".gitattributes").write_text("* filter=x\n", encoding="utf-8")
    ran.unlink(missing_ok=True)

    assert run([*SHEET, str(area)]) == 0
    assert f"revisjon: {head.decode().strip()}" in capsys.readouterr().out
    assert not ran.exists()

    sheet = area / "prosjekt" / "tr-syk-001.yaml"
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}# ny\n", encoding="utf-8")
    assert run([*SHEET, str(area)]) == 0
    assert "revisjon:" not in capsys.readouterr().out


def test_without_what_draws_the_document_is_made_all_the_same(
    area: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The estimates stand in a table; where only a figure would do, words stand in its place."""
    for place in ("names", "make"):
        monkeypatch.setattr(f"byvekst_cli.render.{place}.can_draw", lambda: False)
    assert run([*SHEET, str(area), "--language", "nb"]) == 0
    assert "<!-- table: sheet-estimates | Kostnadsanslag" in capsys.readouterr().out

    assert run(["document", "wheel", str(area), "--as-of", "2026-11-23", "--language", "nb"]) == 0
    told = capsys.readouterr()
    assert "Figuren er ikke tegnet her" in told.out
    assert "byvekst[charts]" in told.err


@pytest.mark.parametrize("kind", ["wheel", "portfolio", "goals", "roles", "programme"])
def test_what_a_picture_shows_is_told_where_nothing_can_draw(kind: str, area: Path, tmp_path: Path) -> None:
    """Word for word what those hear who do not see it, with matplotlib nowhere to be found."""
    pytest.importorskip("matplotlib")
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['matplotlib'] = None\n")
    command = [sys.executable, "-m", "byvekst_cli", "document", kind, str(area), "--as-of", "2026-11-23"]
    bare, drawn = (
        subprocess.run(
            [*command, "--to", "html"], check=True, capture_output=True, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(path), "BYVEKST_LANGUAGE": "nb"},
        )
        for path in (tmp_path, "")
    )  # fmt: skip

    pictures = re.findall(r'<img[^>]* alt="([^"]+)"', drawn.stdout)
    assert pictures
    assert "<img" not in bare.stdout
    assert all(alternative in " ".join(bare.stdout.split()) for alternative in pictures)
    assert "byvekst[charts]" in bare.stderr
