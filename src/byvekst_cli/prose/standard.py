"""Words that only one language has, and how many of them a passage holds."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from byvekst_cli.model.note_text import BlockKind, NoteText, TextBlock
from byvekst_cli.prose.found import Found
from byvekst_cli.prose.passages import Section, sections, unquoted
from byvekst_cli.prose.sentences import sentences, words

ByLanguage = Mapping[str, frozenset[str]]
"""For each language the words, in small letters, that none of the others has."""
_FEW: Final = 8
"""Shorter passages are not judged."""
_PROSE: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})


@dataclass(frozen=True, slots=True)
class Mixed:
    """A section with words of the other standard: where they stand, and how many are its own."""

    section: Section
    foreign: tuple[Found, ...]
    own: int

    @property
    def percent(self) -> float:
        return 100 * len(self.foreign) / (len(self.foreign) + self.own)


def mixed(note: NoteText, own: frozenset[str], other: frozenset[str]) -> Iterator[Mixed]:
    """Sections with words of the other standard. Quotes and names are passed over."""
    for section in sections(note):
        said = [word for block in section.blocks for word in _plain_words(block)]
        foreign = tuple(word for word in said if word.name in other)
        if foreign:
            yield Mixed(section, foreign, sum(word.name in own for word in said))


def _plain_words(block: TextBlock) -> Iterator[Found]:
    """Words in small letters; a capital inside a sentence is a name."""
    for sentence in sentences(unquoted(block.text), block.start):
        for number, word in enumerate(words(sentence.text, sentence.start)):
            if number == 0 or word.text.islower():
                yield Found(word.text.casefold(), word.start, word.end)


def unmarked_passages(note: NoteText, language: str, markers: ByLanguage) -> Iterator[tuple[TextBlock, str]]:
    """Passages in another language that do not say so, each with its language.

    A quote may be in any; elsewhere the other Norwegian standard is no passage but a mixture.
    """
    for block in note.blocks:
        if block.kind in _PROSE and block.language is None:
            spoken = _spoken(block, markers)
            norwegian = {spoken, language} == {"nb", "nn"}
            if spoken and spoken != language and (block.kind is BlockKind.QUOTE or not norwegian):
                yield block, spoken


def _spoken(block: TextBlock, markers: ByLanguage) -> str | None:
    """The language that nearly all marked words of a passage are of, where they are enough to tell."""
    said = [word.text.casefold() for word in words(block.text)]
    counts = Counter(name for word in said for name, known in markers.items() if word in known)
    if len(said) < _FEW or not counts:
        return None
    name, most = counts.most_common(1)[0]
    return name if most >= 3 and most * 10 >= len(said) and most * 10 >= 9 * counts.total() else None
