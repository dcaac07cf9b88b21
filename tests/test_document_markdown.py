"""A document as Markdown: read back it is the same document, whatever stands in it."""

from hypothesis import given, settings

from byvekst_cli.render.as_markdown import markdown
from byvekst_cli.render.read_back import document_in_markdown
from byvekst_cli.render.sealing import is_untouched
from byvekst_cli.render.tree import Document
from documents import everything
from trees import documents


@settings(max_examples=150, deadline=None)
@given(documents())
def test_what_is_written_is_read_back(document: Document) -> None:
    """Blocks, spans, ids, captions and all that is said of the document as a whole."""
    text = markdown(document, "ark").text

    assert document_in_markdown(text) == document
    assert is_untouched(text, "markdown")
    assert markdown(document, "ark").text == text


def test_people_read_captions_and_references() -> None:
    """With the numbers that tables and figures have; marks that nobody sees are at the end."""
    text = markdown(everything(), "ark").text

    assert "**Tabell 1.** Penger etter kilde (mill. kr)\n\n| Kilde |" in text
    assert "**Figur 1.** Utviklingen" in text
    assert "Se [tabell 1](#penger), [figur 1](#bilde) og [Vedtak](#vedtak)." in text
    assert "poster" not in text.partition("\n# ")[0]
