"""PRO004: a section mixes bokmål and nynorsk."""

from dataclasses import dataclass
from typing import Final

from byvekst_cli.area import Area, Record
from byvekst_cli.finding import Clue, Hint, Place, Problem, Severity
from byvekst_cli.model.paper import Paper
from byvekst_cli.model.wording import Markers
from byvekst_cli.prose.passages import language_of
from byvekst_cli.prose.standard import mixed
from byvekst_cli.rules.rule import Problems, rule

_OTHER: Final = {"nb": "nn", "nn": "nb"}


@dataclass(frozen=True, slots=True)
class Options:
    """How many words of the other standard a section may hold, and how many per cent of such words."""

    ord: int = 2
    prosent: int = 10


@rule("PRO004", about=Paper, severity=Severity.ADVICE, options=Options)
def mixed_standard(note: Record[Paper], area: Area, options: Options) -> Problems:
    """Only words that one standard alone has are counted; quotes, names and marked passages are not."""
    own = language_of(note, area)
    other = _OTHER.get(own or "")
    if own is None or other is None:
        return
    markers = {id: frozenset(each.words) for id, each in area.all_of(Markers).items() if each.off is None}
    mine, theirs = markers.get(own, frozenset()), markers.get(other, frozenset())
    for each in mixed(area.text_of(note), mine, theirs):
        if len(each.foreign) > options.ord and each.percent > options.prosent:
            first, *others = each.foreign
            clues = tuple(
                Clue(Place(note.path, stretch=(at.start, at.end)), "also-here") for at in others[:3]
            )
            words = tuple(dict.fromkeys(word.name for word in each.foreign))
            facts = {"own": own, "other": other, "words": words[:5], "times": Hint(len(each.foreign))}
            yield Problem(Place(note.path, stretch=(first.start, first.end)), facts, clues)
