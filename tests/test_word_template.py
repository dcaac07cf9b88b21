"""The secretariat's own template decides how a document looks; what is wrong with it is named by place."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.render.tree import Heading
from byvekst_cli.render.word.faults import Fault
from byvekst_cli.render.word.package import repacked
from byvekst_cli.render.word.slots import NAMES, fill, text_of
from byvekst_cli.render.word.template import BadWordTemplate, faults_of, own
from byvekst_cli.render.word.write import word
from byvekst_cli.source.word.note import paragraphs
from byvekst_cli.source.word.read import read_note
from conftest import Answer
from documents_in_word import document, line, listed, parts, png, rich, words
from word_schema import faults


def saved(file: Any) -> bytes:
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def template(*texts: str) -> Any:
    """A template as python-docx makes them, with these paragraphs and none of our styles."""
    file = docx.Document()
    for text in texts:
        file.add_paragraph(text)
    return file


def told(found: tuple[Fault, ...], language: str = "nb") -> list[str]:
    return [Say(language).cli(each.says, **each.facts) for each in found]


def shown(data: bytes) -> list[str]:
    return [p.text.replace("\u00a0", " ") for p in paragraphs(read_note(data).blocks) if not p.is_blank]


def test_the_template_that_ships_has_no_faults() -> None:
    """Else nobody could begin with it."""
    assert faults_of(own()) == ()


def test_a_template_of_their_own_is_filled_in_and_kept() -> None:
    """Cover, header and words around the fields stand, and the contents stand at their mark."""
    file = template("Byvekst i {{ område }}", "{{ title }}", "{{contents}}", "Postboks 1, Bergen")
    file.sections[0].header.paragraphs[0].text = "{{ avsender }} – {{ dato }}"
    file.sections[0].left_margin = Cm(4)
    data = word(document(Heading(1, line("Bakgrunn"), "b"), words("Tekst"), listed("Én")), saved(file))

    assert shown(data)[:5] == ["Byvekst i bergen", "Møtepapirer", "Bakgrunn", "Tekst", "Én"]
    assert shown(data)[-1] == "Postboks 1, Bergen"
    assert "Sekretariatet – 23." in "".join(parts(data)["word/header1.xml"].decode().split("</w:t>")[0][-40:])
    assert list(faults(parts(data))) == []


def test_a_field_that_word_has_cut_over_runs_is_found() -> None:
    """Word cuts text where spelling is checked or somebody stopped typing."""
    file = template()
    paragraph = file.add_paragraph("Om ")
    for piece in ("{", "{ ti", "tle", " }", "}"):
        paragraph.add_run(piece).bold = piece == "{"
    paragraph.add_run(" og mer")
    file.add_paragraph("{{ contents }}")
    data = word(document(words("Tekst")), saved(file))

    assert shown(data)[0] == "Om Møtepapirer og mer"
    assert "{" not in shown(data)[0]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 40), max_size=8))
def test_a_field_is_found_however_it_is_cut(cuts: list[int]) -> None:
    """Any cutting of a text into runs gives the same result."""
    text = "Om {{ title }} fra {{ sender }}, {{ subtitle }}."
    paragraph = docx.Document().add_paragraph()
    places = sorted({0, *(cut for cut in cuts if cut < len(text)), len(text)})
    for start, end in pairwise(places):
        paragraph.add_run(text[start:end])
    fill(paragraph._p, lambda name: {"title": "{{ sender }}", "sender": "S", "subtitle": None}[name])

    assert text_of(paragraph._p) == "Om {{ sender }} fra S, ."


@pytest.mark.parametrize("name", ["Tittel", "TITLE", "Omra\u030ade"])
def test_capitals_and_parted_letters_in_a_field_are_no_fault(name: str) -> None:
    """Word begins sentences with a capital, and a Mac parts å."""
    data = word(document(words("Tekst.")), saved(template(f"{{{{ {name} }}}}", "{{ Contents }}")))

    assert "{{" not in "".join(shown(data))


def test_a_line_of_nothing_but_an_empty_field_is_taken_away() -> None:
    """A document without a subtitle has no gap where it would be."""
    data = word(document(words("Tekst"), sender=None, dated=None))

    assert shown(data)[:2] == ["Møtepapirer", "Tekst"]
    assert "{{" not in "".join(part.decode("utf-8", "replace") for part in parts(data).values())


def test_page_numbers_stand_where_the_template_wants_them() -> None:
    """Between other words, in the language of the document."""
    file = template("{{ contents }}")
    file.sections[0].footer.paragraphs[0].text = "Vedlegg, {{ side }}."
    data = word(document(words("Tekst"), language="en"), saved(file))
    footer = next(part.decode() for name, part in parts(data).items() if name.startswith("word/footer"))

    assert (
        footer.index("Vedlegg, ")
        < footer.index("Page ")
        < footer.index(" PAGE ")
        < footer.index(" NUMPAGES ")
    )
    assert footer.rindex(">.<") > footer.index(" NUMPAGES ")
    assert list(faults(parts(data))) == []


def test_without_a_mark_the_contents_come_last() -> None:
    """A letterhead will do; the title is put in where no field asks for it."""
    data = word(document(words("Tekst")), saved(template("Brevhode")))

    assert shown(data)[:3] == ["Brevhode", "Møtepapirer", "Tekst"]
    assert told(faults_of(saved(template("Brevhode"))))[0].startswith("Merket {{ contents }} mangler.")


def test_a_mark_that_ends_a_section_keeps_it() -> None:
    """The pages of the contents may stand the other way than the cover."""
    file = template("Forside", "{{ contents }}")
    file.add_section()
    file.add_paragraph("Bakside")
    data = word(document(words("Tekst")), saved(file))

    assert parts(data)["word/document.xml"].count(b"<w:sectPr") == 2
    assert shown(data)[-1] == "Bakside"


def test_own_styles_win_and_missing_ones_are_brought() -> None:
    """A heading looks as the template says; a box looks as ours, and every style that is used is there."""
    file = docx.Document()
    file.styles["Heading 1"].font.name = "Comic Sans MS"
    file.add_paragraph("{{ contents }}")
    data = word(rich(), saved(file))
    styles = parts(data)["word/styles.xml"]

    assert b"Comic Sans MS" in styles
    assert b"Byvekst boks" in styles
    assert list(faults(parts(data))) == []


def test_lists_have_the_signs_of_the_template() -> None:
    """Its own bullets and numbers, each list still counted from its own start; ours where it has none."""
    file = docx.Document()
    numbering = file.part.numbering_part.element
    for text in numbering.iter(qn("w:lvlText")):
        text.set(qn("w:val"), "✓" if "%" not in text.get(qn("w:val"), "") else "§%1")
    file.add_paragraph("{{ contents }}")
    theirs = parts(word(rich(), saved(file)))
    ours = parts(word(rich()))

    def signs(found: dict[str, bytes]) -> set[str]:
        """Of the lists that the document uses."""
        root = ET.fromstring(found["word/numbering.xml"])
        document = ET.fromstring(found["word/document.xml"])
        used = {each.get(qn("w:val")) for each in document.iter(qn("w:numId"))}
        series = [each for each in root.iter(qn("w:num")) if each.get(qn("w:numId")) in used]
        ids = {each.find(qn("w:abstractNumId")).get(qn("w:val")) for each in series}
        kinds = [each for each in root.iter(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) in ids]
        return {next(kind.iter(qn("w:lvlText"))).get(qn("w:val")) for kind in kinds}

    assert signs(theirs) == {"✓", "§%1"}
    assert signs(ours) == {"•", "%1."}
    assert list(faults(theirs)) == []


def test_points_below_points_in_a_box_have_their_sign_in_libreoffice_too() -> None:
    """It shows one letter of a bullet, so a sign with room before it is a number without a figure."""
    numbering = ET.fromstring(parts(word(rich()))["word/numbering.xml"])
    levels = [
        (each.find(qn("w:numFmt")).get(qn("w:val")), each.find(qn("w:lvlText")).get(qn("w:val")))
        for each in numbering.iter(qn("w:lvl"))
    ]

    assert ("none", "\u2003–") in levels
    assert all(len(sign) == 1 for form, sign in levels if form == "bullet")


def test_nothing_of_who_made_the_template_is_left() -> None:
    """Its author, company and comments are theirs; marks of classification stay."""
    file = template("{{ contents }}")
    file.core_properties.author = "Kari Nordmann"
    file.core_properties.last_modified_by = "Ola Nordmann"
    file.core_properties.comments = "Utkast fra Kari"
    settings = next(rel.target_part for rel in file.part.rels.values() if rel.reltype.endswith("/settings"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    origin = OxmlElement("w:attachedTemplate")
    origin.set(qn("r:id"), settings.relate_to("file:///C:/Users/Nordmann/mal.dotx", kind, is_external=True))
    file.settings.element.insert(1, origin)
    data = word(document(words("Tekst")), saved(file))
    whole = b"".join(parts(data).values())

    assert b"Nordmann" not in whole
    assert b"Utkast" not in whole
    assert list(faults(parts(data))) == []


def test_tracked_changes_and_comments_in_a_template_are_told() -> None:
    """They would follow with every document, with the names of those who made them."""
    file = template("{{ contents }}")
    file.add_comment(file.add_paragraph("Postboks 1").runs, text="Riktig?", author="Kari")

    assert "merknader" in told(faults_of(saved(file)))[-1]


def test_a_logo_and_pictures_live_together() -> None:
    """Numbers of drawings do not meet."""
    file = docx.Document()
    file.add_picture(BytesIO(png()))
    file.add_paragraph("{{ contents }}")
    data = word(rich(pictures=2), saved(file))

    assert list(faults(parts(data))) == []


def in_a_cell(file: Any) -> None:
    table = file.add_table(2, 2)
    table.cell(1, 0).text = "Saken {{ titel }}"


def says(text: str) -> Any:
    return lambda file: file.add_paragraph(text)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (says("{{ titel }}"), "avsnitt 2: det finnes ikke noe felt «titel». Mente du «tittel»?"),
        (in_a_cell, "tabell 1, rad 2, kolonne 1: det finnes ikke noe felt «titel»."),
        (says("{{ title }"), "avsnitt 2: klammene passer ikke sammen i «{{ title }»."),
        (says("title }}"), "avsnitt 2: klammene passer ikke sammen i «title }}»."),
        (says("{{ contents }}"), "avsnitt 2: merket {{ contents }} står mer enn én gang."),
        (says("{{ x.__class__ }}"), "avsnitt 2: det finnes ikke noe felt «x.__class__»."),
    ],
)
def test_a_fault_is_named_by_its_place(change: Any, what: str) -> None:
    """Paragraph, or row and column; and no document is made."""
    file = template("{{ contents }}")
    change(file)
    found = told(faults_of(saved(file)))

    assert any(each.startswith(f"Word-malen, {what}") for each in found), found
    with pytest.raises(BadWordTemplate):
        word(document(words("Tekst")), saved(file))


@pytest.mark.parametrize("where", ["header", "cell", "sentence"])
def test_the_mark_must_stand_alone_on_the_page(where: str) -> None:
    """A document has no room in a header, a cell or a sentence."""
    file = template("Se {{ contents }} her" if where == "sentence" else "Forside")
    if where == "header":
        file.sections[0].header.paragraphs[0].text = "{{ contents }}"
    if where == "cell":
        file.add_table(1, 1).cell(0, 0).text = "{{ innhold }}"
    found = told(faults_of(saved(file)))

    assert "må stå alene i et avsnitt på selve siden" in found[0]


def test_missing_styles_are_told_and_stop_nothing() -> None:
    """Advice, with the names."""
    found = faults_of(saved(template("{{ contents }}")))

    assert [each.slug for each in found] == ["no-style"]
    assert not found[0].is_serious
    assert "«byvekst boks»" in told(found)[0]


def broken(kind: str) -> bytes:
    good = saved(template("{{ contents }}"))
    if kind == "cut":
        return good[: len(good) // 2]
    if kind == "empty":
        return b""
    if kind == "text":
        return b"Dette er tekst"
    if kind == "zip":
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("a.txt", "a")
        return out.getvalue()
    if kind == "xml":
        return repacked(good, {"word/document.xml": b"<w:document"})
    if kind == "entity":
        return repacked(good, {"word/styles.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    if kind == "macro":
        return repacked(with_part(good, "word/vbaProject.bin", b"x"))
    if kind == "bomb":
        return with_part(good, "word/media/big.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    return with_part(good, "word/media/big.bin", bytes(range(256)) * 90_000, zipfile.ZIP_STORED)


def with_part(data: bytes, name: str, part: bytes, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a", how) as archive:
        archive.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "slug"),
    [
        ("cut", "damaged"), ("empty", "not-word"), ("text", "not-word"), ("zip", "not-word"),
        ("xml", "damaged"), ("entity", "unsafe"),
        ("macro", "macros"), ("bomb", "too-large"), ("large", "too-large"),
    ],
)  # fmt: skip
def test_what_is_no_sound_template_is_told_and_never_a_traceback(kind: str, slug: str) -> None:
    """Each has words in three languages, and stops the document."""
    data = broken(kind)
    found = faults_of(data)

    assert [each.slug for each in found] == [slug]
    assert all(told(found, language) for language in LANGUAGES)
    with pytest.raises(BadWordTemplate):
        word(document(words("Tekst")), data)


def test_a_file_saved_as_a_template_will_do() -> None:
    """Word's own kind of template (.dotx) differs by one word."""
    good = saved(template("{{ contents }}"))
    types = parts(good)["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    data = word(document(words("Tekst")), repacked(good, {"[Content_Types].xml": types}))

    assert "Tekst" in shown(data)
    assert b"template.main" not in parts(data)["[Content_Types].xml"]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=6))
