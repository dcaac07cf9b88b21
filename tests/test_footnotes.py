"""Footnotes of notes are footnotes in documents: numbered through, never lost, gone where they are exempt."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from byvekst_cli.area.parts import parts as parted
from byvekst_cli.pack.blinded_footnotes import without_footnotes
from byvekst_cli.prose.decision import decision_in
from byvekst_cli.render.as_html import html
from byvekst_cli.render.as_markdown import markdown
from byvekst_cli.render.footnotes import in_language, notes_of
from byvekst_cli.render.numbering import lines
from byvekst_cli.render.parse import document_blocks, note_blocks, plain
from byvekst_cli.render.read_back import document_in_markdown
from byvekst_cli.render.tree import Block, Document, Heading
from byvekst_cli.render.word.made import made_from
from byvekst_cli.render.word.package import repacked
from byvekst_cli.render.word.template import own
from byvekst_cli.render.word.write import word
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import note_text
from byvekst_cli.source.word.read import read_note
from conftest import Answer
from documents_in_word import MADE, parts
from secrets_planted import plant
from word_schema import W, faults

Command = Callable[..., Answer]
NOTE = """Trafikken øker[^a] og[^b] mer.

| Tall[^c] | År |
| --- | --- |
| 1[^c] | 2[^a] |

