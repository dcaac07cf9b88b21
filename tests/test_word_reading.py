"""What is read of a Word note: text, structure, places, and what is left in it."""

import pytest

from byvekst_cli.language import LANGUAGES, Say
from byvekst_cli.model.note_text import BlockKind, Image, Link
from byvekst_cli.model.spot import Part, Spot
from byvekst_cli.source.word.text import WordFile, read_word
from conftest import EXAMPLES
from word_files import PNG, item, note, ordinary, p, packed, parts, r, row, saved, table


def read(body: str, **more: str) -> WordFile:
    return read_word("notat.docx", note(body, **more))


def kinds(file: WordFile) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in file.text.blocks]


def slugs(file: WordFile) -> list[str]:
    return [flaw.slug for flaw in file.document.flaws]


def lost(file: WordFile) -> set[str]:
    assert file.note
    return {each.what for each in file.note.lost}


def test_each_paragraph_and_cell_is_a_line_with_a_place() -> None:
    """A line number leads to the place in Word, in words that people use there."""
    file = read(
        p("Bakgrunn", "Overskrift1")
        + p("En.")
        + p("")
        + table(row("a", "b", header=True), row("c", "d"))
        + p("To.")
    )

    assert file.document.text.split("\n") == ["Bakgrunn", "En.", "", "a", "b", "c", "d", "To.", ""]
    assert file.spot(2) == Spot(Part.PARAGRAPH, 2, under="Bakgrunn")
    assert file.spot(6) == Spot(Part.TABLE, 1, 2, 1, "Bakgrunn")
    assert file.spot(8) == Spot(Part.PARAGRAPH, 3, under="Bakgrunn")
    assert [Say(each).spot(file.spot(6)) for each in LANGUAGES] == [
        "tabell 1, rad 2, kolonne 1 (under «Bakgrunn»)",
        "tabell 1, rad 2, kolonne 1 (under «Bakgrunn»)",
        "table 1, row 2, column 1 (under “Bakgrunn”)",
    ]


def test_offsets_lead_to_the_words() -> None:
    """Every block, cell, link and picture is found in the text where it says that it is."""
    link = f'<w:hyperlink r:id="u">{r("vegvesen.no")}</w:hyperlink>'
    picture = (
        '<w:r><w:drawing><wp:docPr id="1" name="b" descr="Kart"/><a:blip r:embed="b"/></w:drawing></w:r>'
    )
    body = p(r("Se ") + link + r(" og ") + picture) + table(
        row("æ", f"<w:p>{r('ø ')}{link}</w:p>"), row("å", "!")
    )
    links = {"u": ("hyperlink", "https://vegvesen.no"), "b": ("image", "media/b.png")}
    file = read_word("n.docx", packed({**parts(body, links), "word/media/b.png": PNG}))

    text = file.document.text
    for block in file.text.blocks:
        assert text[block.start : block.start + len(block.text)] == block.text
        for cell in (cell for cells in block.rows for cell in cells):
            assert text[cell.start : cell.start + len(cell.text)] == cell.text
        for each in block.links:
            assert text[each.start : each.start + len(each.text)] == each.text == "vegvesen.no"
    assert [block.kind for block in file.text.blocks] == [BlockKind.PARAGRAPH, BlockKind.TABLE]
    assert file.text.blocks[0].links == (Link("vegvesen.no", "https://vegvesen.no", 3),)
    assert file.text.blocks[0].images == (Image("Kart", "word/media/b.png", 18),)
    assert len(file.text.blocks[1].links) == 1


@pytest.mark.parametrize(
    ("paragraph", "level"),
    [
        (p("H", "Overskrift1"), 1),
        (p("H", "Overskrift2"), 2),
        (p("H", "Egen"), 2),
        (p("H", properties='<w:outlineLvl w:val="2"/>'), 3),
        (p("H", "Overskrift1", '<w:outlineLvl w:val="9"/>'), 0),
        (p("H", "Ring1"), 0),
        (p("H", "FinsIkke"), 0),
    ],
)
def test_headings_are_known_by_style_name_and_outline(paragraph: str, level: int) -> None:
    """In Norwegian and English, through the styles they are based on; a ring of styles is no heading."""
    (block,) = read(paragraph).text.blocks

    assert (block.kind is BlockKind.HEADING, block.level) == (level > 0, level)


