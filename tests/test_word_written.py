"""A document is written as Word that people can trust: valid, whole, and the same each time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byvekst_cli.edit.word_markdown import as_markdown
from byvekst_cli.render.tree import (
    Box,
    Contents,
    Document,
    Fact,
    Figure,
    Heading,
    Image,
    Item,
    Items,
    NewPage,
    Paragraph,
    Span,
    Table,
)
from byvekst_cli.render.word.columns import columns
from byvekst_cli.render.word.letters import unbroken
from byvekst_cli.render.word.made import made_from
from byvekst_cli.render.word.write import word
from byvekst_cli.source.word.note import Table as ReadTable
from byvekst_cli.source.word.note import WordNote, paragraphs
from byvekst_cli.source.word.read import read_note
from conftest import ROOT
from documents_in_word import MADE, case, document, line, listed, parts, png, rich, words
from word_schema import W, faults


def page(data: bytes) -> Any:
    return ET.fromstring(parts(data)["word/document.xml"])


def styled(root: Any, style: str) -> Iterator[Any]:
    """The paragraphs in a style."""
    for each in root.iter(f"{W}p"):
        named = each.find(f"{W}pPr/{W}pStyle")
        if named is not None and named.get(f"{W}val") == style:
            yield each


KEEPS = b"<w:keepNext/><w:keepLines/>"


def said(paragraph: Any) -> str:
    """What a paragraph shows, with no-break hyphens as ordinary ones and a tab as one space."""
    signs = {f"{W}noBreakHyphen": "-", f"{W}tab": " ", f"{W}br": "\n"}
    found = (
        each.text or "" if each.tag == f"{W}t" else signs.get(each.tag, "")
        for each in paragraph.iter()
        if each.tag != f"{W}tab" or each.get(f"{W}val") is None
    )
    return "".join(found).replace("\u00a0", " ")


def told(data: bytes) -> str:
    """The text as the project's own reader gives it."""
    return as_markdown(read_note(data), "note").markdown.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_file_keeps_to_the_standard(language: str) -> None:
    """Order of elements, names, links and types are as ECMA-376 wants them."""
    assert list(faults(parts(word(rich(language, pictures=3))))) == []