def test_a_damaged_template_never_makes_a_traceback(at: int, noise: bytes) -> None:
    """Either a document comes of it, or it is said what is wrong."""
    good = own()
    data = good[: at % len(good)] + noise + good[at % len(good) + len(noise) :]
    found = faults_of(data)

    if any(each.is_serious for each in found):
        assert told(found)
    else:
        assert word(document(words("Tekst")), data)


def test_every_field_can_be_asked_for() -> None:
    """In English and Norwegian, and all of them get words."""
    file = template(*(f"[{{{{ {name} }}}}]" for name in NAMES if NAMES[name] != "contents"), "{{ contents }}")
    data = word(rich(), saved(file))

    assert not [text for text in shown(data) if "{{" in text or text == "[]"]


def test_the_command_looks_through_a_template(byvekst: Callable[..., Answer], tmp_path: Path) -> None:
    """A copy of ours is saved, found good, and refused when it has been spoilt; nothing is written over."""
    path = tmp_path / "mal.docx"

    assert byvekst("mal", "--output", path)[0] == 0
    assert path.read_bytes() == own()
    assert byvekst("mal", "--output", path)[0] == 2
    assert "mal.docx kan brukes." in byvekst("mal", path, "--language", "nb")[1]
    file = docx.Document(str(path))
    file.add_paragraph("{{ titel }}")
    file.save(str(path))
    code, out, _ = byvekst("template", path, "--format", "json", "--language", "en")
    answer = json.loads(out)
    assert code == 1
    assert not answer["usable"]
    assert "Did you mean “tittel”?" in answer["faults"][0]["message"]


@pytest.mark.parametrize(
    "arguments", [(), ("a.docx", "--output", "b.docx"), ("borte.docx",), ("--format", "pdf", "a"), (".",)]
)
def test_the_command_says_what_is_wrong_with_how_it_is_used(
    byvekst: Callable[..., Answer], arguments: tuple[str, ...]
) -> None:
    """Neither a file nor a place for a copy, both, a file or a format that is not there, a folder."""
    code, _, err = byvekst("template", *arguments)

    assert code == 2
    assert "Traceback" not in err