def test_a_title_is_the_first_level() -> None:
    """Under a title, the headings are a level down."""
    file = read(p("Tittel", "Tittel") + p("H", "Overskrift1") + p("U", "Overskrift2"))

    assert kinds(file) == [("heading", 1, "Tittel"), ("heading", 2, "H"), ("heading", 3, "U")]


def test_lists_are_counted_as_word_counts() -> None:
    """Depths, numbers that begin elsewhere, and a list that goes on after other text."""
    body = (
        item("a", 1)
        + item("b", 1)
        + item("under", 1, 1)
        + p("imellom")
        + item("c", 1)
        + item("femte", 3)
        + item("punkt", 2, 1)
    )
    file = read(body)

    assert file.note
    items = [block.item for block in file.note.blocks if hasattr(block, "item") and block.item]
    assert [(i.is_ordered, i.depth, i.number) for i in items] == [
        (True, 0, 1), (True, 0, 2), (True, 1, 1), (True, 0, 3), (True, 0, 5), (False, 1, 1),
    ]  # fmt: skip
    assert [block.level for block in file.text.blocks] == [1, 1, 2, 0, 1, 1, 2]
    assert lost(file) == {"list-label"}


def test_a_table_says_which_rows_are_headers() -> None:
    """Only what is marked as one is a header; merged and nested cells keep their text and are told."""
    merged = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("sum")
    inner = table(row("x", "y")) + p("etter")
    file = read(table(row("A", "B", header=True), row("1", inner), row(merged)))

    (block,) = file.text.blocks
    assert [[(cell.text, cell.is_header) for cell in cells] for cells in block.rows] == [
        [("A", True), ("B", True)], [("1", False), ("x y etter", False)], [("sum", False)],
    ]  # fmt: skip
    assert lost(file) == {"merged-cells", "nested-table"}


