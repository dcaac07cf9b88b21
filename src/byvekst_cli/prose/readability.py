"""How heavy a text is to read, as LIX."""

import math
from dataclasses import dataclass
from enum import Enum
from typing import Final, Self

from byvekst_cli.model.note_text import NoteText
from byvekst_cli.prose.passages import body
from byvekst_cli.prose.sentences import sentences, words

LONG: Final = 6
"""Words of more letters than this are long (Björnsson 1968)."""


class Band(Enum):
    """How hard a LIX is, as Björnsson divided the scale; the value is where the band ends."""

    VERY_EASY = 30
    EASY = 40
    MIDDLING = 50
    HARD = 60
    VERY_HARD = math.inf


@dataclass(frozen=True, slots=True)
class Reading:
    """Counts of a text. Without a sentence or a word, its measures are None."""

    sentences: int = 0
    words: int = 0
    long_words: int = 0

    @classmethod
    def of(cls, note: NoteText) -> Self:
        """What paragraphs and items hold; an item of a list is at least one sentence."""
        found = [sentence for block in body(note) for sentence in sentences(block.text)]
        each = [word.text for sentence in found for word in words(sentence.text)]
        return cls(len(found), len(each), sum(len(word) > LONG for word in each))

    @property
    def lix(self) -> float | None:
        """Words a sentence plus long words in per cent (C.H. Björnsson, Läsbarhet, 1968)."""
        return self.words / self.sentences + 100 * self.long_words / self.words if self.words else None

    @property
    def band(self) -> Band | None:
        lix = self.lix
        return None if lix is None else next(band for band in Band if lix < band.value)
