"""Footnotes as HTML: a raised number that leads to the words, and back."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Final

from byvekst_cli.language import Say
from byvekst_cli.render.tree import Line, Note

_NOTE: Final = "_note-"
"""No heading's id begins with an underscore."""


def footnote_mark(number: str, place: int, say: Say) -> str:
    """Where a footnote is referred to; `place` counts the places that refer to the same one."""
    label = escape(say.doc("doc-note", number=number))
    return (
        f'<sup><a id="{_NOTE}{number}-from-{place}" href="#{_NOTE}{number}" role="doc-noteref" '
        f'aria-label="{label}">{number}</a></sup>'
    )


def footnotes(
    notes: Sequence[Note], places: Mapping[str, int], written: Callable[[Line], str], say: Say
) -> str:
    """The footnotes, each with a link back to every place that refers to it; nothing where there are none."""
    if not notes:
        return ""
    items = "\n".join(_footnote(each, places[each.label], written, say) for each in notes)
    title = escape(say.doc("doc-notes"))
    return (
        f'<section class="notes" role="doc-endnotes" aria-labelledby="{_NOTE}title">\n'
        f'<h2 id="{_NOTE}title">{title}</h2>\n<ol>\n{items}\n</ol>\n</section>'
    )


def _footnote(note: Note, places: int, written: Callable[[Line], str], say: Say) -> str:
    label = escape(say.doc("doc-note-back", number=note.label))
    back = "".join(
        f' <a href="#{_NOTE}{note.label}-from-{place}" role="doc-backlink" aria-label="{label}">↩</a>'
        for place in range(1, places + 1)
    )
    words = "</p>\n<p>".join(map(written, note.lines))
    return f'<li id="{_NOTE}{note.label}"><p>{words}{back}</p></li>'
