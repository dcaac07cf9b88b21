"""PRO005: a sentence has so many words that it is hard to follow."""

from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.prose.passages import body
from byvekst_cli.prose.sentences import sentences, words
from byvekst_cli.rules.rule import Problems, rule

_SHOWN: Final = 6
"""Words that a finding quotes from the beginning of the sentence."""


@dataclass(frozen=True, slots=True)
class Options:
    """Words that a sentence may have."""

    ord: int = 35


@rule("PRO005", about=Paper, severity=Severity.ADVICE, options=Options)
def long_sentence(note: Record[Paper], area: Area, options: Options) -> Problems:
    """Each item of a list is read by itself."""
    for block in body(area.text_of(note)):
        for sentence in sentences(block.text, block.start):
            found = list(words(sentence.text, sentence.start))
            if len(found) > options.ord:
                place = Place(note.path, stretch=(sentence.start, sentence.end))
                begins = " ".join(word.text for word in found[:_SHOWN])
                yield Problem(place, {"begins": begins, "words": len(found), "most": options.ord})
