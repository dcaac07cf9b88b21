"""Documents as hypothesis makes them: any tree that a template could become."""

from dataclasses import replace

from hypothesis import strategies as st

from byvekst_cli.render.footnotes import numbered
from byvekst_cli.render.inline import trimmed
from byvekst_cli.render.parse import with_ids
from byvekst_cli.render.tree import (
    Box,
    Code,
    Contents,
    Document,
    Fact,
    Figure,
    Heading,
    Item,
    Items,
    Line,
    Made,
    NewPage,
    Note,
    Paragraph,
    Quote,
    Span,
    Table,
)

LETTERS = "aæøå Bø1.2,:;!?-–*_`~[](){}<>|#+=\\/\"'&%^$@…«»§\u00a0"
words = st.text(LETTERS, min_size=1, max_size=12)
snippets = st.sampled_from(
    ["1. januar", "- ja", "# nei", "&amp;", "{#id}", "<!-- x -->", "</div>", "a_b_c", "**x**", "http://a.no",
     "Vi ser det. Det er bra. 12 mill. kr.", "| a | b |", "---", "===", "~~~", "```", "[x]: y", "{{ a.b }}",
     "> sitat", "<b>", "![a](b)", "[a](javascript:b)", "1) x", "+ x", ":---:", "a  b", "kap. 3", "C:\\fil"]
)  # fmt: skip
text = st.one_of(words, snippets)
titles = words.map(lambda text: " ".join(text.split())).filter(bool)
addresses = st.sampled_from(
    [
        "https://a.no/b?c=d&e=f",
        "https://a.no/(b)",
        "mailto:a@b.no",
        "vedlegg.pdf",
        "https://a.no/a_b_c*",
        "/x",
    ]
)
spans = st.one_of(
    st.builds(
        Span,
        text,
        strong=st.booleans(),
        emphasis=st.booleans(),
        language=st.sampled_from([None, None, "nn", "en"]),
        link=st.one_of(st.none(), st.none(), addresses),
    ),
    st.builds(Span, st.text("ab `<*\\|_", min_size=1, max_size=6).filter(str.strip), code=st.just(True)),
    st.builds(Span, st.just(""), refers=st.sampled_from(["mål", "tabell-1", "a_b"])),
    st.just(Span("\n")),
)


def _line(found: list[Span]) -> Line:
    line = trimmed(found)
    return trimmed(line)


@st.composite
def footnotes(draw: st.DrawFn) -> Span:
    """A reference; the label is of the words, so that the same words are the same footnote."""
    plain = st.lists(spans.filter(lambda span: span.refers is None), max_size=3).map(_line).filter(bool)
    found = tuple(draw(st.lists(plain, min_size=1, max_size=2)))
    return Span("", note=Note(repr(found), found))


lines = st.lists(st.one_of(spans, spans, spans, footnotes()), max_size=4).map(_line)
full_lines = lines.filter(bool)
one_line = st.lists(spans.filter(lambda span: span.text != "\n"), max_size=3).map(_line)
languages = st.sampled_from([None, None, None, "nn", "en"])
ids = st.sampled_from(["mål", "tabell-1", "x", "y_z"])


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    row = st.tuples(*[lines] * width)
    numbers = draw(st.sets(st.integers(0, width - 1)))
    return Table(
        draw(row),
        tuple(draw(st.lists(row, max_size=3))),
        draw(one_line),
        draw(st.one_of(st.none(), ids)),
        tuple(sorted(numbers)),
        draw(st.booleans()),
        draw(languages),
    )


headings = st.builds(Heading, st.integers(1, 5), full_lines, st.one_of(st.just(""), ids), languages)
paragraphs = st.builds(Paragraph, full_lines, languages)
figures = st.builds(
    Figure, st.sampled_from(["bilde", "sheet-history"]), titles, one_line, st.one_of(st.none(), ids)
)
codes = st.builds(Code, st.text("ab `#\n ", max_size=20).map(lambda text: text.strip("\n")))
flat = st.one_of(paragraphs, paragraphs, codes, tables(), figures)


def _inside(blocks: st.SearchStrategy) -> st.SearchStrategy:
    some = st.lists(blocks, min_size=1, max_size=3).map(tuple)
    items = st.builds(
        Items,
        st.lists(st.builds(Item, st.one_of(some, st.just(()))), min_size=1, max_size=3).map(tuple),
        st.booleans(),
        st.just(1),
        languages,
    )
    return st.one_of(items, st.builds(Quote, some, languages))


nested = st.recursive(flat, _inside, max_leaves=6)
labels = st.text("abå «»*_.1", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
boxes = st.builds(
    Box,
    st.text("ab\"<&>' ", max_size=8).map(lambda text: " ".join(text.split())),
    st.lists(st.builds(Fact, labels, st.lists(flat, max_size=2).map(tuple)), max_size=3).map(tuple),
)
blocks = st.one_of(headings, nested, boxes, st.just(NewPage()), st.just(Contents()))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    found = with_ids(numbered([replace(each) for each in draw(st.lists(blocks, max_size=6))]))
    made = Made(
        "bergen", "2026-11-23", "0123456789abcdef", "0.1.0", None, {"prosjekt/a.yaml": "1234567890123456"}
    )
    maybe = st.one_of(st.none(), titles)
    head = [draw(maybe) for _ in range(4)]
    return Document("project-sheet", draw(titles), "nb", found, made, *head)
