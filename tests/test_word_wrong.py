"""Files that are no Word notes, or are made to do harm: each is told, and none stops the program."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.finding.faults import FAULTS
from byvekst_cli.language import LANGUAGES
from byvekst_cli.source.word import package, xml
from byvekst_cli.source.word.text import read_word
from conftest import Answer
from word_files import MACROS, MAIN, note, ordinary, p, packed, parts, r, row, saved, table

SOUND = note(p("Brødtekst om gangvegen."))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CODED = '<?xml version="1.0" encoding="x-nei"?><a/>'
DTD = '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_part(name: str, content: str | bytes) -> bytes:
    return packed({**parts(p("Tekst")), name: content})


def nested(levels: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * levels + p("innerst") + "</w:tc></w:tr></w:tbl>" * levels


def locked() -> bytes:
    """A zip whose entries say that they are encrypted."""
    data = bytearray(SOUND)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def other_compression() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in parts(p("Tekst")).items():
            archive.writestr(name, content)
    return out.getvalue()


WRONG = {
    "nothing": (b"", "not-a-word-file"),
    "text": (b"Dette er vanlig tekst", "not-a-word-file"),
    "old-doc": (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "not-a-word-file"),
    "open-document": (
        packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "not-a-word-file",
    ),
    "plain-zip": (packed({"a.txt": "a"}), "not-a-word-file"),
    "workbook": (
        packed(parts(p("x"), kind=MAIN.replace("wordprocessingml", "spreadsheetml"))),
        "not-a-word-file",
    ),
    "no-text": (
        packed({k: v for k, v in parts("").items() if k != "word/document.xml"}),
        "not-a-word-file",
    ),
    "password": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "word-encrypted"),
    "locked-zip": (locked(), "word-encrypted"),
    "cut-short": (SOUND[: len(SOUND) // 2], "word-damaged"),
    "broken-xml": (with_part("word/document.xml", "<w:document"), "word-damaged"),
    "no-body": (with_part("word/document.xml", "<a/>"), "word-damaged"),
    "broken-styles": (with_part("word/styles.xml", b"\xff\xfe\0"), "word-damaged"),
    "unknown-encoding": (with_part("word/document.xml", CODED), "word-damaged"),
    "lzma": (other_compression(), "word-damaged"),
    "dtd": (with_part("word/document.xml", f"{DTD}<a>&a;</a>"), "word-unsafe"),
    "dtd-in-styles": (with_part("word/styles.xml", f"{DTD}<a/>"), "word-unsafe"),
    "bomb": (with_part("word/document.xml", b" " * (package.LARGEST_PART + 1)), "word-too-heavy"),
    "many-parts": (packed({f"a{n}": "" for n in range(package.MOST_PARTS + 1)}), "word-too-heavy"),
    "tables-in-tables": (note(nested(10_000)), "word-too-heavy"),
    "huge": (b"PK" + b"\0" * package.LARGEST, "word-too-heavy"),
}  # fmt: skip
each_wrong = pytest.mark.parametrize("name", WRONG)


@each_wrong
def test_what_is_no_sound_note_is_one_flaw(name: str) -> None:
    """Read or not, nothing is raised, and the flaw says why."""
    data, slug = WRONG[name]
    started = time.monotonic()

    file = read_word("notat.docx", data)

    assert [flaw.slug for flaw in file.document.flaws] == [slug]
    assert file.note is None
    assert file.text.blocks == ()
    assert time.monotonic() - started < 10


@each_wrong
def test_it_is_told_in_every_language(name: str, byvekst: Callable[..., Answer], tmp_path: Path) -> None:
    """The import stops with words, and leaves nothing behind."""
    data, slug = WRONG[name]
    file = tmp_path / "notat.docx"
    file.write_bytes(data)

    answers = [
        byvekst("import", file, "--output", tmp_path / "ut.md", "--language", language)
        for language in LANGUAGES
    ]

    assert {code for code, _, _ in answers} == {2}
    assert all(FAULTS[slug].code in err for _, _, err in answers)
    assert len({err for _, _, err in answers}) == len(LANGUAGES)
    assert [path.name for path in tmp_path.iterdir()] == ["notat.docx"]


def test_many_elements_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound on elements holds, whatever they are."""
    monkeypatch.setattr(xml, "MOST", 50)

    file = read_word("n.docx", note(p("a") * 60))

    assert [flaw.slug for flaw in file.document.flaws] == ["word-too-heavy"]