def test_fields_show_their_result_and_links_their_target() -> None:
    """Codes are not text, also where a field stands in the code of another."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText> HYPERLINK "https://a.no" \\l "b" </w:instrText></w:r>'
    inner = (
        mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("separate") + r("7") + mark("end")
    )
    link = mark("begin") + code + inner + mark("separate") + r("les mer") + mark("end")
    simple = '<w:fldSimple w:instr=" DATE "><w:r><w:t>23. november</w:t></w:r></w:fldSimple>'
    file = read(p(link + r(".")) + p(simple))

    assert [block.text for block in file.text.blocks] == ["les mer.", "23. november"]
    assert file.text.blocks[0].links == (Link("les mer", "https://a.no#b", 0),)


def test_a_broken_field_hides_no_more_than_its_paragraph() -> None:
    """A field that never shows anything nor ends."""
    begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'

    assert read(p(r("a") + begun) + p("b")).document.text == "a\nb\n"


def test_a_comment_on_deleted_text_is_told() -> None:
    """It goes out with the file like any other."""
    gone = '<w:del><w:r><w:delText>x</w:delText><w:commentReference w:id="1"/></w:r></w:del>'
    file = read(p(gone), comments=f'<w:comment w:id="1">{p("Intern merknad")}</w:comment>')

    assert slugs(file) == ["tracked-changes", "comments-left"]


def test_signs_are_what_they_look_like() -> None:
    """Soft hyphens are gone, hard spaces stay, symbols and raised figures are signs of their own."""
    runs = (
        r("grunn\u00aderverv 10\u00a0%") + "<w:r><w:noBreakHyphen/><w:tab/><w:t>m</w:t></w:r>"
        + r("2", '<w:vertAlign w:val="superscript"/>') + r(" CO") + r("2", '<w:position w:val="-2"/>')
        + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="X" w:char="F099"/></w:r>'
        + r("\u200bny")
    )  # fmt: skip
    file = read(p(runs))

    assert file.document.text == "grunnerverv 10\u00a0%- m² CO₂✓\ufffdny\n"
    assert lost(file) == {"symbol", "invisible"}


def test_deleted_text_is_not_text_and_inserted_is() -> None:
    """As if all were accepted; a paragraph whose end is deleted goes on in the next. Nobody is named."""
    by = 'w:author="Kari Nordmann" w:date="2026-01-01T00:00:00Z"'
    gone = f'<w:del w:id="1" {by}><w:r><w:delText>gammel</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" {by}>{r("ny")}</w:ins>'
    end = f'<w:rPr><w:del w:id="3" {by}/></w:rPr>'
    row_gone = f'<w:tr><w:trPr><w:del w:id="4" {by}/></w:trPr><w:tc>{p("borte")}</w:tc></w:tr>'
    file = read(
        p(r("En ") + gone + new + r(" tekst,"), properties=end) + p(" i ett.") + table(row("står"), row_gone)
    )

    assert file.document.text == "En ny tekst, i ett.\nstår\n"
    assert slugs(file) == ["tracked-changes"]
    assert file.note
    assert [(each.what, each.text) for each in file.note.left] == [
        ("deleted", "gammel"), ("inserted", "ny"), ("deleted", "borte"),
    ]  # fmt: skip
    assert "Nordmann" not in repr(file)


@pytest.mark.parametrize(
    "change",
    [
        p("a", properties="<w:rPr><w:ins/></w:rPr>"),
        p("a", properties="<w:rPr><w:del/></w:rPr>"),
        p("a", properties="<w:pPrChange/>"),
        p(r("a", "<w:rPrChange/>")),
        p("<w:ins><w:r><w:drawing/></w:r></w:ins>"),
        p(f"<w:moveFrom>{r('a')}</w:moveFrom>") + p(f"<w:moveTo>{r('a')}</w:moveTo>"),
        table(row(f"<w:tcPr><w:cellIns/></w:tcPr>{p('a')}")),
        p("a") + "<w:sectPr><w:sectPrChange/></w:sectPr>",
    ],
)
def test_every_kind_of_change_is_one(change: str) -> None:
    """Marks of paragraphs, forms, pictures, moves, cells and pages."""
    (flaw,) = read(change).document.flaws

    assert (flaw.slug, flaw.facts["n"]) == ("tracked-changes", 1)


def test_text_of_a_deleted_end_is_never_dropped() -> None:
    """Also where nothing comes after it."""
    end = "<w:rPr><w:del/></w:rPr>"

    file = read(
        p("før", properties=end) + table(row(p("i cellen", properties=end))) + p("sist", properties=end)
    )

    assert file.document.text == "før\ni cellen\nsist\n"


def test_comments_are_told_with_their_place() -> None:
    """One finding with all of them; the text is kept and the writer is not."""
    mark = '<w:commentRangeStart w:id="{0}"/>' + r("x") + '<w:r><w:commentReference w:id="{0}"/></w:r>'
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="Ola">{p(f"Merknad {n}")}</w:comment>' for n in range(7)
    )
    file = read("".join(p(mark.format(n)) for n in range(7)), comments=comments)

    (flaw,) = file.document.flaws
    assert flaw.slug == "comments-left"
    assert flaw.facts["n"] == 7
    assert file.note
    assert file.note.left[3].text == "Merknad 3"
    assert "Ola" not in repr(file)


def test_footnotes_come_last_and_in_order() -> None:
    """Counted as the reader counts them, not by their number in the file."""

    def ref(id: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{id}"/></w:r>'

    notes = f'<w:footnote w:id="4">{p("Fire")}</w:footnote><w:footnote w:id="2">{p("To")}</w:footnote>'
    file = read(p(r("a") + ref(4)) + p(r("b") + ref(2) + ref(99)), footnotes=notes)

    assert file.document.text == "a\nb\nFire\nTo\n"
    assert file.spot(3) == Spot(Part.FOOTNOTE, 1)
    assert Say("nb").spot(file.spot(4)) == "fotnote 2"


def test_a_text_box_is_read_once_and_told() -> None:
    """Word keeps a box in two forms; its text comes after the paragraph it hangs on."""
    box = f"<w:txbxContent>{p('I boksen')}</w:txbxContent>"
    forms = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" name="b"/>{box}'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    file = read(p(r("Før") + forms) + p("Etter"))

    assert file.document.text == "Før\nI boksen\nEtter\n"
    assert slugs(file) == ["text-box"]
    assert file.spot(2).part is Part.TEXT_BOX


def test_hidden_text_is_not_read_and_is_told() -> None:
    """It goes with the file, and nobody sees it."""
    file = read(p(r("Synlig") + r(" hemmelig", "<w:vanish/>")))

    assert file.document.text == "Synlig\n"
    assert slugs(file) == ["hidden-word-text"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (p(r("Bakgrunn", "<w:b/>")) + p("Tekst."), True),
        (p(r("Bakgrunn", '<w:rStyle w:val="Sterk"/>')) + p("Tekst."), True),
        (p(r("Til: ", "<w:b/>") + r("Styringsgruppen")) + p("Tekst."), False),
        (p(r("Vedtatt.", "<w:b/>")) + p("Tekst."), False),
        (p(r("Sist", "<w:b/>")), False),
        (p(r("Miljøløftet", "<w:b/>")) + p(r("Sekretariatet", "<w:b/>")), False),
        (p(r("Tittel", "<w:b/>"), "Overskrift1") + p("Tekst."), False),
        (p(r("b", '<w:b w:val="0"/>')) + p("Tekst."), False),
        (table(row(f"<w:p>{r('Kilde', '<w:b/>')}</w:p>", "x")) + p("Tekst."), False),
        (p(r("Kilde", "<w:b/>")) + table(row("a")), True),
    ],
)
def test_bold_lines_that_stand_for_headings(body: str, found: bool) -> None:
    """Short, all bold, with text under; not labels, sentences, table heads or real headings."""
    assert ("bold-for-heading" in slugs(read(body))) is found


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["1. Bakgrunn", "2. Vurdering"], True),
        (["1 Bakgrunn", "1.1 Mål"], True),
        (["2024 i korte trekk", "2025 i korte trekk"], False),
        (["1. tertial", "2. tertial"], False),
        (["1. Bakgrunn", "Vurdering"], False),
        (["Bakgrunn", "Vurdering"], False),
    ],
)
def test_numbers_typed_in_headings(headings: list[str], found: bool) -> None:
    """Not years, periods, or one alone."""
    assert ("typed-heading-numbers" in slugs(read("".join(p(h, "Overskrift1") for h in headings)))) is found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (p("a") + p("") * 3 + p("b"), True),
        (p("a") + p("") + p("b") + p(" ") + p("c") + p("") + p("d"), True),
        (p("a") + p("") + p("b"), False),
        (p("a") + p("") * 9, False),
        ((table(row("a")) + p("")) * 4 + p("b"), False),
        (p("a") + p('<w:r><w:br w:type="page"/></w:r>') * 3 + p("b"), False),
    ],
)
def test_blank_paragraphs_that_make_room(body: str, found: bool) -> None:
    """Not a single slip, those at the end, page breaks, or the one that Word wants beside a table."""
    assert ("blank-paragraphs" in slugs(read(body))) is found


def test_language_is_marked_where_a_passage_differs() -> None:
    """Not for the document's own language, nor for a single name."""
    english = '<w:lang w:val="en-GB"/>'
    file = read(
        p("Et notat på bokmål med flere ord enn det engelske avsnittet under.")
        + p(r("A whole paragraph in English.", english))
        + p(r("Selskapet ") + r("Urban Growth Partners", english))
    )  # fmt: skip

    assert [block.language for block in file.text.blocks] == [None, "en", None]


