"""Headings, with a name each that the table of contents and references lead to."""

from byvekst_cli.render.tree import Heading
from byvekst_cli.render.word.spans import runs
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.xml import bookmark

DEEPEST = 4
"""Levels that the template has a style for."""


def heading(block: Heading, state: State, place: Place) -> str:
    """A heading in the style of its level."""
    target = state.targets[id(block)]
    inside = runs(block.line, state, block.language or place.language)
    style = f"heading-{min(block.level, DEEPEST)}"
    return state.paragraph(bookmark(state.next_id(), target.bookmark, inside), style)