def test_tables_as_deep_as_is_allowed_are_read() -> None:
    """What people can make is read; the text of the innermost cell is there."""
    file = read_word("n.docx", note(nested(60)))

    assert file.document.text.strip() == "innerst"


def test_boxes_in_boxes_take_no_time() -> None:
    """Each box is read once, however they lie inside each other."""
    levels = 30
    open_box = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    close_box = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    started = time.monotonic()

    file = read_word("n.docx", note(open_box * levels + p("innerst") + close_box * levels))

    assert time.monotonic() - started < 5
    assert file.document.text.split().count("innerst") == 1


def test_macros_are_told_and_never_stop_the_reading() -> None:
    """The text of a .docm is text like any other."""
    file = read_word("n.docm", packed({**parts(p("Tekst"), kind=MACROS), "word/vbaProject.bin": b"x"}))

    assert [flaw.slug for flaw in file.document.flaws] == ["word-macros"]
    assert file.document.text == "Tekst\n"


def test_a_large_picture_is_left_alone(tmp_path: Path, byvekst: Callable[..., Answer]) -> None:
    """A picture that unpacks without end is told and not carried."""
    drawing = '<w:r><w:drawing><wp:docPr id="1" name="x"/><a:blip r:embed="b"/></w:drawing></w:r>'
    made = parts(p(drawing) + p("Tekst"), {"b": ("image", "media/x.png")})
    (tmp_path / "n.docx").write_bytes(
        packed({**made, "word/media/x.png": b"\0" * (package.LARGEST_PART + 1)})
    )

    code, out, _ = byvekst("import", tmp_path / "n.docx", "--output", tmp_path / "n.md", "--language", "nb")

    assert code == 0
    assert "Bilder i et format" in out
    assert "\n\nTekst\n" in (tmp_path / "n.md").read_text(encoding="utf-8")
    assert not (tmp_path / "bilder").exists()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.integers(0, 255), st.integers(1, 40))
def test_no_damage_of_the_bytes_is_a_trace(at: int, value: int, length: int) -> None:
    """Whatever bytes are overwritten, there is a file to look at."""
    data = SOUND[:at] + bytes([value]) * length + SOUND[at + length :]

    assert read_word("n.docx", data).document.path == "n.docx"


WORDS = [
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:sdt",
    "w:sdtContent",
    "w:ins",
    "w:del",
    "w:hyperlink",
    "w:fldChar",
    "w:instrText",
    "w:pPr",
    "w:rPr",
    "w:numPr",
    "w:numId",
    "w:ilvl",
    "w:pStyle",
    "w:drawing",
    "w:txbxContent",
    "mc:AlternateContent",
    "mc:Choice",
    "w:footnoteReference",
    "w:trPr",
    "w:tcPr",
    "w:vMerge",
    "w:gridSpan",
    "w:sym",
    "w:br",
    "m:oMath",
    "w:pict",
    "w:outlineLvl",
    "w:sectPr",
    "w:position",
]
VALUES = ["", "1", "-1", "99999999999", "begin", "separate", "end", "Overskrift1", "Ring1", "nei", "FFFFFF"]
trees = st.recursive(
    st.sampled_from(["", "tekst", "&amp; *"]),
    lambda inner: st.builds(
        lambda name, attribute, value, within: f'<{name} w:{attribute}="{value}">{"".join(within)}</{name}>',
        st.sampled_from(WORDS),
        st.sampled_from(["val", "id", "fldCharType", "char", "type"]),
        st.sampled_from(VALUES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@settings(max_examples=300, deadline=None)
@given(trees)
def test_no_order_of_elements_is_a_trace(tree: str) -> None:
    """Elements in places where Word never puts them are read as well as can be."""
    from byvekst_cli.edit.word_markdown import as_markdown

    file = read_word("n.docx", note(tree))

    assert file.note is not None
    assert as_markdown(file.note, "n").markdown.endswith("\n")


def test_sound_files_have_no_flaw() -> None:
    """The quiet case: a small note, by hand and by another program."""
    document = ordinary()
    document.add_heading("Bakgrunn", 1)
    document.add_paragraph("Tekst.")

    assert read_word("a.docx", SOUND).document.flaws == ()
    assert read_word("b.docx", saved(document)).document.flaws == ()
    assert read_word("c.docx", note(table(row(r("a").join(["<w:p>", "</w:p>"]))))).document.flaws == ()
