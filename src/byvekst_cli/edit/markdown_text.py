"""Text as Markdown that reads as the same text, whatever signs are in it."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Final
from urllib.parse import quote

from byvekst_cli.source.inline_text import SLOT
from byvekst_cli.source.markdown import text_of
from byvekst_cli.source.word.note import NoteMark, Picture, Piece, Words

_MARKS: Final = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|\{(?=\{)|(?<=\{)\{|&(?=#?\w+;)")
_EVERY: Final = re.compile(r"[!-/:-@\[-`{-~]")
_STARTS: Final = (
    (re.compile(r"^([#>=]|[-+](?=[-+\s:]|$)|:(?=-))"), r"\\\1"),
    (re.compile(r"^(\d{1,9})([.)])(?=\s|$)"), r"\1\\\2"),
)
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
_KEPT: Final = "/:?#@!$&'*+,;=%~"


class Inline:
    """Pieces of text as Markdown on one or more lines; `names` are what pictures and notes are called."""

    def __init__(
        self, pictures: dict[str, str], notes: dict[tuple[str, str], int], is_fact: Callable[[str], bool]
    ) -> None:
        self.pictures, self.notes, self.is_fact = pictures, notes, is_fact

    def written(self, pieces: Sequence[Piece], *, plain: bool) -> tuple[str, bool]:
        """The Markdown, and whether all emphasis is in it. Read again, it is the text of the pieces.

        `plain` leaves emphasis out, as in a heading, which is emphasis enough.
        """
        wanted = self.read(pieces)
        tries = [] if plain else [self._marked(pieces, emphasis=True)]
        for text in (*tries, self._marked(pieces, emphasis=False)):
            if text_of(f"{text}\n") == wanted:
                return text, plain or text == tries[0]
        return _every(wanted), False

    def read(self, pieces: Iterable[Piece]) -> str:
        """What is read of the pieces."""
        return _lines("".join(self._read(piece) for piece in pieces))

    def _read(self, piece: Piece) -> str:
        if isinstance(piece, Words):
            return piece.text
        if isinstance(piece, NoteMark):
            return f"[^{number}]" if (number := self.notes.get((piece.kind, piece.id))) else ""
        return (piece.alternative or "") if piece.part in self.pictures else ""

    def _marked(self, pieces: Sequence[Piece], *, emphasis: bool) -> str:
        made = []
        for target, group in groupby(
            pieces, lambda p: address_of(p.target) if isinstance(p, Words) else None
        ):
            text = "".join(self._piece(piece, emphasis=emphasis) for piece in group)
            lead, core, rest = _split(text)
            made.append(f"{lead}[{core}]({target}){rest}" if target and core else text)
        text = re.sub(r"(?<!\x00)!(?=\[)", r"\\!", "".join(made)).replace("\x00", "")
        text = re.sub(r"(\[\^\d+\])(?=[:(])", r"\1\\", text)
        return "\\\n".join(_started(line) for line in _lines(text).split("\n"))

    def _piece(self, piece: Piece, *, emphasis: bool) -> str:
        if isinstance(piece, NoteMark):
            return self._read(piece)
        if isinstance(piece, Picture):
            path = self.pictures.get(piece.part)
            return f"\x00![{escaped(piece.alternative or '')}]({path})" if path else ""
        text = self._with_facts(piece.text)
        if not emphasis:
            return text
        lead, core, rest = _split(text)
        mark = "*" * (2 * piece.bold + piece.italic)
        struck = "~~" * piece.struck
        return f"{lead}{mark}{struck}{core}{struck}{mark}{rest}" if core else text

    def _with_facts(self, text: str) -> str:
        """What asks for a fact that is there goes on asking; other braces are signs like any other."""
        made, end = [], 0
        for match in SLOT.finditer(text):
            if self.is_fact(match[0][2:-2].strip()):
                made += [escaped(text[end : match.start()]), match[0]]
                end = match.end()
        return "".join((*made, escaped(text[end:])))


def escaped(text: str) -> str:
    """Text whose signs are not taken for marks, inside a line."""
    return _MARKS.sub(lambda match: f"\\{match.group()}", text)


def address_of(target: str | None) -> str | None:
    """An address that a link may have, written so that it ends where it should; None for others."""
    if target is None or _ADDRESS.match(target) is None:
        return None
    return quote(target, safe=_KEPT)


def _started(line: str) -> str:
    for pattern, instead in _STARTS:
        line = pattern.sub(instead, line)
    return line


def _every(text: str) -> str:
    """With every sign marked as text: ugly, and sure."""
    return "\\\n".join(_EVERY.sub(lambda match: f"\\{match.group()}", line) for line in text.split("\n"))


def _lines(text: str) -> str:
    """Lines without space around them, and no blank ones."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _split(text: str) -> tuple[str, str, str]:
    """The space before, the text, and the space after."""
    core = text.strip()
    start = text.find(core) if core else len(text)
    return text[:start], core, text[start + len(core) :]
