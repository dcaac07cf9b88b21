"""Captions of tables and figures: a label, a number that Word counts, and the words."""

from typing import Final

from byvekst_cli.render.tree import Figure, Table
from byvekst_cli.render.word.fields import field
from byvekst_cli.render.word.spans import BOLD, runs
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.xml import bookmark, on, run, texts

_BELOW: Final = '<w:spacing w:before="40" w:after="220"/>'
"""Close to the figure, and away from the text."""


def caption(block: Table | Figure, state: State, place: Place, *, above: bool) -> str:
    """«Tabell 3. …»; the number alone has a name, so that references can put their own word before it."""
    target = state.targets[id(block)]
    label = state.say.doc(f"doc-{target.kind}")
    counted = field(f"SEQ {label} \\* ARABIC", str(target.number), **BOLD)
    number = bookmark(state.next_id(), target.bookmark, counted)
    words = runs(block.caption, state, place.language)
    inside = run(texts(f"{label}\u00a0"), **BOLD) + number + run(texts(". "), **BOLD) + words
    more = {"keepNext": on("keepNext")} if above else {"spacing": _BELOW}
    return state.paragraph(inside, "caption", **more)
