"""Arbitrary text → Word → Markdown → the same text, read by another parser."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from byvekst_cli.edit.word_markdown import as_markdown
from byvekst_cli.source.decode import UNSEEN
from byvekst_cli.source.word.text import read_word
from word_files import ordinary, saved

SIGNS = "#*_-+=~`<>[](){}|\\!&^:.,;'\"/1290 \u00a0æøåÆØÅ🚲é$%@§«»–"
PIECES = st.sampled_from(
    ["# ", "## ", "- ", "* ", "+ ", "1. ", "12) ", "> ", "---", "***", "===", "```", "~~~", "    ", "| a |",
     "&amp;", "&#35;", "[^1]", "[a](b)", "![x](y)", "<div>", "<!-- x -->", "<https://a.no>", "{{ BG.navn }}",
     "\\", "a_b_c", "**", "__", ": ", "https://a.no/_x_", "15 %", "NOK 2,5", "\t", "kr 1 000", "[x]: y",
     ":--", "|", "!"]
)  # fmt: skip
texts = st.lists(
    st.one_of(PIECES, st.text(SIGNS, min_size=1, max_size=8), st.text("abcæøå", min_size=1, max_size=5)),
    min_size=1,
    max_size=6,
).map("".join)
STYLES = [
    "Normal",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "Quote",
]
runs = st.lists(st.tuples(texts, st.booleans(), st.booleans()), min_size=1, max_size=3)
notes = st.lists(st.tuples(st.sampled_from(STYLES), runs), min_size=1, max_size=6)


def made(paragraphs: list[tuple[str, list[tuple[str, bool, bool]]]]) -> Any:
    document = ordinary()
    for style, pieces in paragraphs:
        paragraph = document.add_paragraph(style=style)
        for text, bold, italic in pieces:
            run = paragraph.add_run(text)
            run.bold, run.italic = bold, italic
    return document


def squeezed(text: str) -> str:
    """Text as people read it: neither how much space there is, nor what is not seen."""
    return " ".join(UNSEEN.sub("", text).split())


def parsed(markdown: str) -> list[tuple[str, str]]:
    """Each stretch of text with the kind of block it is in, by markdown-it with tables and struck text."""
    found: list[tuple[str, str]] = []
    around: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        if token.nesting == 1:
            around.append(token.tag)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            text = "".join(
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
            )
            kind = next((tag for tag in ("li", "blockquote") if tag in around), around[-1])
            found.append((kind, squeezed(text)))
        elif token.type != "hr":
            found.append((token.type, token.content))
        else:
            found.append(("hr", ""))
    return found


KIND = {"Normal": "p", "List Bullet": "li", "List Bullet 2": "li", "List Number": "li", "Quote": "blockquote"}


@settings(max_examples=100, deadline=None)
@given(notes)
def test_what_is_written_in_word_is_read_in_markdown(
    paragraphs: list[tuple[str, list[tuple[str, bool, bool]]]],
) -> None:
    """Whatever the text, its blocks are as many, of the same kinds, and read the same."""
    file = read_word("n.docx", saved(made(paragraphs)))
    assert file.note
    expected = [
        (
            "h" if style.startswith("Heading") else KIND[style],
            squeezed("".join(text for text, _, _ in pieces)),
        )
        for style, pieces in paragraphs
    ]

    markdown = as_markdown(file.note, "notat").markdown

    found = [(kind.rstrip("123456"), text) for kind, text in parsed(markdown)]
    wanted = [each for each in expected if each[1]]
    assert found in (wanted, [("h", "notat"), *wanted])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(texts, min_size=2, max_size=2), min_size=1, max_size=4))
def test_tables_are_read_cell_by_cell(rows: list[list[str]]) -> None:
    """Bars, marks and backslashes in a cell stay in it."""
    document = ordinary()
    table = document.add_table(len(rows), 2)
    for at, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    file = read_word("n.docx", saved(document))
    assert file.note

    found = parsed(as_markdown(file.note, "notat").markdown)[1:]

    assert [text for _, text in found] == [squeezed(text) for cells in rows for text in cells]
    assert {kind for kind, _ in found} <= {"th", "td"}


@settings(max_examples=40, deadline=None)
@given(notes)
def test_the_text_has_every_word(paragraphs: list[tuple[str, list[tuple[str, bool, bool]]]]) -> None:
    """The text with places has a line for each paragraph, and reads the same."""
    file = read_word("n.docx", saved(made(paragraphs)))

    lines = [squeezed(line) for line in file.document.text.split("\n")[:-1]]
    assert lines == [squeezed("".join(text for text, _, _ in pieces)) for _, pieces in paragraphs]
    assert len(file.spots) == len(lines)
