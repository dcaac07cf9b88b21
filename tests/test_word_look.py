"""A document is looked at as LibreOffice sets it; where that is not installed, nothing is claimed."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from byvekst_cli.language import Say
from byvekst_cli.render.faults import Unmade
from byvekst_cli.render.tree import Document, Heading
from byvekst_cli.render.word import pdf as making
from byvekst_cli.render.word.pdf import office, pdf
from byvekst_cli.render.word.write import word
from conftest import EXAMPLES, Answer
from documents_in_word import document, rich, words

WIDTH, HEIGHT = 595.3, 841.9
"""Points of an A4 page."""
on_paper = pytest.mark.skipif(
    office() is None or shutil.which("pdftotext") is None or shutil.which("pdftoppm") is None,
    reason="LibreOffice or poppler is not installed: how pages look is not checked here",
)


@dataclass(frozen=True)
class Printed:
    """The pages of a PDF: the words with where they end, and the text in lines."""

    places: list[list[tuple[float, float, float, float, str]]]
    texts: list[str]


def printed(data: bytes, folder: Path) -> Printed:
    path = folder / "document.pdf"
    path.write_bytes(data)
    told = _told("pdftotext", "-bbox", str(path), "-")
    box = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
    pages = [
        [(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in box.findall(page)]
        for page in told.split("<page ")[1:]
    ]
    texts = _told("pdftotext", "-layout", str(path), "-").split("\f")[: len(pages)]
    return Printed(pages, [text.replace("\u00a0", " ").replace("\u2011", "-") for text in texts])


def _told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


@cache
def of(language: str) -> tuple[Document, bytes]:
    """A rich document as PDF, made once for each language."""
    made = rich(language, cases=3, rows=24, pictures=20)
    return made, pdf(word(made))


@on_paper
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_no_page_is_empty_and_no_word_is_outside_it(language: str, tmp_path: Path) -> None:
    """Every page has words of its own, and all words stand between the margins."""
    found = printed(of(language)[1], tmp_path)

    assert len(found.places) > 8
    for number, page in enumerate(found.places, 1):
        own = [place for place in page if 60 < place[1] < 780]
        assert own or _has_picture(of(language)[1], number, tmp_path), f"page {number} is empty"
        for left, top, right, bottom, text in page:
            assert left >= 55, (number, text)
            assert right <= WIDTH - 50, (number, text)
            assert top >= 20, (number, text)
            assert bottom <= HEIGHT - 20, (number, text)


def _has_picture(data: bytes, number: int, folder: Path) -> bool:
    (folder / "p.pdf").write_bytes(data)
    told = _told("pdfimages", "-list", "-f", str(number), "-l", str(number), str(folder / "p.pdf"))
    return "image" in told


@on_paper
def test_the_head_of_a_long_table_is_on_each_of_its_pages(tmp_path: Path) -> None:
    """Who turns the page still sees what the columns are."""
    found = printed(of("nb")[1], tmp_path)
    with_rows = [text for text in found.texts if "Kollektivfelt mellom" in text]

    assert len(with_rows) > 1
    assert all(re.search(r"Id +Prosjekt +Fase +Ansvarlig +2026 +2027 +Merknad", text) for text in with_rows)


@on_paper
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_all_headings_are_there_and_have_something_below_them(language: str, tmp_path: Path) -> None:
    """No heading is the last on a page, and every page has its number in the language."""
    made, data = of(language)
    found = printed(data, tmp_path)
    whole = " ".join(" ".join(found.texts).split())
    headings = [
        "".join(span.text for span in block.line) for block in made.blocks if isinstance(block, Heading)
    ]
    pages = len(found.texts)

    assert all(heading in whole for heading in headings)
    for number, text in enumerate(found.texts, 1):
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        told = Say(language).doc("doc-page", page=str(number), pages=str(pages))
        assert told in lines[-1]
        assert lines[-2] not in headings


@on_paper
def test_the_table_of_contents_has_the_pages_that_the_headings_stand_on(tmp_path: Path) -> None:
    """Counted by LibreOffice in the PDF; and nearly so where they are estimated in the Word file."""
    made, data = of("nb")
    found = printed(data, tmp_path)
    contents = found.texts[0]
    for block in made.blocks:
        if isinstance(block, Heading) and block.level == 1:
            heading = "".join(span.text for span in block.line)
            listed = re.search(rf"{re.escape(heading)}\.+ *(\d+)", contents)
            real = [at for at, text in enumerate(found.texts, 1) if heading in text and at > 1]
            assert listed
            assert int(listed[1]) == real[0]


@on_paper
def test_estimated_page_numbers_are_at_most_one_off(tmp_path: Path) -> None:
    """What the Word file says before Word has worked it out."""
    made = rich("nb", cases=6, rows=24)
    data = word(made)
    estimated = _numbers(printed(_converted(data, tmp_path), tmp_path).texts[0])
    counted = _numbers(printed(pdf(data), tmp_path).texts[0])

    assert len(estimated) == len(counted) > 12
    assert all(abs(one - other) <= 1 for one, other in zip(estimated, counted, strict=True))


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\.{3,} *(\d+)$", text, re.MULTILINE)]


def _converted(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice shows it, with its own table of contents."""
    (folder / "as-it-is.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office()), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "as-it-is.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "as-it-is.pdf").read_bytes()


@on_paper
def test_the_line_on_what_it_was_made_from_is_never_alone(tmp_path: Path) -> None:
    """Wherever the last page ends, something stands above it."""
    for count in (29, 31, 33):
        made = document(*(words(f"Avsnitt {number}.") for number in range(count)))
        last = printed(pdf(word(made)), tmp_path).texts[-1]
        assert "Laget med byvekst" in last
        assert "Avsnitt" in last


def test_without_libreoffice_it_is_said_how_to_get_a_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Word file is still made, by other means."""
    monkeypatch.setattr(making, "office", lambda: None)

    with pytest.raises(Unmade) as error:
        pdf(word(document(words("Tekst"))))
    for language in ("nb", "nn", "en"):
        assert "LibreOffice" in Say(language).cli(error.value.says, **error.value.facts)


@pytest.mark.parametrize(
    ("script", "says"), [("exit 3", "pdf-failed"), ("exit 0", "pdf-failed"), ("sleep 5", "pdf-too-slow")]
)
def test_a_libreoffice_that_fails_is_told_of(
    script: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stops with a fault, makes nothing, or never ends."""
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(making, "office", lambda: str(program))
    monkeypatch.setattr(making, "LONGEST", 1)

    with pytest.raises(Unmade) as error:
        pdf(word(document(words("Tekst"))))
    assert error.value.says == says
    assert Say("nn").cli(error.value.says, **error.value.facts)


@on_paper
def test_a_project_sheet_from_the_command_line_is_whole_on_paper(
    byvekst: Callable[..., Answer], tmp_path: Path
) -> None:
    """From the files to the page."""
    path = tmp_path / "ark.docx"
    asked = ("project-sheet", EXAMPLES / "trondheim", "--id", "TR-SYK-001", "--output", path)
    code, _, err = byvekst("document", *asked)

    assert code == 0, err
    found = printed(pdf(path.read_bytes()), tmp_path)
    assert "TR-SYK-001" in found.texts[0]
    assert all(place[2] <= WIDTH - 50 for page in found.places for place in page)