def test_pictures_that_only_adorn_need_no_words() -> None:
    """They are no pictures to those who ask for alternative text."""
    marked = '<wp:docPr id="1" name="b"><adec:decorative val="1"/></wp:docPr>'

    def drawing(facts: str) -> str:
        return f'<w:r><w:drawing>{facts}<a:blip r:embed="b"/></w:drawing></w:r>'

    body = p(drawing(marked)) + p(drawing('<wp:docPr id="2" name="c"/>'))
    file = read_word("n.docx", packed({**parts(body, {"b": ("image", "b.png")}), "word/b.png": PNG}))

    assert [block.images for block in file.text.blocks] == [(), (Image("", "word/b.png", 1),)]


def test_what_cannot_be_text_is_told() -> None:
    """Charts, diagrams, objects, equations, form fields, other files, contents, margins, and macros' kin."""

    def chart(uri: str) -> str:
        return f'<w:r><w:drawing><a:graphicData uri="http://x/{uri}"/></w:drawing></w:r>'

    field = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData/></w:fldChar><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        p(chart("chart") + chart("diagram") + "<w:r><w:object/></w:r>" + field)
        + "<w:altChunk/>" + p("Innhold", "INNH1")
        + p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>") + p("<w:r><w:pict><v:shape/></w:pict></w:r>")
        + p(r("u", '<w:u w:val="single"/><w:color w:val="FF0000"/><w:highlight w:val="yellow"/>'))
    )  # fmt: skip
    file = read_word("n.docx", note(body, header=p("Journalnr. 24/1")))

    assert file.document.text.split() == ["x=1", "u"]
    assert lost(file) == {
        "chart", "smart-art", "object", "form-field", "other-file", "contents", "equation", "shape",
        "underline", "colour", "highlight", "margin",
    }  # fmt: skip


