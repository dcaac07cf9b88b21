"""Captions of tables and figures: a label, a number that Word counts, and the words."""

from byvekst_cli.render.tree import Figure, Table
from byvekst_cli.render.word.fields import field
from byvekst_cli.render.word.spans import runs
from byvekst_cli.render.word.state import Place, State
from byvekst_cli.render.word.xml import bookmark, on, run, texts


def caption(block: Table | Figure, state: State, place: Place, *, above: bool) -> str:
    """«Tabell 3: …»; the number alone has a name, so that references can put their own word before it."""
    target = state.targets[id(block)]
    label = state.say.doc(f"doc-{target.kind}")
    number = bookmark(state.next_id(), target.bookmark, field(f"SEQ {label} \\* ARABIC", str(target.number)))
    inside = (
        run(texts(f"{label}\u00a0")) + number + run(texts(": ")) + runs(block.caption, state, place.language)
    )
    more = {"keepNext": on("keepNext")} if above else {}
    return state.paragraph(inside, "caption", **more)