[^a]: Kilde.
[^b]: Se [siden](https://a.no).

    Mer om det.

[^c]: Anslag.
"""


def note(text: str) -> tuple[Block, ...]:
    return note_blocks(text, lambda _: None, lambda _: None)


def document(*notes: tuple[Block, ...], language: str = "nb") -> Document:
    """A document with notes one after the other."""
    marks = {f"put {at}": blocks for at, blocks in enumerate(notes)}
    text = "\n\n".join(f"## Sak\n\n<!-- {mark} -->" for mark in marks)
    blocks = document_blocks(f"# D\n\n<!-- contents -->\n\n{text}\n", marks).blocks
    return Document("project-sheet", "D", language, blocks, MADE)


def words(blocks: tuple[Block, ...]) -> list[str]:
    """Each line, with the label of a footnote where it is referred to."""
    return ["".join(f"<{s.note.label}>" if s.note else s.text for s in line) for line in lines(blocks)]


def test_numbers_run_through_the_document() -> None:
    """In the order of the first reference; the same labels in another note are other footnotes."""
    made = document(note(NOTE), note(NOTE))

    assert [each.label for each in notes_of(made.blocks)] == ["1", "2", "3", "4", "5", "6"]
    assert [plain(each.lines[0]) for each in notes_of(made.blocks)][:3] == ["Kilde.", "Se siden.", "Anslag."]
    assert "Trafikken øker<1> og<2> mer." in words(made.blocks)
    assert "Trafikken øker<4> og<5> mer." in words(made.blocks)
    assert words(made.blocks).count("2<1>") == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ingen[^9] note.", ["Ingen[^9] note."]),
        ("Tekst.\n\n[^1]: Ubrukt.", ["Tekst.", "[^1]: Ubrukt."]),
        ("A[^1].\n\n[^1]: En.\n[^1]: To.", ["A<1>.", "En.", "[^1]: To."]),
        ("A[^1] og[^2].\n\n[^1]: Se[^2].\n[^2]: To.", ["A<1> og<2>.", "Se[^2].", "To."]),
        ("A[^1].\n\n[^1]: Se[^1].", ["A<1>.", "Se[^1]."]),
        ("A[^1].\n\n[^1]: <!-- x -->", ["A[^1]."]),
        ("A[^1].\n\n[^1]:", ["A[^1]. ", "[^1]:"]),
        ("Koden `[^1]` og \\[^1\\].\n\n[^1]: x", ["Koden [^1] og [^1].", "[^1]: x"]),
        ("    [^1]: kode", []),
        ("> Sitat[^1]\n\n- punkt[^2]\n\n[^1]: a\n[^2]: b", ["Sitat<1>", "a", "punkt<2>", "b"]),
        ("A[^1]\n\n[^1]: B\n\n    - x\n    - y", ["A<1>", "B", "– x", "– y"]),
        ("A[^1]\n\n[^1]: B\n\n    | x | y |\n    | - | - |\n    | 1 | 2 |", ["A<1>", "B", "x – y", "1 – 2"]),
        ("A[^1]\n\n[^1]: B ![Et bilde](b.png)", ["A<1>", "B Et bilde"]),
    ],
)
def test_nothing_is_lost(text: str, told: list[str]) -> None:
    """What is no footnote stands as words where it stood; what cannot be in one is lines of words."""
    assert [each.strip() for each in words(note(text))] == [each.strip() for each in told]


def test_a_heading_and_its_entry_among_the_contents() -> None:
    """The heading has the reference; the contents do not repeat it."""
    made = document(note("## Saken[^1]\n\n[^1]: Kilde.\n"))
    page = html(made)
    root = ET.fromstring(parts(word(made))["word/document.xml"])

    assert [each.id for each in made.blocks if isinstance(each, Heading)] == ["sak", "saken"]
    assert page.count('role="doc-noteref"') == 1
    assert '<a href="#saken">Saken</a>' in page
    assert len(list(root.iter(f"{W}footnoteReference"))) == 1


def test_markdown_keeps_them_and_reads_them_back() -> None:
    """With the numbers of the document; a colon after a reference begins no footnote."""
    made = document(note(f"{NOTE}\n\n[^a]\\: dette.\n"), in_language(note(NOTE), "nn"))
    text = markdown(made, "ark").text

    assert "Trafikken øker[^1] og[^2] mer." in text
    assert "\n\n[^2]: Se [siden](https://a.no).\n\n    Mer om det.\n\n" in text
    assert '[^4]: <span lang="nn">Kilde.</span>' in text
    assert document_in_markdown(text).blocks == made.blocks


@pytest.mark.parametrize(("language", "title"), [("nb", "Noter"), ("nn", "Notar"), ("en", "Notes")])
def test_html_links_there_and_back(language: str, title: str) -> None:
    """Each reference leads to a footnote, and each footnote back to all that refer to it."""
    page = html(document(note(NOTE), language=language))
    ids = re.findall(r' id="([^"]+)"', page)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    assert page.count('role="doc-noteref"') == page.count('role="doc-backlink"') == 5
    assert page.count('role="doc-endnotes"') == 1
    assert f">{title}</h2>" in page
    assert 'role="doc-endnotes"' not in html(document(note("Uten."), language=language))


def notes_in(data: bytes) -> list[str]:
    """The words of each footnote of a Word file that is no line."""
    root = ET.fromstring(parts(data)["word/footnotes.xml"])
    return ["".join(each.itertext()).strip() for each in root if each.get(f"{W}type") is None]


def test_word_has_real_footnotes() -> None:
    """Each once, in its styles, with links of its own; a later reference is a field with the same number."""
    made = document(note(NOTE))
    data = word(made)
    page = ET.fromstring(parts(data)["word/document.xml"])
    codes = [each.text for each in page.iter(f"{W}instrText") if "NOTEREF" in (each.text or "")]

    assert list(faults(parts(data))) == []
    assert notes_in(data) == ["Kilde.", "Se siden.Mer om det.", "Anslag."]
    assert len(codes) == 2
    assert b"https://a.no" in parts(data)["word/_rels/footnotes.xml.rels"]
    assert word(made) == data
    assert read_note(data).notes


def test_a_document_without_footnotes_has_no_part_for_them() -> None:
    """Nor a line in the settings."""
    found = parts(word(document(note("Uten."))))

    assert "word/footnotes.xml" not in found
    assert b"footnotePr" not in found["word/settings.xml"]


def test_a_changed_footnote_is_seen() -> None:
    """The mark of a file's own words covers what is below the page."""
    data = word(document(note(NOTE)))
    before: Any = made_from(data)
    changed = parts(data)["word/footnotes.xml"].replace(b"Anslag.", b"Fasit.")
    after: Any = made_from(repacked(data, {"word/footnotes.xml": changed}))

    assert before.is_untouched is True
    assert after.is_untouched is False


MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THEIRS = (
    f'<w:footnotes {MAIN} xmlns:r="{REL}">'
    '<w:footnote w:type="separator" w:id="3"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:t>Malens note.</w:t></w:r>'
    '<w:hyperlink r:id="rId9"><w:r><w:t> Lenke.</w:t>'
    "</w:r></w:hyperlink></w:p></w:footnote></w:footnotes>"
)


def template_with_footnotes() -> bytes:
    """Our template with a footnote of its own, a link in it, one line of two, and no styles for them."""
    found = parts(own())
    found["word/footnotes.xml"] = THEIRS.encode()
    found["word/_rels/footnotes.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{REL}/hyperlink" Target="https://mal.no" TargetMode="External"/>'
        "</Relationships>"
    ).encode()
    rel = f'<Relationship Id="rId99" Type="{REL}/footnotes" Target="footnotes.xml"/></Relationships>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    reference = '<w:p><w:r><w:t>Mal</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    for name, old, new in (
        ("word/_rels/document.xml.rels", b"</Relationships>", rel),
        ("[Content_Types].xml", b"</Types>", override),
        ("word/document.xml", b"<w:body>", f"<w:body>{reference}"),
    ):
        assert old in found[name]
        found[name] = found[name].replace(old, new.encode(), 1)
    styles, gone = re.subn(rb'<w:style [^>]*w:styleId="Footnote.*?</w:style>', b"", found["word/styles.xml"])
    assert gone == 2
    found["word/styles.xml"] = styles
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_template_keeps_its_own_footnotes() -> None:
    """With their links; the document's come after, the styles that lack are brought, and the line drawn."""
    data = word(document(note(NOTE)), template_with_footnotes())
    found = parts(data)

    assert list(faults(found)) == []
    assert notes_in(data) == ["Malens note. Lenke.", "Kilde.", "Se siden.Mer om det.", "Anslag."]
    assert b"https://mal.no" in found["word/_rels/footnotes.xml.rels"]
    assert b'w:val="footnote text"' in found["word/styles.xml"]
    page = ET.fromstring(found["word/document.xml"])
    results = [text for each in page.iter(f"{W}r") for text in each.itertext() if text in ("2", "4")]
    assert results == ["4", "2", "2"]
    plain_one = word(document(note("Uten.")), template_with_footnotes())
    assert notes_in(plain_one) == ["Malens note. Lenke."]


@pytest.mark.parametrize("format", ["md", "html", "docx"])
def test_a_pack_has_footnotes_and_a_public_one_only_the_open(
    format: str, area: Path, byvekst: Command, tmp_path: Path
) -> None:
    """What only the exempt part refers to is gone; what the rest refers to is there."""
    plant(area)
    day = "2027-03-01"

    def told(*options: str) -> str:
        out = tmp_path / f"ut{len(options)}.{format}"
        code, _, err = byvekst("pack", "2027-03-10-ku", area, *options, "--output", out, "--as-of", day)
        assert code == 0, err
        if format == "docx":
            return " ".join(notes_in(out.read_bytes()))
        return out.read_text(encoding="utf-8")

    whole, public = told(), told("--public")

    assert "Hemmeligfotnote" in whole
    assert "Hemmeligfotnote" not in public
    for text in (whole, public):
        assert "Åpen fotnote." in text
        assert "Fotnote til begge." in text


@pytest.mark.parametrize(
    ("kept", "cut", "gone"),
    [
        ("A[^1]\n\n[^1]: En.", "B[^2]", set()),
        ("A\n\n[^1]: En.", "B[^1]", {"1"}),
        ("A[^1]\n\n[^1]: Se[^2].\n[^2]: To.", "B[^2]", {"2"}),
        ("A <!-- [^1] --> `[^1]` \\[^1]\n\n```\n[^1]\n```\n\n[^1]: En.", "B[^1]", {"1"}),
        ("A[^1]\n\n[^1]: En.\n[^1]: To.", "B[^1]", {"1"}),
        ("> A\n>\n> [^1]: En.\n> mer", "B[^1]", {"1"}),
    ],
)
def test_footnotes_of_what_is_cut_go_with_it(kept: str, cut: str, gone: set[str]) -> None:
    """A reference in code, in a comment or in another footnote holds none of them back."""
    text, labels = without_footnotes(kept.split("\n"), cut.split("\n"))

    assert labels == gone
    assert all(f"[^{label}]:" not in "\n".join(text) for label in gone)


@settings(max_examples=200, deadline=None)
@example("` `")
@example("*\\\n1*")
@example(":*\\\n1*")
@given(st.text("[^]12: ab\n\t>-*#`|\\!(){}<", max_size=60))
def test_any_text_becomes_a_document(text: str) -> None:
    """And is read back the same; no text makes the reading or the cutting fail."""
    made = document(note(f"A[^1] b[^2]\n\n{text}\n\n[^1]: x\n"))
    without_footnotes(text.split("\n"), [])

    assert document_in_markdown(markdown(made, "ark").text).blocks == made.blocks
    assert list(faults(parts(word(made)))) == []


def test_a_proposed_decision_is_without_its_footnotes() -> None:
    """They are below the note; the points are what is decided."""
    text = "## Forslag\n\n1. Vi bygger.[^1]\n2. Vi teller.\n\n[^1]: En kilde.\n"
    file = note_text(read_markdown("x.md", f"---\nsak: s\n---\n\n{text}"))
    (part,) = [each for each in parted(file, {}) if each.lines]

    assert [point.text for point in decision_in(part).points] == ["Vi bygger.", "Vi teller."]