def test_strict_files_are_read_like_others() -> None:
    """The ISO form of the format has other names for the same."""
    made = parts(p("H", "Overskrift1") + p("Tekst"))
    old, new = (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = {name: str(text).replace(old, new) for name, text in made.items()}

    assert kinds(read_word("n.docx", packed(strict))) == [("heading", 1, "H"), ("paragraph", 0, "Tekst")]


def test_a_file_of_another_program_is_read() -> None:
    """python-docx's own styles, lists, tables and comments."""
    document = ordinary()
    document.add_paragraph("Tittel", style="Title")
    document.add_heading("Bakgrunn", 1)
    document.add_paragraph("Punkt", style="List Bullet")
    document.add_paragraph("Underpunkt", style="List Bullet 2")
    document.add_paragraph("Første", style="List Number")
    document.add_paragraph("Sagt av andre", style="Quote")
    run = document.add_paragraph("Med merknad").runs[0]
    document.add_comment(run, text="Sjekk dette", author="Kari", initials="K")

    file = read_word("n.docx", saved(document))

    assert kinds(file) == [
        ("heading", 1, "Tittel"), ("heading", 2, "Bakgrunn"), ("item", 1, "Punkt"), ("item", 2, "Underpunkt"),
        ("item", 1, "Første"), ("quote", 0, "Sagt av andre"), ("paragraph", 0, "Med merknad"),
    ]  # fmt: skip
    assert slugs(file) == ["comments-left"]


def test_the_example_shows_what_is_looked_for() -> None:
    """The note that the help uses."""
    file = read_word("notat.docx", (EXAMPLES / "notat.docx").read_bytes())

    assert slugs(file) == ["tracked-changes", "comments-left"]


@pytest.mark.parametrize("text", ["Feil! Fant ikke referansekilden.", "Error! Reference source not found."])
def test_a_reference_that_leads_nowhere_is_told(text: str) -> None:
    """Word prints the error; the word «feil» alone is none."""
    assert "broken-reference" not in slugs(read(p("Feil! Det skal stå 12.")))
    assert "broken-reference" in slugs(read(p(f"Se {text}")))


def test_highlighting_is_told_of() -> None:
    """It often marks what was to be checked."""
    yellow = '<w:p><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>Sjekk.</w:t></w:r></w:p>'

    assert "highlight-left" not in slugs(read(p("Sjekk.")))
    assert "highlight-left" in slugs(read(yellow))


def test_a_note_without_text_is_told() -> None:
    """One that somebody scanned, or an empty file; one with a heading alone has text."""
    assert "no-text-in-note" not in slugs(read(p("Notat", "Overskrift1")))
    assert "no-text-in-note" in slugs(read(p("")))
