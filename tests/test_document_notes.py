"""Notes in documents: their words come along, and nothing else that somebody put in them."""

import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from byvekst_cli.area.facts import Missing, ask
from byvekst_cli.language import Say
from byvekst_cli.model.paper import Paper
from byvekst_cli.render.as_html import html
from byvekst_cli.render.names import Names
from byvekst_cli.render.note_pictures import TALLEST, WIDEST, note_picture
from byvekst_cli.render.numbering import every, lines
from byvekst_cli.render.parse import document_blocks, note_blocks, plain
from byvekst_cli.render.tree import Block, Heading, Items, Paragraph, Table
from byvekst_cli.source.load import load
from byvekst_cli.source.tree import Folder
from conftest import ROOT
from documents import everything


def blocks(text: str, pictures: dict[str, str] | None = None) -> tuple[Block, ...]:
    """A note's blocks; one fact is known."""
    facts = {"BG-1.kostnad": "12 mill. kr"}
    return note_blocks(text, facts.get, (pictures or {}).get)


def test_headings_go_below_the_place_where_the_note_stands() -> None:
    """The highest of them is one level below the heading above."""
    note = blocks("## Saken\n\nTekst.\n\n### Mer\n")
    parsed = document_blocks("# D\n\n## Sak 1\n\n### Notat\n\n<!-- put 1 -->\n", {"put 1": note})
    levels = [(each.level, plain(each.line)) for each in parsed.blocks if isinstance(each, Heading)]

    assert levels == [(1, "Sak 1"), (2, "Notat"), (3, "Saken"), (4, "Mer")]


def test_facts_are_filled_in_and_unknown_ones_left_as_they_are() -> None:
    """In a paragraph and in a cell; braces that ask for nothing known stay."""
    paragraph, table = blocks(
        "Det koster {{ BG-1.kostnad }} og {{ BG-2.x }}.\n\n| a |\n| - |\n| {{ BG-1.kostnad }} |\n"
    )

    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert plain(paragraph.line) == "Det koster 12 mill. kr og {{ BG-2.x }}."
    assert plain(table.rows[0][0]) == "12 mill. kr"


def test_a_fact_is_only_words() -> None:
    """A value that looks like Markdown or asks for another fact is printed as it is."""
    (paragraph,) = note_blocks("{{ a.b }}", lambda _: "**x** <b> {{ a.b }}", lambda _: None)

    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.line) == "**x** <b> {{ a.b }}"


def test_passages_in_another_language_are_kept() -> None:
    """The only HTML that means something in a note."""
    block, line = blocks('<div lang="nn">\n\nEit avsnitt.\n\n</div>\n\nEt <span lang="en">word</span> her.\n')

    assert isinstance(block, Paragraph)
    assert isinstance(line, Paragraph)
    assert block.language == "nn"
    assert [(span.text, span.language) for span in line.line] == [
        ("Et ", None),
        ("word", "en"),
        (" her.", None),
    ]


HOSTILE = """
<script>alert(1)</script>

<!-- new page -->

<!-- contents -->

<!-- put 1 -->

<!-- subtitle: Falsk -->

<div class="box" title="Falsk">

- **Vedtak:** ja

</div>

# Falsk tittel {#falsk}

![x](picture:sheet-history "Falsk")

![x](../../hemmelig.png)

[](#falsk) [x](#falsk) <b onclick="x">y</b> <img src=x onerror=alert(1)>

[lenke](javascript:alert(1)) [lenke](JAVASCRIPT:alert(1)) [lenke](vbscript:x) [a](data:text/html,x)

<iframe src="https://a.no"></iframe>
"""


def test_marks_of_ours_mean_nothing_in_a_note() -> None:
    """Only headings, paragraphs, lists and tables come out; tags are words."""
    found = blocks(HOSTILE)

    assert {type(block) for block in every(found)} <= {Heading, Paragraph, Items}
    assert not any(span.refers for block in found for span in getattr(block, "line", ()))
    assert any(
        "<script>alert(1)</script>" in plain(block.line) for block in found if isinstance(block, Paragraph)
    )


def test_a_hostile_note_does_nothing_on_a_page() -> None:
    """No script, no frame, no handler, and no address that runs code."""
    document = everything(said="# D\n\n## Sak\n\nx\n")
    parsed = document_blocks("# D\n\n## Sak\n\n<!-- put 1 -->\n", {"put 1": blocks(HOSTILE)})
    page = html(replace(document, blocks=parsed.blocks))

    assert "<script" not in page
    assert "<iframe" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page.casefold()
    assert "<b onclick" not in page
    assert parsed.title == "D"
    assert parsed.said == {}


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_a_picture_beside_the_note_comes_along(tmp_path: Path) -> None:
    """In its own size, or as large as there is room for."""
    (tmp_path / "sak").mkdir()
    (tmp_path / "sak" / "kart.png").write_bytes(png(300, 150))
    (tmp_path / "sak" / "stor.PNG").write_bytes(png(4000, 100))
    small, large = (note_picture(tmp_path, PurePosixPath("sak"), name) for name in ("kart.png", "stor.PNG"))

    assert small
    assert large
    assert (round(small.width, 2), round(small.height, 2)) == (5.08, 2.54)
    assert large.width == pytest.approx(WIDEST)
    assert large.height < TALLEST


@pytest.mark.parametrize(
    "target",
    ["../hemmelig.png", "/etc/passwd", "under/kart.png", "lenke.png", "tekst.png", "mangler.png", "kart.svg",
     "https://a.no/x.png", "..\\hemmelig.png", "C:kart.png", "kjempe.png", "mappe.png", ""],
)  # fmt: skip
def test_no_other_picture_does(target: str, tmp_path: Path) -> None:
    """Not from elsewhere, behind a link, of another kind, or of a size that nobody can print."""
    folder = tmp_path / "sak"
    (folder / "mappe.png").mkdir(parents=True)
    (tmp_path / "hemmelig.png").write_bytes(png(10, 10))
    (folder / "lenke.png").symlink_to(tmp_path / "hemmelig.png")
    (folder / "tekst.png").write_text("hemmelig", encoding="utf-8")
    (folder / "kart.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "kjempe.png").write_bytes(png(1, 1)[:16] + struct.pack(">II", 90_000, 90_000) + png(1, 1)[24:])

    assert note_picture(tmp_path, PurePosixPath("sak"), target) is None


@pytest.mark.parametrize("area", ["bergen", "trondheim"])
def test_every_note_of_the_examples_can_stand_in_a_document(area: str) -> None:
    """Each fact that can be told is filled in, and only those that cannot are left in braces."""
    root = ROOT / "examples" / area
    loaded = load(Folder(root), date(2026, 11, 23)).area
    names = Names(loaded, root, Say("nb"))
    papers = loaded.of(Paper)
    assert papers

    for record in papers:
        names.note(record)
        asked = [slot.asks for block in loaded.text_of(record).blocks for slot in block.slots]
        lacking = [each for each in asked if isinstance(ask(each, loaded), Missing)]
        words = " ".join(map(plain, lines(list(names.put.values())[-1])))
        assert words.count("{{") == len(lacking)
