"""The text of a Markdown note: what is read, and where in the file it stands."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byvekst_cli.model.note_text import BlockKind, NoteText
from byvekst_cli.source.markdown import read_markdown
from byvekst_cli.source.note_text import note_text

FRONT = "---\nsak: s-1\ntittel: Notat\n---\n"
NOTE = """# Årsbudsjett *2027* #

Vi **ber** om [tilslutning her](https://x.no/tilslutning "tilslutning") til &amp; <!-- skjult -->
neste linje med snake_case, {{ p-1.total }}, `kode` og <span lang="nn">ikkje noko</span> slutt.

> Sitat over
> to linjer med [navn][navn]

- punkt
  - under
    meir

| A | *B* \\| c |
|---|---|
| 1 | [l](u) ![kart](k.png) |

<div lang="en">

English text.

</div>

```
# ikke en overskrift
```

[navn]: http://b.no

Setext
======
"""


def read(text: str, front: str = FRONT) -> tuple[str, NoteText]:
    whole = front + text
    return whole, note_text(read_markdown("sak/s/notat-a.md", whole))


def pieces(note: NoteText) -> list[tuple[str, int]]:
    """Every text that is read, with its place."""
    cells = [(cell.text, cell.start) for block in note.blocks for row in block.rows for cell in row]
    return [(block.text, block.start) for block in note.blocks] + cells


def words(note: NoteText) -> list[str]:
    return [word for text, _ in pieces(note) for word in re.findall(r"\w+", text)]


def stands(whole: str, note: NoteText) -> bool:
    """Whether each word stands in the file where the note says."""
    return all(
        whole[start + match.start() : start + match.end()] == match[0]
        for text, start in pieces(note)
        for match in re.finditer(r"\w+", text)
    )


def test_the_blocks_of_a_note() -> None:
    """Headings, paragraphs, items by depth, quotes, tables, code and passages in another language."""
    _, note = read(NOTE)

    assert [(block.kind, block.level, block.language) for block in note.blocks] == [
        (BlockKind.HEADING, 1, None),
        (BlockKind.PARAGRAPH, 0, None),
        (BlockKind.PARAGRAPH, 0, "nn"),
        (BlockKind.QUOTE, 0, None),
        (BlockKind.ITEM, 1, None),
        (BlockKind.ITEM, 2, None),
        (BlockKind.TABLE, 0, None),
        (BlockKind.PARAGRAPH, 0, "en"),
        (BlockKind.CODE, 0, None),
        (BlockKind.HEADING, 1, None),
    ]


def test_only_what_is_read_is_text() -> None:
    """Marks, addresses, comments, code, figures from records and front matter are left out."""
    _, note = read(NOTE)
    first, second, passage = note.blocks[:3]

    assert first.text.split() == ["Årsbudsjett", "2027"]
    assert second.text.split() == [
        "Vi",
        "ber",
        "om",
        "tilslutning",
        "her",
        "til",
        "&",
        "neste",
        "linje",
        "med",
        "snake_case,",
        ",",
        "og",
        "slutt.",
    ]
    assert passage.text == "ikkje noko"
    assert "tittel" not in words(note)


def test_links_and_pictures_know_their_place_and_target() -> None:
    """Also named links, and those in tables."""
    whole, note = read(NOTE)
    links = [link for block in note.blocks for link in block.links]
    images = [image for block in note.blocks for image in block.images]

    assert [(link.text, link.target) for link in links] == [
        ("tilslutning her", "https://x.no/tilslutning"),
        ("navn", "http://b.no"),
        ("l", "u"),
    ]
    assert all(whole[link.start :].startswith(link.text) for link in links)
    assert [(image.alternative, image.target) for image in images] == [("kart", "k.png")]
    assert whole[images[0].start :].startswith("![kart]")


def test_a_table_has_header_cells() -> None:
    """A bar after a backslash is part of the cell."""
    _, note = read(NOTE)
    (table,) = [block for block in note.blocks if block.kind is BlockKind.TABLE]

    assert [[" ".join(cell.text.split()) for cell in row] for row in table.rows] == [
        ["A", "B | c"],
        ["1", "l"],
    ]
    assert [[cell.is_header for cell in row] for row in table.rows] == [[True, True], [False, False]]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("front", [FRONT, ""])
def test_every_word_stands_at_its_place(ending: str, front: str) -> None:
    """Whatever the line ends are, with and without front matter."""
    whole = (front + NOTE).replace("\n", ending)
    note = note_text(read_markdown("n.md", whole))

    assert len(words(note)) == 36
    assert stands(whole, note)


@pytest.mark.parametrize("text", ["", "---", "---\nsak: x\n", FRONT.strip(), FRONT + "\n\n"])
def test_a_file_without_a_body_has_no_blocks(text: str) -> None:
    """Nor does front matter that never ends."""
    assert all(not block.text.strip() for block in note_text(read_markdown("n.md", text)).blocks[1:])


MARKS = st.sampled_from(
    [
        *[
            "ord ",
            "Å",
            "_",
            "*",
            "**",
            "`",
            "[",
            "](",
            ")",
            "![",
            "<",
            ">",
            "|",
            "\\",
            "&amp;",
            "{{",
            "}}",
            "#",
        ],
        *["\n", "\n\n", "\n> ", "\n- ", "\n  ", "\n1. ", "\n| a | b |\n|--|--|\n| ", "\t", "    ", "<!--"],
        *["-->", "<span lang='nn'>", "</span>", "\n<div lang='en'>\n\n", "\n\n</div>\n", "https://a.no"],
        *["\n===\n", "ikkje", "[ord]: /u\n", "«", "»", "\n```\n", "\r\n", "<![ord "],
    ]
)


@given(st.lists(MARKS, max_size=40).map("".join))
def test_no_word_is_ever_out_of_place(text: str) -> None:
    """However a note is written, each word that is read stands at its offset in the file."""
    whole, note = read(text)

    assert stands(whole, note)
    assert all(len(block.text) <= len(whole) - block.start for block in note.blocks)


@given(st.lists(st.sampled_from(["Vi", "ber", "om", "penger", "til", "veg"]), min_size=1, max_size=30))
def test_every_plain_word_is_read(given_words: list[str]) -> None:
    """Words without marks all come through, in order."""
    text = "".join(word + (" " if n % 5 else "\n") for n, word in enumerate(given_words, 1))

    assert words(read(text)[1]) == given_words