def test_the_template_that_ships_keeps_to_the_standard_and_is_what_the_tool_makes() -> None:
    """It is made by `tools/word_template.py`, and nobody has changed it by hand."""
    assert list(faults(parts((ROOT / "templates/document.docx").read_bytes()))) == []
    done = subprocess.run([sys.executable, "tools/word_template.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0


def test_the_checker_of_the_standard_sees_what_is_wrong() -> None:
    """A test that cannot fail proves nothing."""
    good = parts(word(document(words("Tekst"), Heading(1, line("Overskrift"), "o"))))
    for bad in (
        {"word/styles.xml": good["word/styles.xml"].replace(KEEPS, KEEPS[13:] + KEEPS[:13])},
        {"word/document.xml": good["word/document.xml"].replace(b'w:val="Heading1"', b'w:val="Missing"')},
        {"word/document.xml": good["word/document.xml"].replace(b"<w:bookmarkEnd", b"<w:x", 1)},
    ):  # fmt: skip
        assert list(faults(good | bad))


def test_the_same_document_is_the_same_bytes_in_another_process() -> None:
    """No clock, no chance, no order of a set."""
    code = (
        "import sys, hashlib; sys.path.insert(0, 'tests')\n"
        "from documents_in_word import rich\n"
        "from byvekst_cli.render.word.write import word\n"
        "print(hashlib.sha256(word(rich(pictures=2))).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("77", "Asia/Tokyo"))
    ]  # fmt: skip

    assert runs[0] == runs[1]


def test_title_and_headings_have_the_styles_that_word_knows() -> None:
    """The title is no heading; main parts are Heading 1, and what is below follows."""
    root = page(word(rich()))

    assert [said(each) for each in styled(root, "Title")] == ["Møtepapirer"]
    assert [said(each) for each in styled(root, "Heading1")] == [
        "Sak 1/26 Rullering av handlingsprogrammet",
        "Sak 2/26 Rullering av handlingsprogrammet",
        "Vedlegg",
    ]
    assert len(list(styled(root, "Heading2"))) == 2
    assert len(list(styled(root, "Heading3"))) == 2


def test_the_table_of_contents_is_filled_in_and_asks_nobody_for_leave() -> None:
    """Each entry leads to its heading and has a page; nothing in the file makes Word ask to update fields."""
    data = word(rich())
    root = page(data)
    entries = [said(each) for level in (1, 2, 3) for each in styled(root, f"TOC{level}")]

    assert "Sak 1/26 Rullering av handlingsprogrammet 2" in entries
    assert len(entries) == 7
    assert all(entry[-1].isdigit() for entry in entries)
    assert b"updateFields" not in parts(data)["word/settings.xml"]
    assert b"w:dirty" not in parts(data)["word/document.xml"]


def test_a_long_table_of_contents_leaves_out_the_lower_levels() -> None:
    """Nobody looks through a hundred entries."""
    headings = [
        Heading(level, line(f"Del {number}"), f"d-{number}-{level}")
        for number in range(30)
        for level in (1, 2)
    ]
    root = page(word(document(Contents(), *headings)))

    assert len(list(styled(root, "TOC1"))) == 30
    assert not list(styled(root, "TOC2"))


def test_no_headings_give_no_contents() -> None:
    """An empty list of contents is nothing to look at."""
    assert "Innhold" not in told(word(document(Contents(), words("Tekst"))))


def test_captions_are_counted_by_word_and_references_say_the_same() -> None:
    """«tabell 1» in a sentence is a field that follows the number of the caption."""
    root = page(word(document(*case(1, 5))))
    captions = [said(each) for each in styled(root, "Caption")]
    codes = [(each.text or "").strip() for each in root.iter(f"{W}instrText")]
    sentence = next(said(each) for each in styled(root, "Normal") if "Behandlet" in said(each))

    assert captions == ["Tabell 1. Årsbudsjett, mill. 2026-kroner", "Figur 1. Kostnad per år"]
    assert "SEQ Tabell \\* ARABIC" in codes
    assert "SEQ Figur \\* ARABIC" in codes
    assert sum(code.startswith("REF ") for code in codes) == 3
    assert "se tabell 1, figur 1 og «Vurdering»" in sentence


def test_a_reference_to_what_has_no_number_still_reads() -> None:
    """A table without a caption is «tabellen»; an id that is nowhere is shown as it is."""
    table = Table((line("A"),), ((line("1"),),), id="t")
    text = told(
        word(
            document(Paragraph((Span("Se "), Span("", refers="t"), Span(", "), Span("", refers="x"))), table)
        )
    )

    assert "Se tabellen, x" in text


def test_tables_repeat_their_head_and_hold_their_rows_together() -> None:
    """The head is marked for screen readers and repeats; no row is parted; figures stand to the right."""
    root = page(word(rich()))
    tables = list(root.iter(f"{W}tbl"))

    assert len(tables) == 3
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")
    budget = tables[0].findall(f"{W}tr")
    aligned = [cell.find(f"{W}p/{W}pPr/{W}jc") is not None for cell in budget[1].findall(f"{W}tc")]
    bold = [run.find(f"{W}rPr/{W}b") is not None for run in budget[-1].iter(f"{W}r")]
    assert aligned == [False, True, True, True]
    assert all(bold)


def test_two_tables_in_a_row_do_not_become_one() -> None:
    """Word joins tables that nothing stands between."""
    table = Table((line("A"),), ((line("1"),),))
    body = page(word(document(table, table, table)))[0]
    kinds = [each.tag.removeprefix(W) for each in body]

    assert "tbl tbl" not in " ".join(kinds)
    assert kinds.count("tbl") == 3


def test_a_table_with_uneven_rows_is_evened() -> None:
    """A row that is short gets empty cells, and one that is long is not cut."""
    table = Table((line("A"), line("B")), ((line("1"),), tuple(map(line, "123"))))
    data = word(document(table))

    assert {len(row.findall(f"{W}tc")) for row in page(data).iter(f"{W}tr")} == {3}
    assert list(faults(parts(data))) == []


def test_lists_are_real_and_start_where_they_should() -> None:
    """The project's own reader sees levels, numbers, and a start at four."""
    note = read_note(word(document(*case(1, 5))))
    items = [
        (p.text, p.item.is_ordered, p.item.depth, p.item.number) for p in paragraphs(note.blocks) if p.item
    ]

    assert ("Tredje nivå", False, 2, 1) in items
    assert [each for each in items if each[1]] == [
        ("Én", True, 0, 1),
        ("a", True, 1, 1),
        ("b", True, 1, 2),
        ("To", True, 0, 2),
        ("Fire", True, 0, 4),
        ("Fem", True, 0, 5),
    ]


def test_a_box_is_no_table() -> None:
    """Facts are read in order, with a colon behind each label, by those who hear them too."""
    root = page(word(document(case(1, 5)[1])))
    facts = [said(each) for each in styled(root, "ByvekstBoks")]

    assert not list(root.iter(f"{W}tbl"))
    assert [said(each) for each in styled(root, "ByvekstBokstittel")] == ["Kort om saken"]
    assert facts[0] == "Det bes om: Å omdisponere 12,5 mill. kr innen 23. november 2026, jf. § 3."
    assert "Prosjekter:" in facts
    assert facts[-1] == " Av dette 12 345 678 kr fra staten"


def test_pictures_have_words_or_are_marked_as_there_for_looks() -> None:
    """A picture that is not there leaves its words."""
    data = word(rich())
    pictures = [each for each in page(data).iter() if each.tag.endswith("}docPr")]
    note = read_note(data)

    assert {each.get("descr") for each in pictures} == {"Stolper som viser kostnad år for år.", ""}
    assert b"decorative" in parts(data)["word/document.xml"]
    assert "Et bilde som ikke er tegnet." in as_markdown(note, "x").markdown


def test_a_picture_larger_than_the_page_is_made_smaller() -> None:
    """Its form is kept."""
    big = replace(document(Figure("b", "Stort")), pictures={"b": Image(png(), 40, 20)})
    extent = next(each for each in page(word(big)).iter() if each.tag.endswith("}extent"))

    assert int(extent.get("cx", 0)) == 9072 * 635
    assert abs(int(extent.get("cx", 0)) / int(extent.get("cy", 1)) - 2) < 0.001


@pytest.mark.parametrize(("language", "code"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_the_language_is_told_of_the_whole_and_of_each_passage(language: str, code: str) -> None:
    """Screen readers and spelling take it from there."""
    data = word(rich(language))
    styles = ET.fromstring(parts(data)["word/styles.xml"])
    marked = {
        (said_of(run), each.get(f"{W}val"))
        for run in page(data).iter(f"{W}r")
        for each in run.iter(f"{W}lang")
    }

    assert [each.get(f"{W}val") for each in styles.iter(f"{W}lang")] == [code]
    assert (("This paragraph is in English.", "en-GB") in marked) == (language != "en")
    assert (("Dette er ikkje på bokmål.", "nn-NO") in marked) == (language != "nn")
    assert read_note(data).language == language


def said_of(run: Any) -> str:
    return "".join(each.text or "" for each in run.iter(f"{W}t"))


def test_the_footer_speaks_the_language_of_the_document() -> None:
    """«Side 1 av 1» and «Page 1 of 1», with the numbers as fields."""
    for language, words_there in (("nb", "Side "), ("nn", "Side "), ("en", "Page ")):
        footer = parts(word(document(words("x"), language=language)))["word/footer1.xml"].decode()
        assert words_there in footer
        assert " PAGE " in footer
        assert " NUMPAGES " in footer


def test_properties_say_what_it_is_and_what_it_was_made_from() -> None:
    """The day is the document's, the author the sender, and every record has its mark."""
    found = parts(word(rich("nn")))
    core = found["docProps/core.xml"].decode()
    stated = made_from(word(rich("nn")))

    assert "Møtepapirer</dc:title>" in core
    assert "Sekretariatet</dc:creator>" in core
    assert "nn-NO</dc:language>" in core
    assert "2026-11-23T00:00:00Z</dcterms:created>" in core
    assert b"3f2a9c01d4e5b6a7" in found["docProps/custom.xml"]
    assert stated is not None
    assert (stated.kind, stated.language, stated.made) == ("pack", "nn", MADE)


def test_a_file_from_elsewhere_says_nothing_of_what_it_was_made_from() -> None:
    """Neither a template nor what is no Word file."""
    assert made_from((ROOT / "templates/document.docx").read_bytes()) is None
    assert made_from(b"PK\x03\x04 broken") is None


def test_invented_data_prints_its_mark() -> None:
    """Where the template has a place for it, and where it has none."""
    mark = "Illustrasjon: minst ett av tallene er funnet på."

    assert mark in told(word(rich()))
    assert "Illustrasjon" not in told(word(document(words("x"))))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("214,9 mill. kr", "214,9~mill.~kr"),
        ("23. november 2026", "23.~november~2026"),
        ("23 November 2026", "23~November~2026"),
        ("§ 3 og nr. 12", "§~3 og nr.~12"),
        ("12 345 678 kroner", "12~345~678~kroner"),
        ("tabell 3 viser 5 %", "tabell~3 viser 5~%"),
        ("BG-SYK-002 og 2026-11-23", "BG=SYK=002 og 2026=11=23"),
        ("om lag -5 grader", "om lag =5 grader"),
        ("gang- og sykkelveg", "gang- og sykkelveg"),
        ("E-39 og COVID-19", "E=39 og COVID=19"),
        ("https://a.no/BG-1-2 5 %", "https://a.no/BG-1-2 5 %"),
        ("uten-tall og Ålesund-Molde", "uten-tall og Ålesund-Molde"),
        ("2024–2027", "2024–2027"),
    ],
)
def test_what_belongs_together_stands_on_one_line(text: str, shown: str) -> None:
    """Numbers with units, dates, paragraphs of law, ids and minus signs; nothing else."""
    assert unbroken(text) == shown.replace("~", "\u00a0").replace("=", "\u2011")


def test_a_new_page_begins_without_an_empty_line() -> None:
    """The break belongs to what comes after it; one at the end makes no empty page."""
    data = word(document(words("Før"), NewPage(), NewPage(), Heading(1, line("Etter"), "e"), NewPage()))
    broken = [
        each for each in page(data).iter(f"{W}p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]

    assert [said(each) for each in broken[:1]] == ["Etter"]
    assert not [each for each in page(data).iter(f"{W}br") if each.get(f"{W}type") == "page"]


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n\x07\x0b"), max_size=30)


@settings(max_examples=60, deadline=None)
@given(TEXT, TEXT, TEXT)
def test_any_text_gives_a_valid_file(title: str, text: str, cell: str) -> None:
    """Whatever people write, Word can open it."""
    blocks = (
        Heading(1, line(text), "a"),
        words(text),
        listed(cell, text),
        Table((line(cell),), ((line(text),),), caption=line(title)),
        Box(text, (Fact(cell, (words(text),)),)),
        Figure("kostnad", text, line(cell)),
        Paragraph((Span(text, link=f"https://a.no/{cell}"), Span(cell, code=True, language="nn"))),
    )
    data = word(replace(document(Contents(), *blocks), title=title, sender=cell, subtitle=text))

    assert list(faults(parts(data))) == []
    assert isinstance(read_note(data), WordNote)


SENTENCE = "Styringsgruppen ber om 12,5 mill. kr til BG-SYK-002 innen 23. november 2026, jf. § 3 og -5 %"
WORDS = st.lists(st.sampled_from(SENTENCE.split(" ")), min_size=1, max_size=8).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.lists(WORDS, min_size=1, max_size=4))
def test_the_words_come_back_as_they_were(texts: list[str], cells: list[str]) -> None:
    """Read by the project's own reader, no word is lost, added or moved."""
    table = Table(tuple(map(line, cells)), (tuple(map(line, texts[:1])),))
    data = word(document(*map(words, texts), listed(*cells), table, sender=None, dated=None))
    note = read_note(data)
    told = [plain(p.text) for p in paragraphs(note.blocks) if not p.is_blank]

    assert told[0] == "Møtepapirer"
    assert told[1:-1] == [*texts, *cells, *cells, *texts[:1]]
    assert told[-1].startswith("Laget med byvekst")
    assert [isinstance(block, ReadTable) for block in note.blocks].count(True) == 1


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 12).flatmap(
        lambda n: st.lists(st.lists(TEXT, min_size=n, max_size=n), min_size=1, max_size=6)
    ),
    st.integers(2000, 15000),
)
def test_columns_fill_the_page_and_no_more(rows: list[list[str]], room: int) -> None:
    """Every column has some width, and together they are as wide as the page."""
    found = columns(rows, room, ())

    assert sum(found.widths) == room
    assert min(found.widths) > 0


def test_a_number_is_not_parted_while_words_can_be() -> None:
    """A long column of words gives way to the figures."""
    head = ["Prosjekt", "Sum"]
    found = columns([head, ["Et langt navn på et prosjekt " * 6, "12 345 678,9"]], 9072, (1,)).widths

    assert found[1] > 9 * 20 * 12 * 0.5
    assert found[0] > found[1]


def test_long_words_get_smaller_letters_before_they_are_parted() -> None:
    """Six bodies with long names have their names whole."""
    names = ["Oppgave", "Styringsgruppen", "Prioriteringsrådet", "Samordningsfunksjonen", "Sekretariatet"]
    few = columns([names, ["x"] * 5], 9072, ())
    many = columns([names + names[1:3], ["x"] * 7], 9072, ())

    assert few.size > many.size
    assert many.size < 9


def test_a_note_goes_to_word_and_back() -> None:
    """The Markdown of headings, lists, tables, quotes and passages in another language is as it was."""
    budget, noe = (Span("årsbudsjettet", strong=True),), (Span("noe", emphasis=True),)
    blocks = (
        Heading(1, line("Bakgrunn"), "b"),
        Paragraph((*line("Saken gjelder "), *budget, *line(" og "), *noe, *line("."))),
        Items((Item((words("Én"), listed("Under"))), Item((words("To"),)))),
        Table((line("År"), line("Sum")), ((line("2026"), line("12,5")),)),
        Paragraph(line("Dette avsnittet er ikkje på bokmål, men på nynorsk."), language="nn"),
    )  # fmt: skip
    data = word(Document("note", "Notat", "nb", blocks, MADE))
    markdown = told(data)

    assert markdown.startswith("# Notat\n\n## Bakgrunn\n\nSaken gjelder **årsbudsjettet** og *noe*.\n\n")
    assert "- Én\n  - Under\n- To" in markdown
    assert "| År | Sum |\n| --- | --- |\n| 2026 | 12,5 |" in markdown
    assert '<div lang="nn">\n\nDette avsnittet er ikkje' in markdown
