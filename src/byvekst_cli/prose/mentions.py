"""Whether a note tells of something that somebody did: a name and a word for it in one passage."""

import re
from collections.abc import Iterator, Sequence

from byvekst_cli.model.note_text import BlockKind, NoteText


def tells_of(note: NoteText, name: str, words: Sequence[str], denials: Sequence[str]) -> bool:
    """Whether a paragraph, an item or a row of a table has both, its heading counted with it.

    A name may end in `s`. A word may begin a longer one, and does not count after a denial, with at most
    two words between: `ingen merknader`, `ikke tatt forbehold`.
    """
    who = re.compile(rf"(?<!\w){re.escape(name)}s?(?!\w)")
    what, no = ("|".join(map(re.escape, each)) for each in (words, denials))
    told = re.compile(rf"(?<!\w)(?:{what})", re.IGNORECASE)
    denied = re.compile(rf"\b(?:{no})\s+(?:\w+\s+){{0,2}}?(?:{what})", re.IGNORECASE)
    passages = (denied.sub(" ", text) for text in _passages(note))
    return any(who.search(text) and told.search(text) for text in passages)


def _passages(note: NoteText) -> Iterator[str]:
    heading = ""
    for block in note.blocks:
        if block.kind is BlockKind.HEADING:
            heading = block.text
        elif block.kind is BlockKind.TABLE:
            head, *rows = [" ".join(cell.text for cell in row) for row in block.rows] or [""]
            yield from (f"{heading}\n{head}\n{row}" for row in rows)
        elif block.kind is not BlockKind.CODE:
            yield f"{heading}\n{block.text}"
